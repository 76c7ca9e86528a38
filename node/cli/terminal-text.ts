/**
 * Text of somebody else, made fit for a terminal: it cannot move the cursor, change colours, turn the reading direction
 * or pass for a line of ours. What is taken out leaves a mark, so that nothing vanishes unseen.
 */

const MARK = '\u{fffd}';

/**
 * Controls (C0 but for the ones below, DEL, C1), line and paragraph separators, embeddings, overrides and isolates of
 * bidirectional text (UAX #9 §2), invisible tags, the byte-order mark, and unpaired surrogates.
 */
const HARMFUL =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** Text in lines: line breaks stay, tabs become a space. */
export const safeText = (text: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll('\t', ' ').replaceAll(HARMFUL, MARK);

/** Text in one line: names, previews. */
export const safeLine = (text: string): string => safeText(text).replaceAll('\n', ' ');

/** JSON for a terminal or a pipe: what a terminal could obey is written as an escape; the value stays the same. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The beginning of a text, for a list. */
export function preview(text: string, length = 60): string {
  const letters = Array.from(safeLine(text));
  return letters.length <= length ? letters.join('') : `${letters.slice(0, length - 1).join('')}…`;
}
