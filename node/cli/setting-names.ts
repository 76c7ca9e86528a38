/** The settings as the command line names them: `theme`, `privacy.typing`; what each may be, read from the contract. */
import { z } from 'zod';
import { SettingsView, type SettingsBody, type SettingsChangeBody } from '../api/contract-settings.ts';

/** What one types for a value that is no word. */
const WORDS: readonly (readonly [word: string, value: unknown])[] = [
  ['on', true],
  ['off', false],
  ['none', null],
];

export interface Setting {
  readonly name: string;
  /** As one types them. */
  readonly values: readonly string[];
}

function settingsOf(schema: z.ZodType, name: string): Setting[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([field, inner]) =>
      settingsOf(inner, name === '' ? field : `${name}.${field}`),
    );
  }
  return [{ name, values: valuesOf(schema) }];
}

function valuesOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodNullable) return [...valuesOf(schema.unwrap() as z.ZodType), 'none'];
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  return ['on', 'off'];
}

export const SETTINGS: readonly Setting[] = settingsOf(SettingsView, '');

export function settingText(settings: SettingsBody, name: string): string {
  const value = name.split('.').reduce<unknown>((inner, field) => (inner as Record<string, unknown>)[field], settings);
  return WORDS.find(([, known]) => known === value)?.[0] ?? String(value);
}

/** The change that gives this setting this value, as typed; undefined: it cannot be that. */
export function changeOf({ name, values }: Setting, text: string): SettingsChangeBody | undefined {
  if (!values.includes(text)) return undefined;
  const word = WORDS.find(([known]) => known === text);
  const value = word === undefined ? text : word[1];
  return name.split('.').reduceRight<unknown>((inner, field) => ({ [field]: inner }), value) as SettingsChangeBody;
}
