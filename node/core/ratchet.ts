/**
 * Double Ratchet (revision 4): X25519, HMAC-SHA-256 chains, one AES-256 key per message. States are values: every step gives a
 * new one, and a step that fails gives none.
 *
 *   root step    root key' (32) ‖ chain key (32) = HKDF-SHA-256(salt: root key, ikm: X25519, info: "miyu/1 ratchet-root")
 *   message key  HMAC-SHA-256(chain key, 01 ‖ "miyu/1 message-key")      next chain key  HMAC-SHA-256(chain key, 02)
 *
 * A side that has received draws its next ratchet key when it next sends, not before: opening needs no randomness, and the
 * key is as fresh as it can be.
 */
import { hkdfSha256, hmacSha256Pair, utf8 } from '../../shared/crypto/hash.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { dh, generate, type X25519Pair } from '../../shared/crypto/x25519.ts';
import { MiyuError } from '../../shared/errors.ts';
import { concatBytes, equalBytes } from '../../shared/ids.ts';
import { DERIVE } from '../../shared/wire/contexts.ts';
import { MAX_SKIP } from '../../shared/wire/limits.ts';
import {
  findSkipped,
  MESSAGE_KEY_BYTES,
  withoutSkipped,
  withSkipped,
  type SkippedKeys,
  type SkippedRun,
} from './skipped-keys.ts';

export interface Chain {
  readonly key: Uint8Array;
  /** Number of the next message. */
  readonly next: number;
}

export interface Ratchet {
  readonly rootKey: Uint8Array;
  /** The pair of the present sending chain or, where there is none, of the one before. */
  readonly own: X25519Pair;
  /** Undefined: the responder before its first message. */
  readonly remoteKey: Uint8Array | undefined;
  /** Undefined: the next message that is sealed makes a root step with a fresh pair first. */
  readonly sending: Chain | undefined;
  readonly receiving: Chain | undefined;
  /** Messages of the sending chain before the present one. */
  readonly previousLength: number;
  readonly skipped: SkippedKeys;
}

export interface RatchetHeader {
  readonly ratchetKey: Uint8Array;
  readonly previousLength: number;
  readonly number: number;
}

const ROOT_INFO = utf8(DERIVE.ratchetRoot);
const MESSAGE_KEY_INPUT = concatBytes(Uint8Array.of(1), utf8(DERIVE.messageKey));
const CHAIN_KEY_INPUT = Uint8Array.of(2);
const NONE = new Uint8Array(0);
const MAX_NUMBER = 0xffff_ffff;

/** The initiator's state: it may send at once, towards the signed prekey. */
export function initiatorRatchet(rootKey: Uint8Array, signedPrekey: Uint8Array, random: Random): Ratchet {
  const own = generate(random);
  const step = rootStep(rootKey, own.secretKey, signedPrekey);
  return {
    rootKey: step.rootKey,
    own,
    remoteKey: signedPrekey,
    sending: step.chain,
    receiving: undefined,
    previousLength: 0,
    skipped: [],
  };
}

/** The responder's state: its ratchet pair is the signed prekey until it sends. */
export const responderRatchet = (rootKey: Uint8Array, signedPrekey: X25519Pair): Ratchet => ({
  rootKey,
  own: signedPrekey,
  remoteKey: undefined,
  sending: undefined,
  receiving: undefined,
  previousLength: 0,
  skipped: [],
});

/** Key and header of the next message, and the state after it. The key is used once. */
export function sealStep(
  ratchet: Ratchet,
  random: Random,
): { readonly ratchet: Ratchet; readonly header: RatchetHeader; readonly messageKey: Uint8Array } {
  const { ratchet: ready, chain } = withSendingChain(ratchet, random);
  if (chain.next >= MAX_NUMBER) throw new MiyuError('internal', { detail: chain.next });
  const [messageKey, key] = chainStep(chain.key);
  return {
    ratchet: { ...ready, sending: { key, next: chain.next + 1 } },
    header: { ratchetKey: ready.own.publicKey, previousLength: ready.previousLength, number: chain.next },
    messageKey,
  };
}

function withSendingChain(ratchet: Ratchet, random: Random): { readonly ratchet: Ratchet; readonly chain: Chain } {
  if (ratchet.sending !== undefined) return { ratchet, chain: ratchet.sending };
  // A responder who has opened nothing has no key to agree with; acceptFirst never gives such a state out.
  if (ratchet.remoteKey === undefined) throw new MiyuError('internal');
  const own = generate(random);
  const { rootKey, chain } = rootStep(ratchet.rootKey, own.secretKey, ratchet.remoteKey);
  return { ratchet: { ...ratchet, rootKey, own, sending: chain }, chain };
}

type Attempt = (messageKey: Uint8Array) => Uint8Array | undefined;

export interface OpenedStep {
  readonly ratchet: Ratchet;
  readonly plaintext: Uint8Array;
}

