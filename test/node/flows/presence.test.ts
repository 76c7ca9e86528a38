/** A friend is shown online exactly while a link is up, whatever happens to links, dials and the own network. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ContactRow } from '../../../node/core/generated/rows.js';
import { RELATION } from '../../../node/core/rows.ts';
import type { FlowContext } from '../../../node/flows/context.ts';
import type { Lane } from '../../../node/flows/lane.ts';
import { createLinks, type PresenceView } from '../../../node/flows/links.ts';
import type { ChatLink, ChatLinkHandlers } from '../../../node/net/ports.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { silentLog } from '../../../shared/log.ts';
import { Home } from '../../../shared/wire/generated/identity.js';
import { GOODBYE } from '../../../shared/wire/protocols.ts';

const ACCOUNT = new Uint8Array(32).fill(7);
const HOME: Home = { server: new Uint8Array(32).fill(9), addresses: [] };
const ELSEWHERE: Home = { server: new Uint8Array(32).fill(10), addresses: [] };

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => vi.useRealTimers());

/** One friend, and a network that does what the list says. */
function world(home = HOME) {
  const open = new Set<ChatLink>();
  const told: PresenceView[] = [];
  let dials: { readonly resolve: (link: ChatLink) => void; readonly reject: (error: MiyuError) => void }[] = [];
  let handlers: ChatLinkHandlers | undefined;
  const contact = {
    ...{ account: ACCOUNT, identityKey: ACCOUNT, device: ACCOUNT, epoch: 1n, lastSeen: 0n, blocked: false },
    home: Home.encode(home),
    ...{ relation: RELATION.friend, addresses: ['/ip4/127.0.0.1/tcp/1', '/ip4/127.0.0.1/tcp/2'] },
  } as unknown as ContactRow;
  const lane = {
    ...{ account: ACCOUNT, contact, link: undefined, entries: new Map() },
    step: () => ({ result: undefined, committed: Promise.resolve() }),
  } as unknown as Lane;
  const context = {
    own: () => ({ home: HOME }),
    clock: { wall: () => Date.now(), monotonic: () => Date.now() },
    random: (length: number) => new Uint8Array(length).fill(128),
    log: {
      ...silentLog,
      fault: (error: unknown) => {
        throw error;
      },
    },
  } as unknown as FlowContext;
  const links = createLinks(context, {
    links: {
      start: (given) => {
        handlers = given;
      },
      dial: (_, __, { signal } = {}) =>
        new Promise((resolve, reject) => {
          dials.push({ resolve, reject });
          signal?.addEventListener('abort', () => reject(new MiyuError('aborted')));
        }),
      linkTo: () => undefined,
    },
    ...{ lanes: () => [lane], laneOf: () => lane, sources: [], networks: () => [] },
    receive: () => Promise.resolve([]),
    onPresence: (_, view) => told.push(view),
    onUp: () => undefined,
    onHeads: () => undefined,
    prekeysWanted: () => Promise.reject(new MiyuError('unknown-request')),
  });
  links.start();
  const linkUp = (dialled: boolean): ChatLink => {
    const closed = Promise.withResolvers<number | undefined>();
    const link = {
      ...{ account: ACCOUNT, device: ACCOUNT, certificate: new Uint8Array(0), path: 'lan', dialled },
      ...{ address: '/ip4/127.0.0.1/tcp/1', closed: closed.promise },
      close(reason: number) {
        open.delete(link);
        closed.resolve(reason);
        return Promise.resolve();
      },
      end(reason: number | undefined) {
        open.delete(link);
        closed.resolve(reason);
      },
    } as unknown as ChatLink & { end(reason: number | undefined): void };
    open.add(link);
    handlers?.onLink(link);
    return link;
  };
  return {
    ...{ links, lane, open, told, linkUp },
    dialFails(): void {
      dials.shift()?.reject(new MiyuError('friend-unreachable'));
    },
    dialWorks(): void {
      dials.shift()?.resolve(linkUp(true));
    },
    ends(reason: number | undefined): void {
      const [link] = open;
      (link as (ChatLink & { end(reason: number | undefined): void }) | undefined)?.end(reason);
    },
    forgetDials(): void {
      dials = [];
    },
  };
}

