import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/launch/paths.js';
import { ERROR_TEXTS, errorText, isErrorCode } from '../../shared/error-texts.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { LANGUAGES, languageOf, parseLanguage } from '../../shared/language.ts';
import { REFUSALS } from '../../shared/wire/refusals.ts';

const codes = Object.keys(ERROR_TEXTS) as ErrorCode[];

describe('every error', () => {
  test.each(codes)('%s is told in both languages: what it is, and what to do', (code) => {
    for (const language of LANGUAGES) {
      for (const numbers of [{}, { detail: 7, retryAfterMs: 1_001 }]) {
        const { say, do: advice } = errorText({ code, ...numbers }, language);
        for (const text of [say, advice]) {
          expect(text.length, text).toBeGreaterThan(3);
          expect(text, text).toMatch(/[.。…？！]$|p2p\/12D3Koo…$|miyu:\/\/invite\/…$/);
          expect(text, text).not.toMatch(/[[\]{}]| {2}|undefined/);
        }
      }
    }
    const [english, chinese] = [errorText({ code }, 'en'), errorText({ code }, 'zh')];
    expect(english.say).toMatch(/^(?:[A-Z]|miyu )/);
    expect(english.say + english.do).not.toMatch(/\p{Script=Han}/u);
    expect(chinese.say).toMatch(/\p{Script=Han}/u);
    expect(chinese.do).toMatch(/\p{Script=Han}/u);
  });

  test('the refusals of the wire are all among them', () => {
    expect(Object.keys(REFUSALS).filter((code) => !isErrorCode(code))).toEqual([]);
  });

  test('two errors are never told in the same words', () => {
    for (const language of LANGUAGES) {
      const said = codes.map((code) => errorText({ code }, language).say);
      expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([]);
    }
  });

  test('numbers stand where they are known', () => {
    expect(errorText({ code: 'name-too-long', detail: 8 }, 'en').say).toBe(
      'The name is too long: at most 8 characters.',
    );
    expect(errorText({ code: 'name-too-long' }, 'zh').say).toBe('名字太长。');
    expect(errorText({ code: 'rate-limited', retryAfterMs: 1_001 }, 'en').do).toBe('Wait 2 s and try again.');
    expect(errorText({ code: 'port-taken', detail: 4801 }, 'zh').say).toBe('端口 4801 已被别的程序占用。');
  });

  test('commands that the advice names are there', () => {
    const folder = join(ROOT, 'node', 'cli');
    const source = readdirSync(folder)
      .filter((file) => file.startsWith('commands-'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('');
    const named = new Set<string>();
    for (const code of codes) {
      for (const language of LANGUAGES) {
        const { say, do: advice } = errorText({ code }, language);
        for (const [, command] of `${say} ${advice}`.matchAll(/`miyu ([a-z ]+)(?![a-z.])/g)) {
          named.add((command ?? '').trim());
        }
      }
    }
    expect(named.size).toBeGreaterThan(5);
    for (const command of named) {
      const last = command.split(' ').at(-1) ?? '';
      expect(source, command).toMatch(new RegExp(`command\\('${last}[ ']`));
    }
  });
});

describe('the language', () => {
  test.each([
    [{ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
    [{ LC_ALL: '', LANG: 'zh-Hant-TW' }, 'zh'],
    [{ LC_MESSAGES: 'zh', LANG: 'de_DE' }, 'zh'],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ LANG: 'zha_CN.UTF-8' }, 'en'],
    [{ LANG: 'fr_FR.UTF-8' }, 'en'],
  ])('of %j is %s', (env, expected) => {
    expect(languageOf(env)).toBe(expected);
  });

  test('can be named', () => {
    expect(['zh', 'EN', 'zh_CN', 'fr', ''].map(parseLanguage)).toEqual(['zh', 'en', 'zh', undefined, undefined]);
  });
});
