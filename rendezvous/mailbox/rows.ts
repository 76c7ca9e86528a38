/**
 * Rows of a mailbox. Everything of one owner lies together, and the owner's own row comes first, so that a sweep goes from
 * mailbox to mailbox without reading what lies between.
 */
import { u64 } from '../../shared/crypto/layout.ts';
import { concatBytes, ID_BYTES } from '../../shared/ids.ts';
import { DepositRow, MailboxRow, SenderRow } from '../store/generated/rows.js';
import { whenRead, type Maybe, type StoreReader, type StoreTransaction } from '../store/store.ts';

export const mailKey = (owner: Uint8Array, sequence: bigint): Uint8Array => concatBytes(owner, u64(sequence));
export const sequenceOf = (key: Uint8Array): bigint =>
  new DataView(key.buffer, key.byteOffset + ID_BYTES).getBigUint64(0);
export const senderKey = (owner: Uint8Array, depositor: Uint8Array): Uint8Array => concatBytes(owner, depositor);
export const depositKey = (owner: Uint8Array, depositor: Uint8Array, envelopeId: Uint8Array): Uint8Array =>
  concatBytes(owner, depositor, envelopeId);
/** Behind everything of one owner in the table of mailboxes. */
export const behindOwner = (owner: Uint8Array): Uint8Array =>
  concatBytes(owner, new Uint8Array(2 * ID_BYTES).fill(0xff));

export const LAST_SEQUENCE = 0xffff_ffff_ffff_ffffn;

export const findMailbox = (reader: StoreReader, owner: Uint8Array): Maybe<MailboxRow> =>
  whenRead(reader.get('mailboxes', owner), (bytes) =>
    bytes === undefined ? { last: 0n, count: 0, bytes: 0n, first: 0n } : MailboxRow.decode(bytes),
  );

export const findSender = (reader: StoreReader, owner: Uint8Array, depositor: Uint8Array): Maybe<SenderRow> =>
  whenRead(reader.get('mailboxes', senderKey(owner, depositor)), (bytes) =>
    bytes === undefined ? { count: 0, bytes: 0n } : SenderRow.decode(bytes),
  );

export const findDeposit = (reader: StoreReader, key: Uint8Array): Maybe<DepositRow | undefined> =>
  whenRead(reader.get('mailboxes', key), (bytes) => (bytes === undefined ? undefined : DepositRow.decode(bytes)));

/** A sender of whom nothing waits needs no row. */
export function putSender(tx: StoreTransaction, owner: Uint8Array, depositor: Uint8Array, sender: SenderRow): void {
  const key = senderKey(owner, depositor);
  if (sender.count === 0) tx.delete('mailboxes', key);
  else tx.put('mailboxes', key, SenderRow.encode(sender));
}
