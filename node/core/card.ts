/** A profile card: what a person says of himself to friends. Everything in it is optional and bounded, one's own and a friend's alike. */
import { MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { ProfileContent } from '../../shared/wire/generated/person.js';
import {
  MAX_DISPLAY_NAME_CODE_POINTS,
  MAX_PICTURE_BYTES,
  MAX_PICTURE_SIDE,
  MAX_STATUS_CODE_POINTS,
} from '../../shared/wire/limits.ts';
import { SEX } from '../../shared/wire/protocols.ts';
import { guarded } from './content.ts';
import type { CardRow } from './generated/cards.js';
import { pictureOf } from './picture.ts';

export type Sex = keyof typeof SEX;
/** Nobody who is alive was born before; and no clock is so far off that later than this is a year of birth. */
const FIRST_BIRTH_YEAR = 1900;
const LAST_BIRTH_YEAR = 2200;

/** Controls, separators of lines, what turns the reading direction, and halves of characters: nothing that a name or a status needs. */
const NOT_IN_A_LINE = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** One line as it is kept: NFC, without blanks around it. @throws MiyuError with the code */
export function lineOf(text: string, most: number, code: ErrorCode, field: string): string {
  // A code point has two UTF-16 units at most: what is longer need not be looked at.
  if (text.length > 2 * most + 64) throw new MiyuError(code, { field });
  const line = text.trim().normalize('NFC');
  if (Array.from(line).length > most || NOT_IN_A_LINE.test(line)) throw new MiyuError(code, { field });
  return line;
}

export const displayNameOf = (text: string): string =>
  lineOf(text, MAX_DISPLAY_NAME_CODE_POINTS, 'display-name-invalid', 'displayName');
export const statusOf = (text: string): string => lineOf(text, MAX_STATUS_CODE_POINTS, 'status-invalid', 'status');

/** @throws MiyuError 'birth-year-invalid' */
export function checkBirthYear(year: number, thisYear: number): number {
  if (Number.isInteger(year) && year >= FIRST_BIRTH_YEAR && year <= thisYear) return year;
  throw new MiyuError('birth-year-invalid', { field: 'birthYear' });
}

/** @throws MiyuError 'picture-too-large' | 'picture-invalid' */
export function checkPicture(bytes: Uint8Array): Uint8Array {
  if (bytes.length > MAX_PICTURE_BYTES) {
    throw new MiyuError('picture-too-large', { field: 'picture', detail: MAX_PICTURE_BYTES });
  }
  const picture = pictureOf(bytes);
  const fits = (side: number): boolean => side >= 1 && side <= MAX_PICTURE_SIDE;
  if (picture === undefined || !fits(picture.width) || !fits(picture.height)) {
    throw new MiyuError('picture-invalid', { field: 'picture' });
  }
  return bytes;
}

export const sexName = (sex: number): Sex | null =>
  (Object.keys(SEX) as Sex[]).find((name) => SEX[name] === sex) ?? null;

export const encodeCard = (row: CardRow, picture: Uint8Array): Uint8Array => {
  const { version, displayName, sex, birthYear, status } = row;
  return ProfileContent.encode({ version, displayName, picture, sex, birthYear, status });
};

/**
 * A friend's card, with every bound of one's own: what does not fit makes it no card.
 * @throws MiyuError 'malformed'
 */
export function decodeCard(body: Uint8Array): { readonly row: CardRow; readonly picture: Uint8Array } {
  const card = guarded(() => ProfileContent.decode(body));
  const { version, displayName, picture, sex, birthYear, status } = card;
  try {
    const isLine = displayNameOf(displayName) === displayName && statusOf(status) === status;
    if (!isLine || version === 0n) throw new MiyuError('malformed');
    if (birthYear !== 0) checkBirthYear(birthYear, LAST_BIRTH_YEAR);
    if (picture.length > 0) checkPicture(picture);
  } catch (error) {
    throw new MiyuError('malformed', { cause: error });
  }
  // A number that this version does not know is not said.
  const known = sexName(sex) === null ? 0 : sex;
  return { row: { version, displayName, sex: known, birthYear, status, hasPicture: picture.length > 0 }, picture };
}
