/**
 * Figure (a): a session of ours beside libsignal's Node API, one process, 200-byte texts, CPU time, interleaved.
 *
 *   ping-pong      each message answers the one before: a root step each time
 *   one direction  the chain alone
 *   set-up         prekeys made in batches of 64, bundle verified, first message sealed and opened; both sides together
 *
 * Each step ends with the session as bytes, ready to be stored: on both sides, for a session that is not on disk before the
 * message leaves is of no use. (libsignal also reads its record back from bytes; a lane of ours keeps the session that it wrote.)
 * Ours pads to a bucket and back, as the product does. The parts say what it is without the bytes.
 *
 *   node scripts/bench/ratchet.ts [--runs 5] [--json]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { encodeContent, encodeText } from '../../node/core/content.ts';
import { createPrekeys, makeBundle, verifyBundle, type OwnPrekeySet } from '../../node/core/prekeys.ts';
import {
  acceptFirst,
  decodeEnvelope,
  encodeSession,
  isCannotOpen,
  open,
  openSessionTo,
  seal,
  type OwnIdentity,
  type PeerIdentity,
  type PrekeySecrets,
  type Session,
} from '../../node/core/session.ts';
import { createIdentity } from '../../shared/crypto/identity.ts';
import { nodeKem as kem } from '../../shared/crypto/kem.ts';
import { pad, unpad } from '../../shared/crypto/padding.ts';
import { peerIdBytesOfEd25519 } from '../../shared/crypto/peer-ids.ts';
import { systemRandom as random } from '../../shared/crypto/random.ts';
import { makeCertificate, makeIdentityStatement, openIdentityChain } from '../../shared/crypto/statements.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { CONTENT } from '../../shared/wire/protocols.ts';
import { figureOf, median, printFigures, type Figure } from './figures.ts';
import { libsignalSide, loadLibsignal, type LibsignalSide } from './libsignal.ts';

const TEXT_BYTES = 200;
/** Operations of one turn: as many as give both sides turns of about a quarter to half a second. */
const PING_PONG = { ours: 2_000, theirs: 1_000 };
const ONE_DIRECTION = { ours: 20_000, theirs: 2_000 };
/** A batch of prekeys each. */
const SET_UPS = 64;
/** Turns of each side in one run, whose figure is the median: another program's bursts fall out. */
const TURNS = 3;

interface OurSide {
  readonly own: OwnIdentity;
  readonly peer: PeerIdentity;
  readonly destination: { readonly account: Uint8Array; readonly device: Uint8Array; readonly epoch: bigint };
}

function ourSide(name: string): OurSide {
  const identity = createIdentity(random);
  const { account, identityKey, exchangeKey } = openIdentityChain([makeIdentityStatement(identity, name, random(16))]);
  const device = peerIdBytesOfEd25519(createIdentity(random).signing.publicKey);
  const certificate = makeCertificate(identity, account, device, 1n);
  return {
    own: { account, identity, certificate },
    // A contact's certificate was verified when the contact was made.
    peer: { account, identityKey, exchangeKey, certificate: Signed.encode(certificate) },
    destination: { account, device, epoch: 1n },
  };
}

function ourPrekeys(side: OurSide): {
  set: OwnPrekeySet;
  published: ReturnType<typeof makeBundle>;
  secrets: PrekeySecrets;
} {
  const set = createPrekeys(random, kem, 1, SET_UPS);
  const byId = new Map(set.oneTime.map((prekey) => [prekey.id, prekey]));
  return {
    set,
    published: makeBundle(side.own.identity, side.destination, set, 1n),
    secrets: {
      signedPrekey: (id) => (id === set.signedPrekey.id ? set.signedPrekey.secretKey : undefined),
      lastResort: (id) => (id === set.lastResort.id ? set.lastResort.secretKey : undefined),
      oneTime: (id) => byId.get(id),
    },
  };
}

const opened = <T extends object>(result: T): Exclude<T, { readonly cannotOpen: true }> => {
  if (isCannotOpen(result)) throw new Error('a message of the bench did not open');
  return result as Exclude<T, { readonly cannotOpen: true }>;
};

type Prekeys = ReturnType<typeof ourPrekeys>;

