/** When a friend's device is dialled again, on a clock of the test's own. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ContactRow } from '../../../node/core/generated/rows.js';
import type { RecordVersion } from '../../../node/core/paths.ts';
import { RELATION } from '../../../node/core/rows.ts';
import type { FlowContext } from '../../../node/flows/context.ts';
import type { Lane } from '../../../node/flows/lane.ts';
import { lanSource, type AddressSource, type FoundListener } from '../../../node/flows/address-sources.ts';
import { createLinks } from '../../../node/flows/links.ts';
import type { ChatLink, ChatLinkHandlers } from '../../../node/net/ports.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { silentLog } from '../../../shared/log.ts';

const MINUTE = 60_000;
const ACCOUNT = new Uint8Array(32).fill(7);

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => vi.useRealTimers());

/** One friend whom nobody reaches; what is dialled, and when. */
function lonely(...more: readonly AddressSource[]) {
  const dials: number[] = [];
  let handlers: ChatLinkHandlers | undefined;
  let tell: FoundListener = () => undefined;
  const contact = {
    account: ACCOUNT,
    identityKey: ACCOUNT,
    relation: RELATION.friend,
    blocked: false,
    addresses: ['/ip4/127.0.0.1/tcp/1'],
    device: ACCOUNT,
    epoch: 1n,
    lastSeen: 0n,
  } as unknown as ContactRow;
  const lane = {
    account: ACCOUNT,
    contact,
    link: undefined,
    entries: new Map(),
    step: (work: (draft: object) => void) => {
      work({});
      return { result: undefined, committed: Promise.resolve() };
    },
  } as unknown as Lane;
  const context = {
    clock: { wall: () => Date.now(), monotonic: () => Date.now() },
    random: (length: number) => new Uint8Array(length).fill(255),
    log: silentLog,
  } as unknown as FlowContext;
  const onFound = (listener: typeof tell): (() => void) => {
    tell = listener;
    return () => undefined;
  };
  const links = createLinks(context, {
    links: {
      start: (given) => {
        handlers = given;
      },
      dial: () => {
        dials.push(Date.now());
        return Promise.reject(new MiyuError('friend-unreachable'));
      },
      linkTo: () => undefined,
    },
    lanes: () => [lane],
    laneOf: () => lane,
    networks: () => [],
    sources: [lanSource({ addressesOf: () => [], onFound }), ...more],
    receive: () => Promise.resolve([]),
    onPresence: () => undefined,
    onUp: () => undefined,
    onHeads: () => undefined,
    prekeysWanted: () => Promise.reject(new MiyuError('unknown-request')),
  });
  links.start();

  /** A link comes up, and ends with this goodbye or breaks without one. */
  async function linkThatEnds(goodbye: number | undefined, dialled = false): Promise<void> {
    const link = { account: ACCOUNT, certificate: new Uint8Array(0), path: 'direct', dialled, address: '' };
    handlers?.onLink({ ...link, closed: Promise.resolve(goodbye) } as unknown as ChatLink);
    await vi.advanceTimersByTimeAsync(0);
    dials.length = 0;
  }
  /** A link that stays. */
  const link = (): void => {
    const up = { account: ACCOUNT, certificate: new Uint8Array(0), path: 'direct', dialled: false, address: '' };
    const { promise: closed } = Promise.withResolvers<undefined>();
    handlers?.onLink({ ...up, closed, close: () => Promise.resolve() } as unknown as ChatLink);
  };
  const found = async (device: Uint8Array, record?: RecordVersion): Promise<void> => {
    tell(device, ['/ip4/10.6.6.6/tcp/1'], record);
    await vi.advanceTimersByTimeAsync(0);
  };
  const seenAt = (): number => Number(lane.contact.lastSeen);
  return {
    dials,
    linkThatEnds,
    link,
    found,
    seenAt,
    search: () => links.search(lane),
    lostMs: () => links.lostMs(lane),
    stop: () => links.stop(2),
  };
}

const longestWait = (times: readonly number[]): number =>
  Math.max(...times.slice(1).map((time, i) => time - (times[i] ?? 0)));

