/** Settings, "Connection": the port at the home router, in every state and as it changes. */
import { describe, expect, test } from 'vitest';
import { EN, ZH } from '../../node/web/src/words/all-words.ts';
import { browserMissing } from '../support/browser.ts';
import { ChatPeer, openChats } from './chat-page.ts';
import { isWhole } from './open-page.ts';
import { speaks } from './whole-screen.ts';

const ADDRESS = '20.7.1.3:4077';
const STATES = [
  null,
  ...(['searching', 'none', 'refused', 'not-public'] as const).map((state) => ({ state })),
  { state: 'mapped', address: '20.7.1.3', port: 4077 } as const,
];

describe.skipIf(browserMissing !== undefined)('the home router', () => {
  test.each(['en', 'zh'] as const)(
    'each state has its words in %s, and is shown as soon as it is so',
    async (language) => {
      const { router, settings } = language === 'en' ? EN : ZH;
      const peer = ChatPeer.with('bob');
      const locale = language === 'en' ? 'en-GB' : 'zh-CN';
      const { page } = await openChats(peer, { locale, viewport: { width: 360, height: 740 } });
      await page.getByRole('navigation').getByRole('button', { name: settings.title }).click();
      await page.getByRole('button', { name: settings.connection, exact: true }).click();
      const part = page.locator('section', { has: page.getByRole('heading', { name: router.title }) }).last();
      for (const portMapping of STATES) {
        peer.portMapping = portMapping;
        peer.emit({ type: 'port-mapping' });
        const state = portMapping?.state ?? 'off';
        await part.getByText(router[state], { exact: true }).waitFor();
        await part.getByText(router.why[state], { exact: true }).waitFor();
        expect((await part.innerText()).includes(ADDRESS), state).toBe(state === 'mapped');
      }
      await isWhole(page, 'the home router');
      await speaks(page, language, 'the home router');
      // Whether it is asked is said when miyu starts.
      expect(await part.getByRole('switch').count()).toBe(0);
    },
  );
});