const act = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('dial fails', 'dial works', 'friend dials') },
  { weight: 3, arbitrary: fc.constantFrom('breaks', 'goodbye', 'replaced') },
  { weight: 2, arbitrary: fc.constantFrom('retry', 'moved', 'reach') },
  { weight: 2, arbitrary: fc.constantFrom('mailbox works', 'mailbox fails', 'home up', 'home ends', 'home away') },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 30_000 }) },
);

it('online is never shown without a path, and never missed where there is one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
      // A list that failed left its own.
      vi.clearAllTimers();
      const { links, lane, open, told, linkUp, ...does } = world();
      let shown: string = links.view(lane).presence;
      for (const each of acts) {
        if (typeof each === 'number') await vi.advanceTimersByTimeAsync(each);
        else if (each === 'dial fails') does.dialFails();
        else if (each === 'dial works') does.dialWorks();
        else if (each === 'friend dials') linkUp(false);
        else if (each === 'breaks') does.ends(undefined);
        else if (each === 'goodbye') does.ends(GOODBYE.closing);
        else if (each === 'replaced') does.ends(GOODBYE.replaced);
        else if (each === 'retry') links.retry(lane);
        else if (each === 'moved') links.moved();
        else if (each === 'reach') void links.reach(lane, 1_000);
        else if (each === 'home up') links.mailboxes.home({ state: 'online', reason: undefined });
        else if (each === 'home ends') links.mailboxes.home({ state: 'connecting', reason: 'link-closed' });
        else if (each === 'home away') links.mailboxes.home({ state: 'connecting', reason: 'server-unreachable' });
        else links.mailboxes.seen(lane, each === 'mailbox works');
        await vi.advanceTimersByTimeAsync(0);
        // Of two links one is left; what was told last is what is true.
        expect(open.size).toBeLessThanOrEqual(1);
        const isUp = open.size === 1;
        const view = links.view(lane);
        expect([view.presence === 'online', view.path !== null, lane.link !== undefined]).toEqual([isUp, isUp, isUp]);
        shown = told.at(-1)?.presence ?? shown;
        expect(shown).toBe(view.presence);
      }
      await links.stop(GOODBYE.closing);
      does.forgetDials();
      // What a stopped peer waits for keeps nothing alive.
      expect(vi.getTimerCount()).toBe(0);
    }),
    { numRuns: 200 },
  );
});

it('nobody is reachable by a mailbox at a home that is away', async () => {
  const { links, lane, told, linkUp, ...does } = world();
  const away = { state: 'connecting', reason: 'server-unreachable' } as const;
  expect(links.view(lane).presence).toBe('mailbox');
  // The connection has ended: perhaps for a moment.
  links.mailboxes.home({ state: 'connecting', reason: 'link-closed' });
  links.mailboxes.home({ state: 'connecting', reason: undefined });
  expect(links.view(lane).presence).toBe('mailbox');
  links.mailboxes.home(away);
  links.mailboxes.home(away);
  expect(links.view(lane).presence).toBe('unreachable');
  expect(told.map(({ presence }) => presence)).toEqual(['unreachable']);
  // A link has nothing to do with it.
  linkUp(false);
  expect(links.view(lane).presence).toBe('online');
  does.ends(GOODBYE.closing);
  await vi.advanceTimersByTimeAsync(0);
  expect(links.view(lane).presence).toBe('unreachable');
  links.mailboxes.home({ state: 'online', reason: undefined });
  expect(links.view(lane).presence).toBe('mailbox');
  await links.stop(GOODBYE.closing);
});

it('a mailbox at another home is known by the last deposit alone', async () => {
  const { links, lane } = world(ELSEWHERE);
  links.mailboxes.home({ state: 'connecting', reason: 'server-unreachable' });
  expect(links.view(lane).presence).toBe('mailbox');
  links.mailboxes.seen(lane, false);
  expect(links.view(lane).presence).toBe('unreachable');
  links.mailboxes.home({ state: 'online', reason: undefined });
  expect(links.view(lane).presence).toBe('unreachable');
  await links.stop(GOODBYE.closing);
});
