import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/launch/paths.js';
import { sourceFiles } from '../house/sources.ts';
import { ERROR_TEXTS } from '../../shared/error-texts.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { EN, ZH } from '../../node/web/src/words/all-words.ts';
import { languageFile } from '../../node/web/src/words/language-file.ts';
import { speak, startWords } from '../../node/web/src/words/words.ts';

/** Every key with its words; English has a key more where it has a singular. */
function flatten(words: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(words) as [string, unknown][]) {
    if (typeof value === 'string') found.set(prefix + name, value);
    else for (const [key, text] of flatten(value as object, `${prefix}${name}.`)) found.set(key, text);
  }
  return found;
}

const en = flatten(EN);
const zh = flatten(ZH);
const blanks = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();

test('both languages have the same keys, each with words', () => {
  expect([...zh.keys()].sort()).toEqual([...en.keys()].filter((key) => !key.endsWith('_one')).sort());
  for (const [key, text] of [...en, ...zh]) expect(text.trim(), key).not.toBe('');
});

test('both languages fill the same blanks', () => {
  for (const [key, text] of zh) expect(blanks(text), key).toEqual(blanks(en.get(key)!));
});

test('each language speaks itself', () => {
  // The name of the product is the same in both.
  const chinese = [...en].filter(([, text]) => /\p{Script=Han}/u.test(text.replaceAll(/密语|中文/g, '')));
  expect(chinese).toEqual([]);
  const english = [...zh].filter(
    ([, text]) => !/\p{Script=Han}/u.test(text) && /\p{L}{3}/u.test(text.replaceAll(/\{\{\w+\}\}|English/g, '')),
  );
  expect(english).toEqual([]);
});

test('every key that the page asks for has words', () => {
  const all = sourceFiles(['node']).filter((path) => path.startsWith('node/web/src/') && !path.includes('/words/'));
  const text = all.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
  const asked = [...text.matchAll(/\bt\(\s*['"]([\w.-]+)['"]/g)].map(([, key]) => key!);
  expect(asked.length).toBeGreaterThan(5);
  const missing = asked.filter((key) => !en.has(key) && !en.has(`${key}_other`));
  expect(missing).toEqual([]);
});

describe('an error in the page', () => {
  test('speaks of no command', () => {
    for (const code of Object.keys(ERROR_TEXTS) as ErrorCode[]) {
      for (const language of ['en', 'zh'] as const) {
        const [say, advice] = languageFile(language).errors[code];
        expect(`${say} ${advice}`, code).not.toMatch(/`|(^|\s)--\w|miyu (login|friends|send|up|key)/);
      }
    }
  });
});

describe('words', () => {
  beforeAll(async () => {
    await startWords('en', (language) => Promise.resolve(languageFile(language)));
  });

  test('change with the language', async () => {
    expect(i18next.t('common.cancel')).toBe('Cancel');
    await speak('zh');
    expect(i18next.t('common.cancel')).toBe('取消');
  });

  test('that are missing are a fault, and not shown as a key', () => {
    const missing: string = 'no.such.word';
    expect(() => i18next.t(missing as 'common.cancel')).toThrow(/no words/);
  });
});
