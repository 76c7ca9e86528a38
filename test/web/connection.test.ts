/** Settings, "Connection": what goes on without the server, and the doctor: of a real peer whose server goes, and of every finding. */
import { describe, expect, test, vi } from 'vitest';
import { FINDING_TEXTS } from '../../shared/doctor-texts.ts';
import type { FindingText } from '../../shared/doctor-texts.ts';
import { EN, ZH } from '../../node/web/src/words/all-words.ts';
import { PAGE_STEPS } from '../../node/web/src/words/page-findings.ts';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { befriend, registerPeer, startServer } from '../support/processes.ts';
import { ChatPeer, openChats } from './chat-page.ts';
import { isOnlyAway, isWhole, openPage } from './open-page.ts';
import { speaks } from './whole-screen.ts';

// Real programs and a real browser, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

/** What a finding may stand with: whatever its words ask for. */
const EVIDENCE = {
  ...{
    port: 4711,
    address: '192.168.7.9:4710',
    interface: 'eth0',
    seconds: 4_000,
    seenAs: '203.0.113.7',
    route: 'tun0',
    outside: '203.0.113.7:4710',
  },
  ...{ code: 'clock-off', direct: 2 },
};
const subjectOf = (code: FindingText) =>
  code.startsWith('friend-')
    ? { is: 'friend' as const, account: 'ab'.repeat(32), name: 'bob' }
    : { is: code.startsWith('server-') ? ('server' as const) : ('machine' as const) };
const isAbility = (text: string): boolean => /^(?:server|friend)-/.test(text);

describe.skipIf(browserMissing !== undefined)('the connection', () => {
  test('a server that goes: what goes on without it, and what the doctor finds', async () => {
    const server = await startServer();
    const [alice, bob] = [await registerPeer('alice', server), await registerPeer('bob', server)];
    await befriend(alice, bob);
    const browser = await openBrowser({ mayComplain: true });
    const page = await openPage(browser, alice.profile);
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Connection', exact: true }).click();
    await page.getByText('Connected. Were it gone, this would go on').waitFor();
    const ability = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    await ability('Finding people by name').getByText('needs the server', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Check now' }).click();
    await ability('The server').getByText('answers with the right key').waitFor();
    await ability('Friend bob').getByText('is reached').waitFor();
    await page.getByRole('button', { name: 'Check again' }).waitFor();
    await isWhole(page, 'all well');

    await server.end('SIGKILL');
    await page.getByText('The server does not answer. This is how things stand now.').waitFor({ timeout: 60_000 });
    await ability('Chat').getByText('works', { exact: true }).waitFor();
    await ability('New friends').getByText('in part', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByRole('heading', { name: 'What is wrong, the most certain first' }).waitFor({ timeout: 60_000 });
    await page.getByText('nothing takes connections at').last().waitFor();
    await page.getByText('Next: Ask the operator whether the server runs.').waitFor();
    await isWhole(page, 'the server is gone');
    expect(browser.complaints.filter((complaint) => !isOnlyAway(complaint))).toEqual([]);
  });

  test.each(['en', 'zh'] as const)(
    'every finding has its words and its step in %s, without a command',
    async (language) => {
      const words = language === 'en' ? EN : ZH;
      const peer = ChatPeer.with('bob');
      const codes = Object.keys(FINDING_TEXTS) as FindingText[];
      const shown = codes.map((code) => ({
        code: isAbility(code) ? code.replace(/^(?:server|friend)-/, '') : code,
        ...{ certainty: 'likely' as const, weight: 'fault' as const, subject: subjectOf(code), evidence: EVIDENCE },
      }));
      peer.doctorNews = {
        checks: [
          { check: 'network', subject: { is: 'machine' }, result: 'ok', evidence: { addresses: 2 } },
          { check: 'multicast', subject: { is: 'machine' }, result: 'unknown', evidence: {} },
          {
            check: 'friend',
            subject: subjectOf('friend-mute'),
            result: 'fault',
            evidence: { ...EVIDENCE, finding: 'mute' },
          },
        ],
        report: { at: Date.now(), tookMs: 900, findings: shown as never, friendsLeftOut: 3 },
      };
      const locale = language === 'en' ? 'en-GB' : 'zh-CN';
      const { page } = await openChats(peer, { locale, viewport: { width: 360, height: 740 } });
      await page.getByRole('navigation').getByRole('button', { name: words.settings.title }).click();
      await page.getByRole('button', { name: words.settings.connection, exact: true }).click();
      await page.getByRole('button', { name: words.doctor.start }).click();
      await page.getByRole('heading', { name: words.doctor.causes }).waitFor();
      const section = page.locator('section[aria-labelledby=section-title]');
      const text = await section.innerText();
      for (const code of codes) {
        const step = PAGE_STEPS[code]?.[language] ?? FINDING_TEXTS[code][language][1];
        const filled = step.replaceAll(/\{(\w+)\}/g, (_, name: string) => String({ ...EVIDENCE, friend: 'bob' }[name]));
        expect.soft(text).toContain(filled);
      }
      expect(text).not.toMatch(/[{}`]/);
      await isWhole(page, 'every finding');
      await speaks(page, language, 'every finding');
    },
  );

  test('a friend alone, from the friend’s details', async () => {
    const peer = ChatPeer.with('bob');
    const { page } = await openChats(peer);
    await page.locator('[data-row]', { hasText: 'bob' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Details of bob' }).click();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('Nothing is wrong as far as can be measured from here.').waitFor();
    expect(peer.calls).toContain(`doctor ${peer.of('bob').account}`);
  });
});