/** One session from bundle to first message opened: the initiator's and the responder's. */
function ourSetUp(a: OurSide, b: OurSide, prekeys: Prekeys, index: number, content: Uint8Array): [Session, Session] {
  const { bundle, oneTime } = prekeys.published;
  const fetched = { bundle, oneTime: oneTime[index]! };
  const begun = openSessionTo(a.own, b.peer, verifyBundle(b.peer, fetched), { random, kem });
  const first = seal(begun, b.destination, pad(content), random);
  const accepted = opened(acceptFirst(b.own, a.peer, decodeEnvelope(first.envelope), prekeys.secrets, { kem, now: 1 }));
  unpad(accepted.plaintext);
  return [first.session, accepted.session];
}

/** Two sides whose session is confirmed, so that messages are plain ones from here on. */
function ourPair(content: Uint8Array, serialised: boolean): (fromFirst: boolean) => void {
  const sides = [ourSide('a'), ourSide('b')] as const;
  const sessions = ourSetUp(sides[0], sides[1], ourPrekeys(sides[1]), 0, content);
  const send = (fromFirst: boolean): void => {
    const [from, to] = fromFirst ? [0, 1] : [1, 0];
    const sealed = seal(sessions[from]!, sides[to]!.destination, pad(content), random);
    const arrived = opened(open(sessions[to]!, decodeEnvelope(sealed.envelope), 1));
    if (unpad(arrived.plaintext)?.length !== content.length) throw new Error('a message of the bench came out changed');
    if (serialised) {
      encodeSession(sealed.session);
      encodeSession(arrived.session);
    }
    sessions[from] = sealed.session;
    sessions[to] = arrived.session;
  };
  send(false);
  return send;
}

type Lib = Awaited<ReturnType<typeof loadLibsignal>>;

async function theirSend(from: LibsignalSide, to: LibsignalSide, text: Uint8Array): Promise<void> {
  const plaintext = await to.decrypt(await from.encrypt(text, to), from);
  if (plaintext.length !== text.length) throw new Error('a message of the bench came out changed');
}

async function theirPair(
  lib: Lib,
  text: Uint8Array,
  serialised: boolean,
): Promise<(fromFirst: boolean) => Promise<void>> {
  const [a, b] = [libsignalSide(lib, 'a', serialised), libsignalSide(lib, 'b', serialised)];
  b.makePrekeys(1);
  await a.open(b.bundle(0), b);
  await theirSend(a, b, text);
  await theirSend(b, a, text);
  return async (fromFirst) => (fromFirst ? theirSend(a, b, text) : theirSend(b, a, text));
}

/** Microseconds per operation. */
interface Measured {
  readonly ours: number;
  readonly theirs: number;
  readonly oursWall: number;
  readonly theirsWall: number;
}

interface Operations {
  readonly ours: number;
  readonly theirs: number;
}

type Turn = () => void | Promise<void>;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as (options: { type: 'minor' }) => void;

/**
 * CPU microseconds of this process per operation. Both sides leave native objects behind, which are dear to collect and are
 * collected in bursts: so each turn ends with a collection of what it left, and nobody pays for the other's.
 */
async function interleaved(operations: Operations, ours: Turn, theirs: Turn): Promise<Measured> {
  const cpu: Record<'ours' | 'theirs', number[]> = { ours: [], theirs: [] };
  const wall: typeof cpu = { ours: [], theirs: [] };
  const sides = [
    ['ours', ours],
    ['theirs', theirs],
  ] as const;
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [name, run] of turn % 2 === 0 ? sides : sides.toReversed()) {
      const [before, start] = [process.cpuUsage(), performance.now()];
      await run();
      collectGarbage({ type: 'minor' });
      const { user, system } = process.cpuUsage(before);
      cpu[name].push((user + system) / operations[name]);
      wall[name].push(((performance.now() - start) * 1_000) / operations[name]);
    }
  }
  return {
    ours: median(cpu.ours),
    theirs: median(cpu.theirs),
    oursWall: median(wall.ours),
    theirsWall: median(wall.theirs),
  };
}

async function messages(
  lib: Lib,
  count: Operations,
  fromFirst: (i: number) => boolean,
  serialised: boolean,
): Promise<Measured> {
  const ours = ourPair(contentOf('x'.repeat(TEXT_BYTES)), serialised);
  const theirs = await theirPair(lib, random(TEXT_BYTES), serialised);
  return interleaved(
    count,
    () => {
      for (let i = 0; i < count.ours; i += 1) ours(fromFirst(i));
    },
    async () => {
      for (let i = 0; i < count.theirs; i += 1) await theirs(fromFirst(i));
    },
  );
}