it('a friend whose link broke is looked for every few seconds for ten minutes, then less and less', async () => {
  const { dials, linkThatEnds, stop } = lonely();
  await linkThatEnds(undefined);
  const brokenAt = Date.now();
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(dials[0]! - brokenAt).toBeLessThan(1_500);
  expect(longestWait(dials)).toBeLessThan(7_000);
  dials.length = 0;
  await vi.advanceTimersByTimeAsync(120 * MINUTE);
  // Five minutes and a quarter of them as jitter.
  expect(longestWait(dials)).toBeGreaterThan(4 * MINUTE);
  expect(longestWait(dials)).toBeLessThan(6.5 * MINUTE);
  await stop();
});

it('since when a friend is gone is known of a link that nobody ended, and of one that we had dialled', async () => {
  const { linkThatEnds, lostMs, stop } = lonely();
  expect(lostMs()).toBeNull();
  await linkThatEnds(undefined);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(lostMs()).toBe(MINUTE);
  await linkThatEnds(2);
  expect(lostMs()).toBeNull();
  await linkThatEnds(2, true);
  expect(lostMs()).toBe(0);
  await stop();
});

it('one who said goodbye is left in peace at once', async () => {
  const { dials, linkThatEnds, stop } = lonely();
  await linkThatEnds(2);
  const endedAt = Date.now();
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(dials[0]! - endedAt).toBeGreaterThan(5_000);
  expect(longestWait(dials)).toBeGreaterThan(2 * MINUTE);
  await stop();
});

it('a friend’s device on the LAN is dialled at once, a stranger’s never, and a liar’s every word of it is not', async () => {
  const { dials, found, stop } = lonely();
  await vi.advanceTimersByTimeAsync(0);
  dials.length = 0;
  await found(new Uint8Array(32).fill(9));
  expect(dials).toHaveLength(0);
  await found(ACCOUNT);
  expect(dials).toHaveLength(1);
  for (let i = 0; i < 100; i += 1) await found(ACCOUNT);
  expect(dials).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(10_000);
  dials.length = 0;
  await found(ACCOUNT);
  expect(dials).toHaveLength(1);
  await stop();
});

it('an address of a record that friends keep is told as one of the DHT, and no one nearby', async () => {
  const { found, search, stop } = lonely({
    name: 'dht',
    headStartMs: 0,
    find: () => Promise.withResolvers<undefined>().promise,
  });
  await vi.advanceTimersByTimeAsync(0);
  await found(ACCOUNT, { epoch: 1n, sequence: 1n });
  expect(search()).toMatchObject({ state: 'seeking' });
  const places = new Map(search()?.tried.map(({ place, addresses }) => [place, addresses]));
  expect([places.get('dht'), places.get('lan')]).toEqual([1, 0]);
  await stop();
});

it('who is there when this peer stops was seen then: the first to be looked for at the next start', async () => {
  const { link, seenAt, stop } = lonely();
  expect(seenAt()).toBe(0);
  link();
  await vi.advanceTimersByTimeAsync(MINUTE);
  await stop();
  expect(seenAt()).toBe(Date.now());
});

it('what was tried to reach a friend is told, with the time of the next try, from anew after each link', async () => {
  const { found, linkThatEnds, search, stop } = lonely();
  const beganAt = Date.now();
  await vi.advanceTimersByTimeAsync(0);
  const first = search();
  expect(first).toMatchObject({ state: 'waiting', startedAt: beganAt, endedAt: beganAt, failures: 1 });
  expect(first?.tried).toEqual([
    { place: 'known', result: 'not-reached', addresses: 1, reason: 'friend-unreachable' },
    { place: 'lan', result: 'nothing', addresses: 0, reason: null },
  ]);
  const { nextAt } = first!;
  await vi.advanceTimersByTimeAsync(nextAt! - Date.now());
  expect(search()).toMatchObject({ startedAt: nextAt, failures: 2 });
  await found(ACCOUNT);
  expect(search()?.tried).toContainEqual({
    ...{ place: 'lan', result: 'not-reached', addresses: 1, reason: 'friend-unreachable' },
  });
  await linkThatEnds(2);
  expect(search()).toMatchObject({ state: 'waiting', failures: 0, startedAt: null, tried: [] });
  await stop();
  expect(search()).toMatchObject({ state: 'resting', nextAt: null });
});
