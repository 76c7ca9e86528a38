/**
 * The alarms about servers, every kind in every state, in both languages and themes, where there is room and where there is little:
 * whole for everybody, each button in reach, and what to do with it told. MIYU_TEST_SHOTS names a folder for pictures.
 */
import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import type { AlarmView } from '../../node/flows/alarms.ts';
import { EN, ZH } from '../../node/web/src/words/all-words.ts';
import { browserMissing } from '../support/browser.ts';
import { ChatPeer, openChats, row } from './chat-page.ts';
import { isWhole } from './open-page.ts';
import { isReachable, speaks } from './whole-screen.ts';

// A real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

const SHOTS = process.env['MIYU_TEST_SHOTS'];
const ROOMS = [
  { language: 'en', theme: 'dark', what: 'wide', viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
  { language: 'zh', theme: 'light', what: 'wide', viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
  { language: 'en', theme: 'light', what: '200 %', viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  { language: 'zh', theme: 'dark', what: '360 px', viewport: { width: 360, height: 740 }, deviceScaleFactor: 1 },
  { language: 'en', theme: 'dark', what: '360 px', viewport: { width: 360, height: 740 }, deviceScaleFactor: 1 },
] as const;

const SERVER = {
  peerId: '12D3KooWQ6JmXVqC1dFfPcE8vS1tHnZ5y3oRkBwLgUaTjNxMeDsA',
  fingerprint: '3f2a 91c7 05de 8b44 a1f0 77c2 9e13 d6ab 5520 c84f',
};
const TIME = 1_700_000_000_000;
const NOTICES: readonly AlarmView['kind'][] = ['new-log', 'set-back'];
const KINDS = Object.keys(EN.alarms.happened) as AlarmView['kind'][];

/** One of each kind, in turn open, kept stopped and trusted again; and another key of a friend who is one no more. */
function everyAlarm(peer: ChatPeer): AlarmView[] {
  const [bob, long] = [peer.of('bob'), peer.of('a.very.long.name.that.has.thirty2')];
  const all = KINDS.map((kind, at): AlarmView => {
    const isKey = kind === 'key-changed';
    const severity = NOTICES.includes(kind) ? 'notice' : 'alarm';
    const state = severity === 'notice' ? 'open' : (['open', 'stopped', 'trusted'] as const)[at % 3]!;
    return {
      ...{ id: at + 1, kind, severity, state, at: TIME + at * 3_600_000, server: SERVER, evidence: at % 4 !== 3 },
      decidedAt: state === 'open' ? null : TIME,
      friend: at % 2 === 0 && !isKey ? null : { account: long.account, name: long.name },
      other: isKey ? { how: 'name', account: 'ef'.repeat(32), fingerprint: SERVER.fingerprint } : null,
      stops:
        severity === 'notice' || isKey
          ? []
          : [
              { account: bob.account, name: 'bob' },
              { account: long.account, name: long.name },
              { account: 'cd'.repeat(32), name: null },
            ],
    };
  });
  const key = all.find(({ kind }) => kind === 'key-changed')!;
  return [...all, { ...key, id: all.length + 1, state: 'ended', decidedAt: TIME }];
}

describe.skipIf(browserMissing !== undefined).each(ROOMS)('alarms at $what in $language, $theme', (room) => {
  const { language, theme, viewport, deviceScaleFactor, what } = room;
  const words = language === 'en' ? EN : ZH;
  const look = {
    ...{ locale: language === 'en' ? 'en-GB' : 'zh-CN', colorScheme: theme, viewport, deviceScaleFactor },
    reducedMotion: 'reduce',
  } as const;
  const isFine = async (page: Page, where: string): Promise<void> => {
    if (SHOTS !== undefined) {
      await mkdir(SHOTS, { recursive: true });
      const name = `${where}-${language}-${theme}-${what}`.replaceAll(/\W+/g, '-');
      await page.screenshot({ path: `${SHOTS}/${name}.png`, animations: 'disabled' });
    }
    await isWhole(page, where);
    await isReachable(page, where);
    await speaks(page, language, where);
  };

  test('say what happened, what it may mean and what to do', async () => {
    const peer = ChatPeer.with('bob', 'a.very.long.name.that.has.thirty2');
    peer.faults = ['log-alarm'];
    peer.told = everyAlarm(peer);
    const { page } = await openChats(peer, look);
    await row(page, 'bob').waitFor();
    await isFine(page, 'alarm-banner');
    await page.getByRole('button', { name: words.alarms.look }).click();
    const dialog = page.getByRole('dialog', { name: words.alarms.title });
    await dialog.getByText(words.alarms.happened.forked).waitFor();
    for (const { kind } of peer.told)
      await dialog.getByText(words.alarms.happened[kind], { exact: true }).first().waitFor();
    // What waits for a decision stands before what was decided, and before what needs none.
    const order = await dialog
      .locator('[data-alarm]')
      .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-alarm'))));
    const open = peer.told
      .filter(({ severity, state }) => severity === 'alarm' && state === 'open')
      .map(({ id }) => id);
    expect(order.slice(0, open.length)).toEqual(open);
    expect(await dialog.innerText()).not.toContain('`');
    await isFine(page, 'alarms');
    await dialog.locator('[data-content]').evaluate((content) => {
      content.scrollTop = content.scrollHeight / 2;
    });
    await isFine(page, 'alarms-middle');
    // A decision is shown where it was made.
    const first = dialog.locator('[data-alarm="1"]');
    await first.getByRole('button', { name: words.alarms.stop }).click();
    await first.getByText(words.alarms.state.stopped).waitFor();
    await first.getByRole('button', { name: words.alarms.trust }).click();
    await first.getByText(words.alarms.state.trusted).waitFor();
    expect(peer.calls).toContain('alarm 1 stop');
    expect(await dialog.locator('[data-alarm]').first().getAttribute('data-alarm')).toBe('1');
    await isFine(page, 'alarms-decided');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    // None: said, and not an empty box.
    peer.told = [];
    await page.getByRole('button', { name: words.alarms.look }).click();
    await dialog.getByText(words.alarms.none).waitFor();
    await isFine(page, 'alarms-none');
  });
});
