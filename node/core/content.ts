/** What is inside the seal: encoding, decoding with every bound, and what may be numbered. */
import { MiyuError } from '../../shared/errors.ts';
import { SHORT_ID_BYTES } from '../../shared/ids.ts';
import {
  AddressKeyContent,
  Content,
  DeviceAnnounceContent,
  FriendAcceptContent,
  ReceiptContent,
  ResendContent,
  StandContent,
  TextContent,
  TypingContent,
} from '../../shared/wire/generated/content.js';
import {
  MAX_CONTENT_BYTES,
  MAX_FORMER_NUMBERS,
  MAX_RANGES,
  MAX_STAND_EPOCHS,
  MAX_STAND_RANGES,
  MAX_STAND_RECEIPTS,
  MAX_STATEMENT_BYTES,
  MAX_VAULT_NOTE_BYTES,
  MAX_STATEMENTS,
  MAX_TEXT_BYTES,
} from '../../shared/wire/limits.ts';
import { CONTENT, WIRE_VERSION } from '../../shared/wire/protocols.ts';
import { SUM_BYTES } from './conversation-sum.ts';
import { areRanges } from './ranges.ts';

const encoder = new TextEncoder();
const UNIT_BYTES = 3;

/** Kinds that are never numbered, held or acknowledged themselves. */
export const isTransient = (kind: number): boolean =>
  kind === CONTENT.receipt || kind === CONTENT.resend || kind === CONTENT.stand || kind === CONTENT.typing;

/**
 * UTF-8 length of a text that may be sent.
 * @param other what is thrown instead, where the text is a friend's
 * @throws MiyuError 'text-empty' | 'text-too-long' (detail: the limit in bytes)
 */
export function checkText(text: string, other?: 'malformed'): void {
  // A UTF-16 unit is at most three bytes: most texts need not be encoded to be measured.
  if (text.length > 0 && UNIT_BYTES * text.length <= MAX_TEXT_BYTES) return;
  const length = encoder.encode(text).length;
  if (length > 0 && length <= MAX_TEXT_BYTES) return;
  if (other !== undefined) throw new MiyuError(other);
  if (length === 0) throw new MiyuError('text-empty', { field: 'text' });
  throw new MiyuError('text-too-long', { field: 'text', detail: MAX_TEXT_BYTES });
}

export const encodeText = (text: string): Uint8Array => TextContent.encode({ text });

type Encodable = Omit<Content, 'version' | 'formerNumbers'> & Partial<Pick<Content, 'formerNumbers'>>;

export function encodeContent(content: Encodable): Uint8Array {
  // Field by field: it is done for every message, and what is handed in may have many other fields.
  const { messageId, epoch, number, settledBelow, sentAt, kind, body, formerNumbers = [] } = content;
  return Content.encode({
    version: WIRE_VERSION,
    messageId,
    epoch,
    number,
    settledBelow,
    sentAt,
    kind,
    body,
    formerNumbers,
  });
}

/** What a content of a later version is taken as: a kind that we do not know, shown as "needs a newer version". */
export const LATER_KIND = 0xffff_ffff;

/**
 * A content as a friend sent it, its fields bounded; an unknown kind passes with its body untouched, and so does a later version, as
 * LATER_KIND: its number counts, so that the conversation goes on.
 * @throws MiyuError 'malformed'
 */
export function decodeContent(bytes: Uint8Array): Content {
  if (bytes.length > MAX_CONTENT_BYTES) throw new MiyuError('malformed');
  const decoded = guarded(() => Content.decode(bytes, { limits: { formerNumbers: MAX_FORMER_NUMBERS } }));
  if (decoded.version < WIRE_VERSION) throw new MiyuError('malformed');
  const later = decoded.version > WIRE_VERSION && decoded.number !== 0n;
  const content = later ? { ...decoded, kind: LATER_KIND } : decoded;
  if (content.messageId.length !== SHORT_ID_BYTES || content.kind === 0 || content.epoch === 0n) {
    throw new MiyuError('malformed');
  }
  if (isTransient(content.kind) !== (content.number === 0n)) throw new MiyuError('malformed');
  if (content.number !== 0n && content.settledBelow > content.number) throw new MiyuError('malformed');
  // A clock years off is shown as it is; one that no Date can hold is refused.
  if (content.sentAt > 8_640_000_000_000_000n) throw new MiyuError('malformed');
  return content;
}

