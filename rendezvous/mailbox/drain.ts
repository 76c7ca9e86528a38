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

/**
 * Rows of the first read of a page, and of each further one while the mails are small: a page of the largest mails is read in one, and
 * of the smallest in five. No read brings more than 64 × 70 KiB, as none of an acknowledgement does.
 */
const READ_ROWS = 16;
const READ_SMALL_ROWS = 64;
const SMALL_BYTES = 2 * 1024;
/** Steps of an acknowledgement that share the way to the disk: those of a whole page. */
const STEPS_AT_ONCE = 4;
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
  const { first } = await findMailbox(reader, owner);
  let after = request.after < first ? first - 1n : request.after;
  while (true) {
    const areSmall = mail.length > 0 && bytes < mail.length * SMALL_BYTES;
    // One more than there is room for says whether more is waiting.
    const wanted = areSmall ? Math.min(READ_SMALL_ROWS, limit - mail.length + 1) : READ_ROWS;
    const rows = await reader.scan('mail', {
      gt: mailKey(owner, after),
      lte: mailKey(owner, LAST_SEQUENCE),
      limit: wanted,
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
    if (rows.length < wanted) return { mail, more: false };
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

/**
 * Deletes every mail up to this number, in bounded steps, and gives its room back. Steps of one page follow one another without
 * waiting for the disk, which takes them together. @returns how many
 */
export async function acknowledge(store: Store, owner: Uint8Array, upTo: bigint, stepRows: number): Promise<number> {
  let deleted = 0;
  failpoint('server-acknowledge-taken');
  while (true) {
    const { first } = await findMailbox(store, owner);
    const steps = Number((upTo - first) / BigInt(stepRows)) + 1;
    const atOnce = Math.min(Math.max(steps, 1), STEPS_AT_ONCE);
    const counts = await Promise.all(
      Array.from({ length: atOnce }, () => acknowledgeStep(store, owner, upTo, stepRows)),
    );
    failpoint('server-acknowledge-committed');
    deleted += counts.reduce((sum, count) => sum + count, 0);
    if (counts.at(-1)! < stepRows) return deleted;
  }
}

const acknowledgeStep = (store: Store, owner: Uint8Array, upTo: bigint, stepRows: number): Promise<number> =>
  store.transact([mailboxLock(owner)], async (tx) => {
    const { first } = await findMailbox(tx, owner);
    if (upTo < first) return 0;
    const rows = await tx.scan('mail', { gte: mailKey(owner, first), lte: mailKey(owner, upTo), limit: stepRows });
    await remove(tx, owner, rows);
    failpoint('server-acknowledge-step');
    return rows.length;
  });

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
    const { first } = await findMailbox(store, owner);
    const [oldest] = await store.scan('mail', {
      gte: mailKey(owner, first),
      lte: mailKey(owner, LAST_SEQUENCE),
      limit: 1,
    });
    if (oldest === undefined || !isExpired(oldest, now)) break;
    deleted += await store.transact([mailboxLock(owner)], async (tx) => {
      const from = mailKey(owner, first);
      const rows = await tx.scan('mail', { gte: from, lte: mailKey(owner, LAST_SEQUENCE), limit: stepRows });
      const fresh = rows.findIndex((row) => !isExpired(row, now));
      const expired = fresh < 0 ? rows : rows.slice(0, fresh);
      await remove(tx, owner, expired);
      return expired.length;
    });
  }
  return deleted;
}

const isExpired = ({ value }: Row, now: number): boolean => MailRow.decode(value).expiresAt <= BigInt(now);

/** @param rows the oldest of the mailbox, all of them up to the last of these */
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
  mailbox.first = sequenceOf(rows.at(-1)!.key) + 1n;
  tx.put('mailboxes', owner, MailboxRow.encode(mailbox));
  for (const { depositor, usage } of senders.values()) putSender(tx, owner, depositor, usage);
}
