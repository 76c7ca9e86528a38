import { expect, test } from 'vitest';
import {
  FIRST_SETTINGS,
  MAX_SETTINGS_BYTES,
  decodeSettings,
  encodeSettings,
  isLost,
  personalSettings,
  settingsIn,
  withSettings,
} from '../../../node/core/settings.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('what was set is read again, and what a later version wrote stays', () => {
  const later = decodeSettings(bytes('{"theme":"dark","privacy":{"typing":false,"calls":"friends"},"sky":"blue"}'));
  expect(settingsIn(later)).toEqual({
    ...FIRST_SETTINGS,
    theme: 'dark',
    privacy: { readReceipts: true, typing: false },
  });
  const changed = withSettings(later, { language: 'zh', privacy: { readReceipts: false } });
  expect(decodeSettings(encodeSettings(changed))).toEqual({
    theme: 'dark',
    language: 'zh',
    privacy: { typing: false, calls: 'friends', readReceipts: false },
    sky: 'blue',
  });
});

test('a row that is no document closes what a person may have closed', () => {
  const rows = ['', '{', '[]', 'null', '"{}"', `{"a":"${'x'.repeat(MAX_SETTINGS_BYTES)}"}`];
  for (const row of [...rows.map(bytes), Uint8Array.of(0xff, 0xfe)]) {
    const document = decodeSettings(row);
    expect(isLost(document)).toBe(true);
    expect(settingsIn(document)).toEqual({
      ...FIRST_SETTINGS,
      notifications: { ...FIRST_SETTINGS.notifications, preview: false },
      privacy: { readReceipts: false, typing: false },
      lan: { visible: false },
      // Whether it locked nobody knows: it does, after an hour.
      autoLock: '60',
    });
  }
});

test('a switch that says something else than on or off is off; any other field is as at first', () => {
  const odd = decodeSettings(
    bytes(
      '{"privacy":{"typing":"friends","readReceipts":null},"theme":"sepia","notifications":{"preview":1,"sound":0}}',
    ),
  );
  expect(settingsIn(odd)).toMatchObject({
    privacy: { readReceipts: false, typing: false },
    theme: 'system',
    notifications: { preview: false, sound: true },
  });
  expect(settingsIn(decodeSettings(bytes('{"privacy":7}'))).privacy).toEqual({ readReceipts: false, typing: false });
});

test('what was lost is so until the switches were chosen', () => {
  const lost = decodeSettings(bytes('{'));
  expect(isLost(withSettings(lost, { theme: 'dark' }))).toBe(true);
  const chosen = withSettings(lost, { privacy: { typing: true } });
  expect(isLost(chosen)).toBe(false);
  expect(settingsIn(chosen).privacy).toEqual({ readReceipts: false, typing: true });
});

test('taste and what protects goes along to another machine; what shows and sounds stays, and so does what is not known', () => {
  expect(personalSettings({})).toEqual({});
  const set = withSettings(decodeSettings(bytes('{"later":1,"theme":"sepia"}')), {
    language: 'zh',
    notifications: { messages: false, preview: false, sound: false },
    privacy: { typing: false },
  });
  expect(personalSettings(set)).toEqual({
    ...{ language: 'zh', theme: 'system', notifications: { preview: false } },
    privacy: { readReceipts: true, typing: false },
  });
  const lost = personalSettings(decodeSettings(bytes('{')));
  expect([isLost(lost), settingsIn(lost).privacy]).toEqual([true, { readReceipts: false, typing: false }]);
  expect(personalSettings(lost)).toEqual(lost);
});
