/** open. */
import { MiyuError } from '../../shared/errors.ts';
import { findPage } from '../api/client-page.ts';
import { hasDisplay, openInBrowser } from './browser.ts';
import type { Define } from './define.ts';
import type { Outcome, Run } from './run.ts';

export function definePageCommands({ program, say, action }: Define): void {
  program
    .command('open')
    .description(say('open the page in the browser', '在浏览器中打开网页界面'))
    .option('--print', say('print the link, open nothing', '只显示链接，不打开浏览器'))
    .addHelpText('after', '\n  $ miyu open\n  $ miyu open --print')
    .action(
      action(async (run, _, options: { print?: boolean }) => {
        // A peer that was killed leaves its files behind: the one that runs now knows whether it has a page.
        const { page } = await run.withPeer((peer) => peer.call('status'));
        if (page === null) throw new MiyuError('page-off');
        return await openPage(run, options.print !== true);
      }),
    );
}

/**
 * Opens the page of the running peer where there is a display and the person wants it; else tells the link.
 * @throws MiyuError 'page-off'
 */
async function openPage(run: Run, mayOpen: boolean): Promise<Outcome> {
  const { address, link, opener } = await findPage(run.profile);
  const { env } = run.io;
  const opened = mayOpen && hasDisplay(env) && (await openInBrowser(opener, env));
  return {
    result: { address, opened, ...(opened ? {} : { link }) },
    words: opened ? run.say('pageOpened', { address }) : [run.say('pageLink'), link],
  };
}