export function decodeText(body: Uint8Array): string {
  const { text } = guarded(() => TextContent.decode(body));
  checkText(text, 'malformed');
  return text;
}

export function decodeReceipt(body: Uint8Array): ReceiptContent {
  const receipt = guarded(() => ReceiptContent.decode(body, { limits: { ranges: MAX_RANGES } }));
  if (receipt.messageId.length !== 0 && receipt.messageId.length !== SHORT_ID_BYTES) throw new MiyuError('malformed');
  if (receipt.ranges.some((range) => range.first > range.last)) throw new MiyuError('malformed');
  return receipt;
}

export function decodeResend(body: Uint8Array): ResendContent {
  const resend = guarded(() => ResendContent.decode(body, { limits: { ranges: MAX_RANGES, envelopeIds: MAX_RANGES } }));
  if (resend.ranges.some((range) => range.first > range.last)) throw new MiyuError('malformed');
  return resend;
}

export const decodeTyping = (body: Uint8Array): TypingContent => guarded(() => TypingContent.decode(body));

/** A question or its answer: enough that nobody guesses it. */
export const QUESTION_BYTES = 16;

export function decodeStand(body: Uint8Array): StandContent {
  const ranges = { skipped: MAX_STAND_RANGES, held: MAX_STAND_RANGES };
  const sent = { abandoned: MAX_STAND_RANGES };
  const limits = { sent, received: MAX_STAND_EPOCHS, received$: ranges, stored: MAX_STAND_RECEIPTS };
  const stand = guarded(() => StandContent.decode(body, { limits }));
  const valid =
    (stand.sent === undefined ||
      (stand.sent.epoch > 0n && stand.sent.digest.length === SUM_BYTES && areRanges(stand.sent.abandoned))) &&
    stand.received.every(
      ({ base, next, skipped, held, digest }) =>
        base <= next &&
        digest.length === SUM_BYTES &&
        areRanges(skipped) &&
        areRanges(held) &&
        (skipped.at(-1)?.last ?? -1n) < next &&
        (held.length === 0 || (held[0]?.first ?? 0n) >= next),
    ) &&
    stand.stored.every(({ receipt }) => receipt.length <= MAX_STATEMENT_BYTES) &&
    (stand.read === undefined ||
      (stand.read.epoch > 0n && stand.read.number > 0n && stand.read.messageId.length === SHORT_ID_BYTES)) &&
    [stand.vaultNote, stand.seenNote].every((note) => (note?.length ?? 0) <= MAX_VAULT_NOTE_BYTES) &&
    [stand.question, stand.answer].every(({ length }) => length === 0 || length === QUESTION_BYTES);
  if (!valid) throw new MiyuError('malformed');
  return stand;
}

export function decodeFriendAccept(body: Uint8Array): FriendAcceptContent {
  return guarded(() => bounded(FriendAcceptContent.decode(body), ['grant', 'home']));
}

export function decodeDeviceAnnounce(body: Uint8Array): DeviceAnnounceContent {
  const limits = { statements: MAX_STATEMENTS };
  const announce = guarded(() =>
    bounded(DeviceAnnounceContent.decode(body, { limits }), ['certificate', 'home', 'grant']),
  );
  if (announce.statements.some(({ length }) => length > MAX_STATEMENT_BYTES)) throw new MiyuError('malformed');
  return announce;
}

export function decodeAddressKey(body: Uint8Array): AddressKeyContent {
  const content = guarded(() => AddressKeyContent.decode(body));
  if (content.key.length !== 32) throw new MiyuError('malformed');
  return content;
}

function bounded<T, K extends keyof T>(value: T, fields: readonly K[]): T {
  for (const field of fields) {
    const bytes = value[field];
    if (!(bytes instanceof Uint8Array) || bytes.length > MAX_STATEMENT_BYTES) throw new MiyuError('malformed');
  }
  return value;
}

/** What the decoder throws as 'malformed'. */
export function guarded<T>(decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    throw error instanceof MiyuError ? error : new MiyuError('malformed', { cause: error });
  }
}
