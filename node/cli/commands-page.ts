/** open. */
import { MiyuError } from '../../shared/errors.ts';
import { doorWithInvite, findPage, withInvite } from '../api/client-page.ts';
import { hasDisplay, openInBrowser } from './browser.ts';
import { examples } from './define.ts';
import type { Define } from './define.ts';
import type { Outcome, Run } from './run.ts';

export function definePageCommands({ program, say, action }: Define): void {
  program
    .command('open')
    .description(say('open the page in the browser', '在浏览器中打开网页界面'))
    .argument(
      '[invite]',
      say('somebody’s invite link: what it is for is filled in', '他人的邀请链接：相应的内容会预先填好'),
    )
    .option('--print', say('print the link, open nothing', '只显示链接，不打开浏览器'))
    .addHelpText('after', examples('miyu open', 'miyu open --print', 'miyu open miyu://invite/…'))
    .action(
      action(async (run, [text], options: { print?: boolean }) => {
        // A peer that was killed leaves its files behind: the one that runs now knows whether it has a page.
        const { page, invite } = await run.withPeer(async (peer) => ({
          page: (await peer.call('status')).page,
          invite: text === undefined ? undefined : (await peer.call('invite.read', { link: text })).invite,
        }));
        if (page === null) throw new MiyuError('page-off');
        if (invite === null) throw new MiyuError('invite-malformed', { field: 'invite' });
        return await openPage(run, options.print !== true, invite?.link);
      }),
    );
}

/**
 * Opens the page of the running peer where there is a display and the person wants it; else tells the link.
 * @throws MiyuError 'page-off'
 */
async function openPage(run: Run, mayOpen: boolean, invite: string | undefined): Promise<Outcome> {
  const door = await findPage(run.profile);
  const { address } = door;
  const { env } = run.io;
  const opens = mayOpen && hasDisplay(env);
  const { opener } = opens && invite !== undefined ? await doorWithInvite(run.profile, door, invite) : door;
  const opened = opens && (await openInBrowser(opener, env));
  const link = invite === undefined ? door.link : withInvite(door.link, invite);
  return {
    result: { address, opened, ...(opened ? {} : { link }) },
    words: opened ? run.say('pageOpened', { address }) : [run.say('pageLink'), link],
  };
}