/**
 * Finds the key of a message, lets `attempt` open it, and gives the state after it. Undefined, with nothing changed, where the
 * message was opened before, lies too far ahead (MAX_SKIP, both chains together), or does not open.
 * @throws MiyuError 'key-invalid' by a ratchet key of low order
 */
export function openStep(
  ratchet: Ratchet,
  header: RatchetHeader,
  now: number,
  attempt: Attempt,
): OpenedStep | undefined {
  const kept = findSkipped(ratchet.skipped, header.ratchetKey, header.number, now);
  if (kept !== undefined) {
    const plaintext = attempt(kept.key);
    if (plaintext === undefined) return undefined;
    return { ratchet: { ...ratchet, skipped: withoutSkipped(ratchet.skipped, kept.run, header.number) }, plaintext };
  }
  const { remoteKey, receiving } = ratchet;
  if (receiving === undefined || remoteKey === undefined || !equalBytes(remoteKey, header.ratchetKey)) {
    return openInNewChain(ratchet, header, now, attempt);
  }
  const reached = reach(receiving, header.number, attempt);
  if (reached === undefined) return undefined;
  const passed = { ratchetKey: remoteKey, first: receiving.next, keys: reached.passed, storedAt: now };
  const skipped = withSkipped(ratchet.skipped, [passed], now);
  return { ratchet: { ...ratchet, receiving: reached.chain, skipped }, plaintext: reached.plaintext };
}

function openInNewChain(
  ratchet: Ratchet,
  header: RatchetHeader,
  now: number,
  attempt: Attempt,
): OpenedStep | undefined {
  const { receiving, remoteKey } = ratchet;
  // Messages of the chain that ends here and have not come.
  const missing = header.previousLength - (receiving?.next ?? 0);
  if (missing < 0 || missing + header.number > MAX_SKIP) return undefined;
  if (missing > 0 && receiving === undefined) return undefined;
  // A copy: the header may be a view of a large buffer, and imported keys are cached by array.
  const theirs = header.ratchetKey.slice();
  const { rootKey, chain } = rootStep(ratchet.rootKey, ratchet.own.secretKey, theirs);
  const reached = reach(chain, header.number, attempt);
  if (reached === undefined) return undefined;
  const runs: SkippedRun[] = [{ ratchetKey: theirs, first: 0, keys: reached.passed, storedAt: now }];
  if (receiving !== undefined && remoteKey !== undefined) {
    // Only now that the message has proved to be real, the rest of the old chain is worth deriving.
    const { passed } = advance(receiving, header.previousLength);
    runs.unshift({ ratchetKey: remoteKey, first: receiving.next, keys: passed, storedAt: now });
  }
  return {
    plaintext: reached.plaintext,
    ratchet: {
      ...ratchet,
      rootKey,
      remoteKey: theirs,
      sending: undefined,
      receiving: reached.chain,
      previousLength: ratchet.sending?.next ?? ratchet.previousLength,
      skipped: withSkipped(ratchet.skipped, runs, now),
    },
  };
}

/** Opens the message of this number and gives the chain behind it, with the keys of the numbers that were passed over. */
function reach(
  chain: Chain,
  number: number,
  attempt: Attempt,
): { readonly chain: Chain; readonly passed: Uint8Array; readonly plaintext: Uint8Array } | undefined {
  if (number < chain.next || number - chain.next > MAX_SKIP) return undefined;
  const { key, passed } = advance(chain, number);
  const [messageKey, after] = chainStep(key);
  const plaintext = attempt(messageKey);
  return plaintext && { chain: { key: after, next: number + 1 }, passed, plaintext };
}

/** The chain key of this number, and the message keys of the numbers before it. The caller has bounded how many these are. */
function advance(chain: Chain, number: number): { readonly key: Uint8Array; readonly passed: Uint8Array } {
  if (number === chain.next) return { key: chain.key, passed: NONE };
  const passed = new Uint8Array((number - chain.next) * MESSAGE_KEY_BYTES);
  let { key } = chain;
  for (let at = 0; at < passed.length; at += MESSAGE_KEY_BYTES) {
    const [messageKey, after] = chainStep(key);
    passed.set(messageKey, at);
    key = after;
  }
  return { key, passed };
}

function rootStep(
  rootKey: Uint8Array,
  secretKey: Uint8Array,
  publicKey: Uint8Array,
): { readonly rootKey: Uint8Array; readonly chain: Chain } {
  const derived = hkdfSha256(dh(secretKey, publicKey), rootKey, ROOT_INFO, 64);
  return { rootKey: derived.slice(0, 32), chain: { key: derived.slice(32), next: 0 } };
}

/** Message key and next chain key. */
const chainStep = (chainKey: Uint8Array): [Uint8Array, Uint8Array] =>
  hmacSha256Pair(chainKey, MESSAGE_KEY_INPUT, CHAIN_KEY_INPUT);
