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
import { GOODBYE } from '../../../shared/wire/protocols.ts';

const ACCOUNT = new Uint8Array(32).fill(7);

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => vi.useRealTimers());

/** One friend, and a network that does what the list says. */
function world() {
  const open = new Set<ChatLink>();
  const told: PresenceView[] = [];
  let dials: { readonly resolve: (link: ChatLink) => void; readonly reject: (error: MiyuError) => void }[] = [];
  let handlers: ChatLinkHandlers | undefined;
  const contact = {
    ...{ account: ACCOUNT, identityKey: ACCOUNT, device: ACCOUNT, epoch: 1n, lastSeen: 0n, blocked: false },
    ...{ relation: RELATION.friend, addresses: ['/ip4/127.0.0.1/tcp/1', '/ip4/127.0.0.1/tcp/2'] },
  } as unknown as ContactRow;
  const lane = {
    ...{ account: ACCOUNT, contact, link: undefined, entries: new Map() },
    step: () => ({ result: undefined, committed: Promise.resolve() }),
  } as unknown as Lane;
  const context = {
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
  { weight: 2, arbitrary: fc.constantFrom('retry', 'moved', 'reach', 'mailbox works', 'mailbox fails') },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 30_000 }) },
);

it('online is never shown without a path, and never missed where there is one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
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
        else links.mailboxSeen(lane, each === 'mailbox works');
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
