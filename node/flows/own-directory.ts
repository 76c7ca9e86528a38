/**
 * What the home's directory shows of an account whose vault has just come from somewhere: the same identity, and a chain of statements that is
 * the vault's own or goes on from it. The person may have taken another name since the vault was sealed.
 */
import type { KeyFileContent } from '../core/generated/vault.js';
import { decodeHome } from '../../shared/crypto/home.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { makeCertificate } from '../../shared/crypto/statements.ts';
import { isMiyuError, MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { accountKey } from '../../shared/transparency/map-entries.ts';
import { decodeLookupProof } from '../../shared/transparency/proof-bytes.ts';
import type { OpenedHead } from '../../shared/transparency/tree-head.ts';
import { isLookupRefused, judgeLookup } from '../../shared/transparency/view.ts';
import { foldName } from '../../shared/usernames.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import type { LogKept, LookupResponse } from '../../shared/wire/generated/rendezvous.js';
import { MAX_HEAD_AGE_MS } from '../../shared/wire/limits.ts';
import { lookUp } from './lookup.ts';
import { aheadOfOwn, goneOn } from './own-chain.ts';
import { headsOf } from './personal.ts';
import type { RendezvousClient, Waiting } from './ports.ts';
import { identityOf } from './vault-content.ts';

/** Answers that no directory gives that has this account as it is. */
const CONTRADICTIONS: readonly ErrorCode[] = [
  'no-such-user',
  'statement-invalid',
  'certificate-invalid',
  'protocol-violation',
];

export interface Asking {
  /** PeerId bytes of this connection. */
  readonly device: Uint8Array;
  /** What the person calls the account. */
  readonly name: string;
  /** Unix milliseconds. */
  readonly now: number;
}

/**
 * The directory must show the identity that the copy holds, and nothing else under its account: a server that has put another in its place
 * is found out before this machine keeps or signs anything. Statements that follow the copy's own, by the same keys, are taken over where
 * the log proves that the last one is the latest, in a tree that goes on from the head which the copy carries.
 * @returns the content, with what has followed it
 * @throws MiyuError 'vault-rejected' (field directory, or name: the account is called otherwise) | 'log-stale', and as the client
 */
export async function checkDirectory(
  client: RendezvousClient,
  content: KeyFileContent,
  { device, name, now }: Asking,
  waiting: Waiting,
): Promise<KeyFileContent> {
  await beGuest(client, content, device, waiting);
  const rejected = (cause?: unknown): MiyuError => new MiyuError('vault-rejected', { field: 'directory', cause });
  const kept = headsOf(content.personal).find(({ server }) => equalBytes(server, client.server));
  let answer: LookupResponse | undefined;
  const { account } = content;
  const found = await lookUp(client, decodeHome(content.home), { account }, waiting, async (by) => {
    answer = await client.lookup({ ...by, ...keptOf(kept) }, waiting);
    return answer;
  }).catch((error: unknown) => {
    const contradicts = isMiyuError(error) && CONTRADICTIONS.includes(error.code);
    throw contradicts ? rejected(error) : error;
  });
  const { signing, exchange } = identityOf(content.identity);
  if (!equalBytes(found.identityKey, signing.publicKey) || !equalBytes(found.exchangeKey, exchange.publicKey)) {
    throw rejected();
  }
  let followed = content;
  try {
    const later = aheadOfOwn(content, answer!.statements);
    if (later.length > 0) {
      checkLatest(client.server, kept, answer!, now);
      followed = { ...content, ...goneOn(content, later) };
    }
  } catch (error) {
    throw isMiyuError(error, 'log-stale') ? error : rejected(error);
  }
  // By which it was found: of a server that was set back to before a rename, the former one.
  if (foldName(found.name) !== foldName(name)) throw new MiyuError('vault-rejected', { field: 'name' });
  return followed;
}

const keptOf = (head: OpenedHead | undefined): { kept?: LogKept } =>
  head === undefined ? {} : { kept: { log: head.log, size: BigInt(head.size) } };

/** As the guest that every newer device may be; the epoch is claimed by the sign-in alone. */
async function beGuest(
  client: RendezvousClient,
  content: KeyFileContent,
  device: Uint8Array,
  waiting: Waiting,
): Promise<void> {
  const identity = identityOf(content.identity);
  const statement = Signed.decode(content.statement);
  const introduce = (epoch: bigint) =>
    client.introduce({ statement, certificate: makeCertificate(identity, content.account, device, epoch) }, waiting);
  try {
    await introduce(content.epoch + 1n);
  } catch (error) {
    if (!isMiyuError(error, 'epoch-conflict') || error.detail === undefined) throw error;
    await introduce(BigInt(error.detail) + 1n);
  }
}

/**
 * Whether the log proves that the last of these statements is the latest of the account.
 * @param kept the head that was accepted last; undefined: none
 * @throws MiyuError 'log-stale' | 'log-unproven'
 */
function checkLatest(
  server: Uint8Array,
  kept: OpenedHead | undefined,
  { account, statements, proof }: LookupResponse,
  now: number,
): void {
  const decoded = decodeLookupProof(proof);
  if (decoded === undefined) throw new MiyuError('log-unproven');
  const judge = (from: OpenedHead | undefined) =>
    judgeLookup({ server, kept: from }, accountKey(server, account), decoded, { now, most: MAX_HEAD_AGE_MS });
  let judged = judge(kept);
  // Nothing of the former log is proven by a new one; the person is told of it once signed in.
  if (isLookupRefused(judged) && judged.fault === 'other-log') judged = judge(undefined);
  if (isLookupRefused(judged)) {
    throw new MiyuError(judged.fault === 'stale' || judged.fault === 'early' ? 'log-stale' : 'log-unproven');
  }
  const { entry } = judged;
  const latest = statements.at(-1);
  const isLatest =
    entry !== undefined &&
    !entry.released &&
    latest !== undefined &&
    equalBytes(entry.account, account) &&
    equalBytes(entry.entry, sha256(latest.payload));
  if (!isLatest) throw new MiyuError('log-unproven');
}
