/** Pages of the open chat's history, as the chat shows them: the newest ones, those before them, and what was not read yet. */
import { HISTORY_PAGE } from '../../api/contract.ts';
import type { ApiClient } from '../../api/client.ts';
import type { Friend, Message } from '../../api/contract-views.ts';

/** Messages shown when a chat is opened. */
export const OPENING_PAGE = 20;
/** Read ones above the first unread: what it was about. */
const CONTEXT = 5;
/** Pages of unread messages that are shown at once; of more than these the newest, and where the others are is told. */
const UNREAD_PAGES = 5;

export interface Opening {
  /** Read before. */
  readonly read: readonly Message[];
  readonly unread: readonly Message[];
  /** Between the two there are unread ones that are not shown, behind this position. */
  readonly leftBehind: number | undefined;
  /** Older ones are there. */
  readonly more: boolean;
}

/** What a chat shows as it is opened: everything that is new, or the newest. */
export async function opening(client: ApiClient, { account, firstUnread }: Friend): Promise<Opening> {
  const chat = { with: account };
  if (firstUnread === null) {
    const { messages, more } = await client.call('history', { ...chat, limit: OPENING_PAGE });
    return { read: messages, unread: [], leftBehind: undefined, more };
  }
  const unread: Message[] = [];
  for (let pages = 0, newer = true; newer;) {
    if (pages === UNREAD_PAGES) return await newestOf(client, account, firstUnread);
    const after = unread.at(-1)?.position ?? firstUnread - 1;
    const page = await client.call('history', { ...chat, after, limit: HISTORY_PAGE });
    unread.push(...page.messages);
    pages += 1;
    newer = page.newer && page.messages.length > 0;
  }
  const limit = Math.max(CONTEXT, OPENING_PAGE - unread.length);
  const { messages: read, more } = await client.call('history', { ...chat, before: firstUnread, limit });
  return { read, unread, leftBehind: undefined, more };
}

/** Too much has come: the newest page of it. */
async function newestOf(client: ApiClient, account: string, firstUnread: number): Promise<Opening> {
  const { messages } = await client.call('history', { with: account, limit: HISTORY_PAGE });
  return { read: [], unread: messages, leftBehind: firstUnread - 1, more: true };
}
