/** Handing mail out in order, and forgetting it once its owner has it, or nobody came for it in time. */
import { failpoint } from '../../shared/failpoints.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { ID_BYTES, toHex } from '../../shared/ids.ts';
import type { DrainRequest, DrainResponse, Mail } from '../../shared/wire/generated/rendezvous.js';
import { MAX_DRAIN_ITEMS, MAX_PAGE_BYTES } from '../../shared/wire/limits.ts';
import { MailboxRow, MailRow, type SenderRow } from '../store/generated/rows.js';
import type { Row, Store, StoreReader, StoreTransaction } from '../store/store.ts';
import { mailboxLock } from './deposit.ts';
import {
  behindOwner,
  depositKey,
  findDeposit,
  findMailbox,
  findSender,
  LAST_SEQUENCE,
  mailKey,
  putSender,
  sequenceOf,
} from './rows.ts';

/** Rows of one read: a page of the largest mails is read in two, and of the smallest in 16. */
const READ_ROWS = 16;
/** Numbers, times and tags of one mail in a page. */
const MAIL_OVERHEAD_BYTES = 96;

/**
 * A page of mail behind `after`, in order: at most MAX_DRAIN_ITEMS and MAX_PAGE_BYTES, and at least one while there is any.
 * @param now Unix milliseconds
 */
export async function drain(
  reader: StoreReader,
  owner: Uint8Array,
  request: DrainRequest,
  now: number,
): Promise<DrainResponse> {
  const limit = request.limit === 0 ? MAX_DRAIN_ITEMS : Math.min(request.limit, MAX_DRAIN_ITEMS);
  const mail: Mail[] = [];
  let bytes = 0;
  let after = request.after;
  while (true) {
    const rows = await reader.scan('mail', {
      gt: mailKey(owner, after),
      lte: mailKey(owner, LAST_SEQUENCE),
      limit: READ_ROWS,
    });
    for (const { key, value } of rows) {
      const sequence = sequenceOf(key);
      const { depositor, envelope, storedAt, expiresAt } = MailRow.decode(value);
      after = sequence;
      if (expiresAt <= BigInt(now)) continue;
      bytes += envelope.length + MAIL_OVERHEAD_BYTES;
      if (mail.length >= limit || (mail.length > 0 && bytes > MAX_PAGE_BYTES)) return { mail, more: true };
      mail.push({ sequence, depositor, envelope, storedAt });
    }
    failpoint('server-drain-read');
    if (rows.length < READ_ROWS) return { mail, more: false };
  }
}

/** What a mailbox holds, for the answer to a login. */
export async function mailboxSummary(
  reader: StoreReader,
  owner: Uint8Array,
): Promise<{ readonly highestMail: bigint; readonly waitingMail: number }> {
  const { last, count } = await findMailbox(reader, owner);
  return { highestMail: last, waitingMail: count };
}

/** Deletes every mail up to this number, in bounded steps, and gives its room back. @returns how many */
export async function acknowledge(store: Store, owner: Uint8Array, upTo: bigint, stepRows: number): Promise<number> {
  let deleted = 0;
  failpoint('server-acknowledge-taken');
  while (true) {
    const step = await store.transact([mailboxLock(owner)], async (tx) => {
      const rows = await tx.scan('mail', { gte: owner, lte: mailKey(owner, upTo), limit: stepRows });
      await remove(tx, owner, rows);
      failpoint('server-acknowledge-step');
      return rows.length;
    });
    failpoint('server-acknowledge-committed');
    deleted += step;
    if (step < stepRows) return deleted;
  }
}

/**
 * One pass over all mailboxes: deletes the expired mail at the head of each. Numbers go on where they were.
 * @param now Unix milliseconds @returns how many
 */
export async function sweepExpired(
  store: Store,
  now: () => number,
  stepRows: number,
  signal: AbortSignal,
): Promise<number> {
  let deleted = 0;
  let after: Uint8Array | undefined;
  while (!signal.aborted) {
    const [next] = await store.scan('mailboxes', { ...(after === undefined ? {} : { gt: after }), limit: 1 });
    if (next === undefined) break;
    const owner = next.key.slice(0, ID_BYTES);
    after = behindOwner(owner);
    if (MailboxRow.decode(next.value).count > 0) deleted += await expire(store, owner, now(), stepRows, signal);
    // Others have their turn between two mailboxes.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  return deleted;
}

async function expire(
  store: Store,
  owner: Uint8Array,
  now: number,
  stepRows: number,
  signal: AbortSignal,
): Promise<number> {
  let deleted = 0;
  while (!signal.aborted) {
    const [oldest] = await store.scan('mail', { gte: owner, lte: mailKey(owner, LAST_SEQUENCE), limit: 1 });
    if (oldest === undefined || !isExpired(oldest, now)) break;
    deleted += await store.transact([mailboxLock(owner)], async (tx) => {
      const rows = await tx.scan('mail', { gte: owner, lte: mailKey(owner, LAST_SEQUENCE), limit: stepRows });
      const fresh = rows.findIndex((row) => !isExpired(row, now));
      const expired = fresh < 0 ? rows : rows.slice(0, fresh);
      await remove(tx, owner, expired);
      return expired.length;
    });
  }
  return deleted;
}

const isExpired = ({ value }: Row, now: number): boolean => MailRow.decode(value).expiresAt <= BigInt(now);

async function remove(tx: StoreTransaction, owner: Uint8Array, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const mailbox = await findMailbox(tx, owner);
  const senders = new Map<string, { readonly depositor: Uint8Array; readonly usage: SenderRow }>();
  for (const { key, value } of rows) {
    const { depositor, envelope } = MailRow.decode(value);
    const name = toHex(depositor);
    const sender = senders.get(name) ?? { depositor, usage: await findSender(tx, owner, depositor) };
    senders.set(name, sender);
    const size = BigInt(envelope.length);
    sender.usage.count -= 1;
    sender.usage.bytes -= size;
    mailbox.count -= 1;
    mailbox.bytes -= size;
    tx.delete('mail', key);
    const deposited = depositKey(owner, depositor, sha256(envelope));
    // An expired one may have been deposited again under a new number.
    if ((await findDeposit(tx, deposited))?.sequence === sequenceOf(key)) tx.delete('mailboxes', deposited);
  }
  tx.put('mailboxes', owner, MailboxRow.encode(mailbox));
  for (const { depositor, usage } of senders.values()) putSender(tx, owner, depositor, usage);
}
