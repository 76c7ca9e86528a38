/** Texts with their style and what they answer, and what is done to a text later: reactions, edits, taking it back. */
import { MiyuError } from '../../shared/errors.ts';
import { SHORT_ID_BYTES } from '../../shared/ids.ts';
import {
  DeleteContent,
  EditContent,
  ReactionContent,
  TextContent,
  type ContentRef,
} from '../../shared/wire/generated/content.js';
import { MAX_EMOJI_BYTES } from '../../shared/wire/limits.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';
import { checkText, guarded } from './content.ts';

export type { ContentRef };

/** Names of the numbers of TextStyle, in their order; each theme has its own shade of a colour. */
export const SIZES = ['normal', 'small', 'large', 'huge'] as const;
export const COLORS = ['red', 'orange', 'green', 'teal', 'blue', 'purple', 'pink', 'grey'] as const;
export const FACES = ['sans', 'serif', 'mono', 'hand'] as const;

export interface MessageStyle {
  readonly size: (typeof SIZES)[number];
  /** null: the theme's own. */
  readonly color: (typeof COLORS)[number] | null;
  readonly face: (typeof FACES)[number];
}

export interface StyledText {
  readonly text: string;
  /** null: plain. */
  readonly style: MessageStyle | null;
  readonly replyTo: ContentRef | null;
}

/** Kinds that change a message and are no messages themselves: they have a number and a place, and the chat does not show them. */
export const isAct = (kind: number): boolean =>
  kind === CONTENT.reaction || kind === CONTENT.edit || kind === CONTENT.delete || kind === CONTENT.gone;

/** What a history has of these goes out again to a friend who lacks it. */
export const isKept = (kind: number): boolean => kind === CONTENT.text || isAct(kind);

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });
const encoder = new TextEncoder();
/** Only what emoji are made of (UTS #51): no letters under a joiner, no marks heaped upon a sign. */
const EMOJI_PARTS = /^[\p{Emoji}\p{Emoji_Component}]+$/u;
/** A picture, a flag or a keycap: a digit alone has the property Emoji as well. */
const IS_PICTURE = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u;

/** True for exactly one emoji of at most MAX_EMOJI_BYTES. */
export function isEmoji(text: string): boolean {
  // Before it is segmented: each UTF-16 unit has at least one byte.
  if (text.length > MAX_EMOJI_BYTES || encoder.encode(text).length > MAX_EMOJI_BYTES) return false;
  if (!EMOJI_PARTS.test(text) || !IS_PICTURE.test(text)) return false;
  return [...segments.segment(text)].length === 1;
}

export function encodeStyledText({ text, style, replyTo }: StyledText): Uint8Array {
  return TextContent.encode({
    text,
    ...(style && {
      style: {
        size: SIZES.indexOf(style.size),
        color: style.color === null ? 0 : COLORS.indexOf(style.color) + 1,
        face: FACES.indexOf(style.face),
      },
    }),
    ...(replyTo && { replyTo }),
  });
}

/**
 * A text with what a friend gave it; an unknown size, colour or face is none, and so is a reference that is none.
 * @throws MiyuError 'malformed' where it is no text of 1 byte to 64 KiB
 */
export function decodeStyledText(body: Uint8Array): StyledText {
  const { text, style, replyTo } = guarded(() => {
    const content = TextContent.decode(body);
    checkText(content.text, 'malformed');
    return content;
  });
  const read: MessageStyle = {
    size: SIZES[style?.size ?? 0] ?? 'normal',
    color: COLORS[(style?.color ?? 0) - 1] ?? null,
    face: FACES[style?.face ?? 0] ?? 'sans',
  };
  const isPlain = read.size === 'normal' && read.color === null && read.face === 'sans';
  return { text, style: isPlain ? null : read, replyTo: replyTo !== undefined && isRef(replyTo) ? replyTo : null };
}

export const encodeReaction = (target: ContentRef, emoji: string): Uint8Array =>
  ReactionContent.encode({ target, emoji });
export const encodeEdit = (target: ContentRef, text: string): Uint8Array => EditContent.encode({ target, text });
export const encodeDelete = (target: ContentRef): Uint8Array => DeleteContent.encode({ target });

/** @throws MiyuError 'malformed'; an empty emoji takes the reaction back */
export function decodeReaction(body: Uint8Array): { readonly target: ContentRef; readonly emoji: string } {
  const { target, emoji } = guarded(() => ReactionContent.decode(body));
  if (emoji !== '' && !isEmoji(emoji)) throw new MiyuError('malformed');
  return { target: checkedRef(target), emoji };
}

/** @throws MiyuError 'malformed', also where it is about another's text */
export function decodeEdit(body: Uint8Array): { readonly target: ContentRef; readonly text: string } {
  const { target, text } = guarded(() => EditContent.decode(body));
  checkText(text, 'malformed');
  return { target: ownRef(target), text };
}

/** @throws MiyuError 'malformed', also where it is about another's text */
export function decodeDelete(body: Uint8Array): { readonly target: ContentRef } {
  return { target: ownRef(guarded(() => DeleteContent.decode(body)).target) };
}

const isRef = ({ epoch, number, messageId }: ContentRef): boolean =>
  epoch > 0n && number > 0n && messageId.length === SHORT_ID_BYTES;

function checkedRef(target: ContentRef | undefined): ContentRef {
  if (target === undefined || !isRef(target)) throw new MiyuError('malformed');
  return target;
}

/** Only who wrote a text may change or take it back. */
function ownRef(target: ContentRef | undefined): ContentRef {
  const ref = checkedRef(target);
  if (ref.yours) throw new MiyuError('malformed');
  return ref;
}
