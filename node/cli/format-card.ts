/** Cards and certificates as lines for a person. */
import type { Certificate, Profile } from '../api/contract-views.ts';
import type { Language } from '../../shared/language.ts';
import { formatTime, table } from './format.ts';
import { safeLine } from './terminal-text.ts';
import { say } from './words.ts';

type Rows = readonly (readonly [name: string, value: string | null])[];

export function cardRows(card: Profile | null, language: Language): Rows {
  if (card === null) return [];
  const { displayName, sex, birthYear, status } = card;
  return [
    [say(language, 'displayName'), displayName === '' ? null : safeLine(displayName)],
    [say(language, 'sex'), sex === null ? null : say(language, `sex-${sex}`)],
    [say(language, 'birthYear'), birthYear === null ? null : String(birthYear)],
    [say(language, 'cardStatus'), status === '' ? null : safeLine(status)],
  ];
}

export function formatProfile(card: Profile | null, language: Language): string[] {
  if (card === null) return [say(language, 'noCard')];
  const picture = [say(language, 'picture'), say(language, card.hasPicture ? 'yes' : 'none')] as const;
  return table([...cardRows(card, language), picture], language);
}

export const formatCertificate = (it: Certificate, language: Language): string[] =>
  table(
    [
      [say(language, 'name'), safeLine(it.name)],
      [say(language, 'email'), it.email === null ? null : safeLine(it.email)],
      [say(language, 'account'), it.account],
      [say(language, 'key'), it.identityKey],
      [say(language, 'fingerprint'), it.fingerprint],
      [say(language, 'epoch'), String(it.epoch)],
      [say(language, 'issued'), formatTime(it.issuedAt, language)],
    ],
    language,
  );