/** A text message as the product seals it: the content's own fields come on top of the 200 bytes. */
const contentOf = (text: string): Uint8Array =>
  encodeContent({
    kind: CONTENT.text,
    messageId: random(16),
    epoch: 1n,
    number: 1n,
    sentAt: 1n,
    settledBelow: 1n,
    body: encodeText(text),
  });

async function setUps(lib: Lib, serialised: boolean): Promise<Measured> {
  const text = random(TEXT_BYTES);
  const content = contentOf('x'.repeat(TEXT_BYTES));
  const [a, b] = [ourSide('a'), ourSide('b')];
  const theirs = Array.from({ length: TURNS }, () => ({
    responder: libsignalSide(lib, 'responder', serialised),
    initiators: Array.from({ length: SET_UPS }, (_, i) => libsignalSide(lib, `initiator-${i}`, serialised)),
  }));
  return interleaved(
    { ours: SET_UPS, theirs: SET_UPS },
    () => {
      const prekeys = ourPrekeys(b);
      for (let i = 0; i < SET_UPS; i += 1) {
        const sessions = ourSetUp(a, b, prekeys, i, content);
        if (serialised) sessions.map(encodeSession);
      }
    },
    async () => {
      const { responder, initiators } = theirs.pop()!;
      responder.makePrekeys(SET_UPS);
      for (const [i, initiator] of initiators.entries()) {
        await initiator.open(responder.bundle(i), responder);
        await theirSend(initiator, responder, text);
      }
    },
  );
}

const goal = (least: number) => ({ text: `≥ ${least.toFixed(1)}`, met: (ratio: number) => ratio >= least });

export interface BenchRatchetOptions {
  readonly runs: number;
  readonly progress?: (done: number) => void;
  /** Folder that git ignores, where libsignal is kept once fetched. */
  readonly cache?: string;
}

/** @throws Error where libsignal cannot be fetched or loaded here: without a peer there is no figure */
export async function benchRatchet(options: BenchRatchetOptions): Promise<Figure[]> {
  const lib = await loadLibsignal(options.cache ?? join(import.meta.dirname, '..', '..', '.cache'));
  const alternate = (i: number): boolean => i % 2 === 0;
  const always = (): boolean => true;
  const kinds = [
    { name: 'ping-pong', goal: goal(2), measure: (bytes: boolean) => messages(lib, PING_PONG, alternate, bytes) },
    { name: 'one direction', goal: goal(10), measure: (bytes: boolean) => messages(lib, ONE_DIRECTION, always, bytes) },
    { name: 'set-up, both sides', goal: goal(1.2), measure: (bytes: boolean) => setUps(lib, bytes) },
  ];
  // Through everything before the first run, for the compilers.
  for (const { measure } of kinds) await measure(true);

  const runs = kinds.map(() => [] as { ratio: number; parts: Record<string, number> }[]);
  for (let run = 0; run < options.runs; run += 1) {
    for (const [i, { measure }] of kinds.entries()) {
      const stored = await measure(true);
      const plain = await measure(false);
      runs[i]!.push({
        ratio: stored.theirs / stored.ours,
        parts: {
          'ours, CPU µs': stored.ours,
          'libsignal, CPU µs': stored.theirs,
          'ours, wall µs': stored.oursWall,
          'libsignal, wall µs': stored.theirsWall,
          'ours without bytes, CPU µs': plain.ours,
          'libsignal without bytes, CPU µs': plain.theirs,
          'ratio without bytes': plain.theirs / plain.ours,
        },
      });
    }
    options.progress?.(run + 1);
  }
  return kinds.map(({ name, goal: wanted }, i) => figureOf(`${name}, libsignal ÷ ours`, wanted, runs[i]!));
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
  });
  const runs = Number.parseInt(values.runs, 10);
  if (!(runs >= 1 && runs <= 100)) {
    console.error('usage: node scripts/bench/ratchet.ts [--runs 5] [--json]');
    process.exit(2);
  }
  const figures = await benchRatchet({ runs });
  if (values.json) console.log(JSON.stringify({ runs, node: process.version, figures }, undefined, 2));
  else printFigures('our session beside libsignal, 200-byte messages, one process', figures);
}
