import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { HomeConnections, type HomeNews } from '../../../node/flows/homes.ts';
import { GUEST_IDLE_MS, MAX_GUEST_CONNECTIONS } from '../../../node/flows/guests.ts';
import type { Own } from '../../../node/flows/context.ts';
import type { Rendezvous, RendezvousClient } from '../../../node/net/ports.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { toHex } from '../../../shared/ids.ts';
import { silentLog } from '../../../shared/log.ts';
import type { Home } from '../../../shared/wire/generated/identity.js';
import type { LoginResponse, RendezvousPush } from '../../../shared/wire/generated/rendezvous.js';
import { movableClock } from '../../support/rendezvous.ts';
import { until } from '../../support/until.ts';

const homeOf = (n: number): Home => ({ server: new Uint8Array(38).fill(n), addresses: [`/ip4/127.0.0.1/tcp/${n}`] });
const LOGIN: LoginResponse = {
  highestMail: 0n,
  waitingMail: 0,
  waitingRequests: 0,
  prekeysLeft: 64,
  bundleCurrent: true,
};

class FakeServer {
  away = false;
  connects = 0;
  introductions = 0;
  closes = 0;
  /** Called when an attempt has waited in vain. */
  hangs: (() => void) | undefined;
  readonly connectedAt: number[] = [];
  #open = new Set<{ end: (error?: MiyuError) => void; push: (push: RendezvousPush) => void }>();

  client(home: Home): RendezvousClient {
    const { promise: closed, resolve } = Promise.withResolvers<MiyuError | undefined>();
    let listener: ((push: RendezvousPush) => void) | undefined;
    const link = {
      end: (error?: MiyuError): void => {
        this.#open.delete(link);
        resolve(error);
      },
      push: (push: RendezvousPush): void => listener?.(push),
    };
    this.#open.add(link);
    const client: Partial<RendezvousClient> = {
      server: home.server,
      closed,
      onPush: (on) => {
        listener = on;
      },
      introduce: () => {
        this.introductions += 1;
        return Promise.resolve({});
      },
      logout: () => Promise.resolve({}),
      close: () => {
        this.closes += 1;
        link.end();
        return Promise.resolve();
      },
    };
    return client as RendezvousClient;
  }

