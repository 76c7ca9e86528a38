/**
 * Names and e-mail addresses in the form in which they are compared. The same rules on both sides: a peer tells its person
 * at once, a server decides. They are strict from the first registration, since tightening later would collide.
 *
 * Letters, marks and digits of Unicode, with `_`, `-` and `.` between them; one script, or Latin beside Chinese, Japanese
 * or Korean (UTS #39 §5.2, "Highly Restrictive"), and digits of one system (§5.3).
 */
import { skeletonOf } from './look-alikes.ts';
import { MAX_EMAIL_BYTES, MAX_NAME_CODE_POINTS } from './wire/limits.ts';

export type NameFault = 'name-empty' | 'name-too-long' | 'name-characters' | 'name-mixed-scripts';
export type EmailFault = 'email-malformed';

export interface NormalName {
  /** What people see: NFKC, in the case that was typed. */
  readonly display: string;
  /** What makes a name unique and findable: NFKC, case-folded. */
  readonly key: string;
  /** Equal for two names that can be taken for one another. */
  readonly skeleton: string;
}

/** UTF-16 units of what is looked at: NFKC makes at most 18 of one, so that a bound before it is needed too. */
const MAX_TYPED_UNITS = 256;
/** Non-spacing marks on one letter: no orthography needs more (UTS #39 §5.4 allows four). */
const MAX_MARKS = 4;

/** Scripts in everyday use (UAX #31 table 5), with Yi and Mongolian. Not: those that exist to be taken for Latin, or are extinct. */
const SCRIPTS =
  `Arabic Armenian Bengali Bopomofo Cyrillic Devanagari Ethiopic Georgian Greek Gujarati Gurmukhi Han Hangul Hebrew Hiragana
  Kannada Katakana Khmer Lao Latin Malayalam Mongolian Myanmar Oriya Sinhala Tamil Telugu Thaana Thai Tibetan Yi`.split(
    /\s+/,
  );

/** What may stand together: one script, or one of the three mixtures. Common and inherited characters go with every script. */
const MIXTURES = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
  ...SCRIPTS.map((script) => [script]),
].map(
  (scripts) =>
    new RegExp(`^[${[...scripts, 'Common', 'Inherited'].map((s) => `\\p{Script_Extensions=${s}}`).join('')}]*$`, 'u'),
);

const ALLOWED = new RegExp(
  `^(?:[_.-]|(?=[${[...SCRIPTS, 'Common', 'Inherited'].map((s) => `\\p{Script_Extensions=${s}}`).join('')}])[\\p{L}\\p{M}\\p{Nd}])+$`,
  'u',
);
/** Letters by category that are signs, frames or nothing at all to the eye; the mark of long Japanese vowels is none of them. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Me}\u01c0-\u01c3\u0640]/u;
const MODIFIER = /(?!\u30fc)(?=\p{Lm})[\p{Script=Common}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
/** Separators at an end or side by side, marks without a letter, too many marks. */
const MISPLACED = new RegExp(`^[_.\\-\\p{M}]|[_.-]$|[_.-][_.\\-\\p{M}]|\\p{Mn}{${MAX_MARKS + 1}}`, 'u');

/**
 * @param maxCodePoints 1 .. 32: what the operator allows
 * @returns the name, or the rule that it breaks
 */
export function normaliseName(text: string, maxCodePoints: number = MAX_NAME_CODE_POINTS): NormalName | NameFault {
  if (text === '') return 'name-empty';
  if (text.length > MAX_TYPED_UNITS) return 'name-too-long';
  const display = text.normalize('NFKC');
  if (display === '') return 'name-empty';
  if (Array.from(display).length > maxCodePoints) return 'name-too-long';
  if (!display.isWellFormed() || !ALLOWED.test(display) || MISPLACED.test(display)) return 'name-characters';
  if (INVISIBLE.test(display) || MODIFIER.test(display)) return 'name-characters';
  if (!MIXTURES.some((mixture) => mixture.test(display)) || digitSystems(display) > 1) return 'name-mixed-scripts';
  return { display, key: foldName(display), skeleton: skeletonOf(display) };
}

/** Whether a text may be anybody's name as it stands: what a server has let register, one's own or another, says nothing of that. */
export function isProperName(text: string): boolean {
  const name = normaliseName(text);
  return !isNameFault(name) && name.display === text;
}

/**
 * Whether a text is looked up at all: what is no text, or longer than any name, is nobody's, and no server is asked for it. (Another one may
 * be no name by the rules of today.)
 */
export const isAskable = (text: string): boolean =>
  text !== '' && text.length <= MAX_TYPED_UNITS && text.isWellFormed();

export const isNameFault = (result: NormalName | NameFault): result is NameFault => typeof result === 'string';

/**
 * NFKC with case folded. JavaScript has no full case folding: by way of upper case it comes to the same for the letters
 * that a name may have (ß is ss, final sigma is sigma).
 */
export function foldName(text: string): string {
  let folded = text.normalize('NFKC');
  // A second round settles letters whose folding composes anew.
  for (let round = 0; round < 2; round += 1) {
    folded = folded.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
  }
  return folded;
}

/** Decimal digits stand in blocks that begin with their zero, and no two blocks touch: as many systems as there are beginnings. */
function digitSystems(text: string): number {
  const isDigit = (point: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(point));
  const zeros = new Set<number>();
  for (const letter of text) {
    let point = letter.codePointAt(0)!;
    if (!isDigit(point)) continue;
    while (isDigit(point - 1)) point -= 1;
    zeros.add(point);
  }
  return zeros.size;
}

/**
 * RFC 5321 §4.1.2 without quoted strings and address literals, which nobody has: a dot-atom of at most 64 bytes (ASCII, or
 * letters and digits of RFC 6531), and at least two labels of a domain name.
 */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~\p{L}\p{M}\p{N}-]+(?:\.[\w!#$%&'*+/=?^`{|}~\p{L}\p{M}\p{N}-]+)*$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const MAX_LOCAL_BYTES = 64;
const encoder = new TextEncoder();

/** The address as it is stored and compared: NFC, the domain in lower case; or 'email-malformed'. At most 254 bytes. */
export function normaliseEmail(text: string): { readonly email: string } | EmailFault {
  if (text.length > MAX_EMAIL_BYTES || !text.isWellFormed()) return 'email-malformed';
  const whole = text.normalize('NFC');
  const at = whole.lastIndexOf('@');
  const local = whole.slice(0, Math.max(0, at));
  const domain = whole.slice(at + 1).toLowerCase();
  const labels = domain.split('.');
  const email = `${local}@${domain}`;
  const good =
    at > 0 &&
    LOCAL.test(local) &&
    encoder.encode(local).length <= MAX_LOCAL_BYTES &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1)!) &&
    encoder.encode(email).length <= MAX_EMAIL_BYTES;
  return good ? { email } : 'email-malformed';
}
