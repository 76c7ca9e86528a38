/** Taking in mail: the one request that is made for every message to somebody who is away. Committed, then receipted. */
import { sha256 } from '../../shared/crypto/hash.ts';
import { MiyuError } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { ID_BYTES, toHex } from '../../shared/ids.ts';
import type { DepositReceipt, Signed } from '../../shared/wire/generated/identity.js';
import type { DepositRequest } from '../../shared/wire/generated/rendezvous.js';
import { DepositRow, MailboxRow, MailRow, type SenderRow } from '../store/generated/rows.js';
import { whenRead, type Maybe, type Store, type StoreTransaction } from '../store/store.ts';
import { checkEnvelope, checkQuota, type MailboxLimits } from './policy.ts';
import { depositKey, findDeposit, findMailbox, findSender, mailKey, putSender } from './rows.ts';

type Access = 'granted' | 'revoked' | 'none';

export interface DepositParts {
  readonly store: Store;
  readonly limits: MailboxLimits;
  isRegistered(account: Uint8Array): Maybe<boolean>;
  /** Whether the owner's grant for this depositor stands. */
  mayDeposit(owner: Uint8Array, depositor: Uint8Array): Maybe<Access>;
  /** Keeps a grant that the depositor shows, where it is newer than what stands. @throws MiyuError 'grant-invalid' */
  showGrant(owner: Uint8Array, depositor: Uint8Array, grant: Signed): Promise<void>;
  signReceipt(receipt: Omit<DepositReceipt, 'version' | 'server'>): Signed;
}

export interface Deposited<T> {
  readonly answer: T;
  readonly sequence: bigint;
  /** False: this very deposit was there already. */
  readonly isNew: boolean;
}

/** The lock of everything that changes one mailbox. */
export const mailboxLock = (owner: Uint8Array): string => `mailbox:${toHex(owner)}`;

/**
 * The same envelope by the same depositor, while it waits, is the same mail with the same number.
 * @param now Unix milliseconds
 * @param answerOf makes the answer of the receipt, perhaps before the mail is on disk: it must not leave by itself
 * @throws MiyuError 'malformed' | 'too-large' | 'envelope-invalid' | 'no-mailbox' | 'not-granted' | 'grant-revoked' |
 *   'grant-invalid' | 'mailbox-full' | 'sender-quota'
 */
export async function deposit<T>(
  parts: DepositParts,
  depositor: Uint8Array,
  request: DepositRequest,
  now: number,
  answerOf: (receipt: Signed) => T,
): Promise<Deposited<T>> {
  const { owner, envelope, grant } = request;
  if (owner.length !== ID_BYTES) throw new MiyuError('malformed', { field: 'owner' });
  checkEnvelope(envelope, owner);
  const access = parts.mayDeposit(owner, depositor);
  if (access !== 'granted') await assertAccess(parts, owner, depositor, grant, await access);

  const envelopeId = sha256(envelope);
  failpoint('server-deposit-taken');
  const waiting: { kept?: Kept } = {};
  const stored = parts.store.transact([mailboxLock(owner)], (tx) =>
    whenRead(parts.isRegistered(owner), (isRegistered) => {
      // Deleted while this was on its way.
      if (!isRegistered) throw new MiyuError('no-mailbox');
      const incoming = { owner, depositor, envelope, envelopeId };
      return whenRead(keep(parts.limits, tx, incoming, now), (kept) => (waiting.kept = kept));
    }),
  );
  const answerFor = ({ row: { sequence, storedAt, expiresAt } }: Kept): T =>
    answerOf(parts.signReceipt({ owner, depositor, envelopeId, sequence, storedAt, expiresAt }));
  // The disk is at work by now: the receipt is made meanwhile, and leaves when the mail is there.
  const early = waiting.kept;
  const prepared = early === undefined ? undefined : answerFor(early);
  const kept = await stored;
  failpoint('server-deposit-committed');
  const answer = prepared !== undefined && kept === early ? prepared : answerFor(kept);
  return { answer, sequence: kept.row.sequence, isNew: kept.isNew };
}

async function assertAccess(
  parts: DepositParts,
  owner: Uint8Array,
  depositor: Uint8Array,
  grant: Signed | undefined,
  before: Access,
): Promise<void> {
  let access = before;
  if (access === 'granted') return;
  if (!(await parts.isRegistered(owner))) throw new MiyuError('no-mailbox');
  if (grant !== undefined) {
    await parts.showGrant(owner, depositor, grant);
    access = await parts.mayDeposit(owner, depositor);
  }
  if (access !== 'granted') throw new MiyuError(access === 'revoked' ? 'grant-revoked' : 'not-granted');
}

interface Kept {
  readonly row: DepositRow;
  readonly isNew: boolean;
}

interface Incoming {
  readonly owner: Uint8Array;
  readonly depositor: Uint8Array;
  readonly envelope: Uint8Array;
  readonly envelopeId: Uint8Array;
}

function keep(limits: MailboxLimits, tx: StoreTransaction, incoming: Incoming, now: number): Maybe<Kept> {
  const { owner, depositor, envelopeId } = incoming;
  const key = depositKey(owner, depositor, envelopeId);
  return whenRead(findDeposit(tx, key), (known) => {
    // What has expired is deposited again, and is new mail.
    if (known !== undefined && known.expiresAt > BigInt(now)) return { row: known, isNew: false };
    return whenRead(findMailbox(tx, owner), (mailbox) =>
      whenRead(findSender(tx, owner, depositor), (sender) => add(limits, tx, incoming, { key, mailbox, sender }, now)),
    );
  });
}

function add(
  limits: MailboxLimits,
  tx: StoreTransaction,
  { owner, depositor, envelope }: Incoming,
  { key, mailbox, sender }: { readonly key: Uint8Array; readonly mailbox: MailboxRow; readonly sender: SenderRow },
  now: number,
): Kept {
  const size = envelope.length;
  checkQuota(limits, mailbox, sender, size);
  const sequence = mailbox.last + 1n;
  const storedAt = BigInt(now);
  const expiresAt = BigInt(now + limits.lifetimeMs);
  const row = { sequence, storedAt, expiresAt };
  // The number was never given before.
  tx.insert('mail', mailKey(owner, sequence), MailRow.encode({ depositor, envelope, storedAt, expiresAt }));
  tx.put('mailboxes', key, DepositRow.encode(row));
  const bytes = mailbox.bytes + BigInt(size);
  tx.put('mailboxes', owner, MailboxRow.encode({ ...mailbox, last: sequence, count: mailbox.count + 1, bytes }));
  putSender(tx, owner, depositor, { count: sender.count + 1, bytes: sender.bytes + BigInt(size) });
  failpoint('server-deposit-kept');
  return { row, isNew: true };
}