  get open(): number {
    return this.#open.size;
  }
  cut(): void {
    for (const link of this.#open) link.end(new MiyuError('link-closed'));
  }
  push(push: RendezvousPush): void {
    for (const link of this.#open) link.push(push);
  }
}

function world() {
  const servers = new Map<string, FakeServer>();
  const serverAt = (home: Home): FakeServer => {
    const key = toHex(home.server);
    const server = servers.get(key) ?? new FakeServer();
    servers.set(key, server);
    return server;
  };
  const rendezvous = {
    connect: (home: Home) => {
      const server = serverAt(home);
      server.connects += 1;
      server.connectedAt.push(performance.now());
      if (server.hangs !== undefined) {
        server.hangs();
        return Promise.reject(new MiyuError('timeout'));
      }
      return server.away ? Promise.reject(new MiyuError('server-unreachable')) : Promise.resolve(server.client(home));
    },
  } as unknown as Rendezvous;
  const own = { home: homeOf(1), statement: {}, certificate: {} } as unknown as Own;
  const signIns = { refuse: undefined as MiyuError | undefined };
  const clock = movableClock();
  const homes = new HomeConnections({ own: () => own, clock, random: systemRandom, log: silentLog }, rendezvous, () =>
    signIns.refuse === undefined ? Promise.resolve(LOGIN) : Promise.reject(signIns.refuse),
  );
  onTestFinished(() => homes.stop());
  const news: HomeNews[] = [];
  homes.onState((each) => news.push(each));
  return { homes, news, home: serverAt(homeOf(1)), serverAt, signIns, clock };
}

const isOnline = (homes: HomeConnections) => until('online', () => homes.state.state === 'online');

describe('our own home', () => {
  test('is kept up: again after each break, for as long as it takes', async () => {
    const { homes, home, news } = world();
    let signIns = 0;
    homes.onSignedIn(() => (signIns += 1));
    homes.start();
    await isOnline(homes);
    home.cut();
    await until('signed in again', () => signIns === 2);
    home.away = true;
    home.cut();
    await until('tries', () => home.connects >= 5);
    expect(homes.state).toEqual({ state: 'connecting', reason: 'server-unreachable' });
    await expect(homes.clientFor(homeOf(1))).rejects.toMatchObject({ code: 'server-unreachable' });
    home.away = false;
    // A person who asks for it does not wait for the pause to end.
    expect(await homes.ownHome()).toBe(homes.ownClient());
    expect(signIns).toBe(3);
    expect(news.map(({ state }) => state)).toContain('online');
    expect(home.open).toBe(1);
  });

  test('is known to have been there, and for how long not, until there is another connection', async () => {
    const { homes, home, clock } = world();
    homes.start();
    await isOnline(homes);
    home.away = true;
    expect(homes.endedMs).toBeNull();
    home.cut();
    await until('missed', () => homes.state.state === 'connecting');
    clock.advance(30_000);
    // Attempts in vain change nothing of it.
    expect(homes.endedMs).toBeGreaterThanOrEqual(30_000);
    home.away = false;
    await homes.ownHome();
    expect(homes.endedMs).toBeNull();
  });

  test('one that takes connections and says nothing is asked less and less often', async () => {
    const { homes, home, clock } = world();
    // Each attempt ends by its time-out, which is longer than a connection needs to last to be called a good one.
    home.hangs = () => clock.advance(15_000);
    homes.start();
    await until('five attempts', () => home.connectedAt.length === 5, { timeoutMs: 20_000 });
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = home.connectedAt;
    expect(b - a).toBeGreaterThan(180);
    expect(c - b).toBeGreaterThan(370);
    expect(d - c).toBeGreaterThan(740);
    expect(e - d).toBeGreaterThan(1_490);
    expect(homes.state).toEqual({ state: 'connecting', reason: 'timeout' });
  });

  test('one that is seen while we wait is tried at once, a few times; whoever else is seen changes nothing', async () => {
    const { homes, home, clock } = world();
    home.away = true;
    homes.start();
    // The pause after it is a second and a half at least: far longer than one turn.
    await until('four attempts', () => home.connects === 4);
    homes.seen(homeOf(2).server);
    await turn();
    expect(home.connects).toBe(4);
    for (const connects of [5, 6, 7, 7, 7]) {
      homes.seen(homeOf(1).server);
      await turn();
      expect(home.connects).toBe(connects);
    }
    clock.advance(10_000);
    home.away = false;
    homes.seen(homeOf(1).server);
    await turn();
    expect(homes.state.state).toBe('online');
    homes.seen(homeOf(1).server);
    await turn();
    expect([home.connects, home.open]).toEqual([8, 1]);
  });

  test('one that is seen during an attempt that fails is tried again without a pause', async () => {
    const { homes, home } = world();
    home.away = true;
    homes.start();
    await until('three attempts', () => home.connects === 3);
    home.hangs = () => {
      home.hangs = undefined;
      homes.seen(homeOf(1).server);
    };
    await until('a fourth', () => home.connects >= 4);
    await turn();
    expect(home.connects).toBe(5);
  });

  test('a server that asks for patience gets it, whoever announces it', async () => {
    const { homes, home, signIns } = world();
    signIns.refuse = new MiyuError('rate-limited', { retryAfterMs: 60_000 });
    homes.start();
    await homes.attempted();
    expect(home.connects).toBe(1);
    homes.seen(homeOf(1).server);
    await turn();
    expect(home.connects).toBe(1);
  });

  test('a newer device: told once, and not tried again until the person says so', async () => {
    const { homes, home, news } = world();
    homes.start();
    await isOnline(homes);
    const { connects } = home;
    home.push({ sessionReplaced: { epoch: 2n } });
    await until('signed out', () => homes.state.state === 'signed-out');
    await expect(homes.clientFor(homeOf(1))).rejects.toMatchObject({ code: 'signed-out' });
    await expect(homes.clientFor(homeOf(2))).rejects.toMatchObject({ code: 'signed-out' });
    await expect(homes.ownHome()).rejects.toMatchObject({ code: 'signed-out' });
    expect(home.connects).toBe(connects);
    expect(home.open).toBe(0);
    expect(news.filter(({ state }) => state === 'signed-out')).toHaveLength(1);
    homes.start();
    await isOnline(homes);
  });

  test('the server knows a newer epoch: signed out at the first attempt', async () => {
    const { homes, signIns } = world();
    signIns.refuse = new MiyuError('signed-out', { detail: 2 });
    homes.start();
    expect(await homes.attempted()).toEqual({ state: 'signed-out', reason: 'signed-out' });
  });

  test('pushes reach the listeners, and end with the connection', async () => {
    const { homes, home } = world();
    const pushed: RendezvousPush[] = [];
    const ended: boolean[] = [];
    homes.onPush((push, { signal }) => {
      pushed.push(push);
      signal.addEventListener('abort', () => ended.push(true));
    });
    homes.start();
    await isOnline(homes);
    home.push({ mailWaiting: { highest: 3n } });
    expect(pushed).toEqual([{ mailWaiting: { highest: 3n } }]);
    await homes.stop();
    expect(ended).toEqual([true]);
    expect(home.open).toBe(0);
  });

  test('signing out tells the server', async () => {
    const { homes, home } = world();
    homes.start();
    await isOnline(homes);
    expect(await homes.signOut()).toBe(true);
    expect(homes.state.state).toBe('stopped');
    expect(home.open).toBe(0);
  });

  test('without a server there is nobody to acknowledge', async () => {
    const { homes, home } = world();
    home.away = true;
    homes.start();
    await homes.attempted();
    expect(await homes.signOut()).toBe(false);
  });
});

describe('foreign homes', () => {
  test('one connection for all who ask, introduced once, kept while it is up', async () => {
    const { homes, serverAt } = world();
    const foreign = serverAt(homeOf(2));
    const clients = await Promise.all(Array.from({ length: 5 }, () => homes.clientFor(homeOf(2))));
    expect(new Set(clients).size).toBe(1);
    expect(await homes.clientFor(homeOf(2))).toBe(clients[0]);
    expect([foreign.connects, foreign.introductions]).toEqual([1, 1]);
    foreign.cut();
    await until('forgotten', async () => (await homes.clientFor(homeOf(2))) !== clients[0]);
    expect(foreign.connects).toBe(2);
  });

  test('one that failed is left alone for a while', async () => {
    const { homes, serverAt } = world();
    const foreign = serverAt(homeOf(2));
    foreign.away = true;
    await expect(homes.clientFor(homeOf(2))).rejects.toMatchObject({ code: 'server-unreachable' });
    await expect(homes.clientFor(homeOf(2))).rejects.toMatchObject({
      code: 'server-unreachable',
      retryAfterMs: expect.any(Number) as number,
    });
    expect(foreign.connects).toBe(1);
    expect(homes.seemsUp(homeOf(2).server)).toBe(false);
    foreign.away = false;
    await until('tried again', () =>
      homes.clientFor(homeOf(2)).then(
        () => true,
        () => false,
      ),
    );
    expect(foreign.connects).toBe(2);
  });

  test('a caller who gives up does not end it for the others', async () => {
    const { homes } = world();
    const signal = AbortSignal.abort(new MiyuError('aborted'));
    const [given, kept] = await Promise.allSettled([
      homes.clientFor(homeOf(2), { signal }),
      homes.clientFor(homeOf(2)),
    ]);
    expect(given).toMatchObject({ status: 'rejected', reason: { code: 'aborted' } });
    expect(kept.status).toBe('fulfilled');
  });

  test('are bounded in number: the longest unused makes room', async () => {
    const { homes, serverAt } = world();
    for (let n = 2; n < MAX_GUEST_CONNECTIONS + 2; n += 1) await homes.clientFor(homeOf(n));
    await homes.clientFor(homeOf(2));
    await homes.clientFor(homeOf(100));
    await until('one is closed', () => serverAt(homeOf(3)).open === 0);
    expect(serverAt(homeOf(2)).open).toBe(1);
    expect(serverAt(homeOf(100)).open).toBe(1);
    expect(GUEST_IDLE_MS).toBeGreaterThan(0);
  });
});
