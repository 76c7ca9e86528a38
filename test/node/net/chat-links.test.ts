import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ChatLink } from '../../../node/net/ports.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { comparePeerIds } from '../../../shared/net/peers.ts';
import { GOODBYE } from '../../../shared/wire/protocols.ts';
import { NOBODY_LISTENS, codeOf, envelope, startFriend, startHost } from './hosts.ts';
import type { Friend } from './hosts.ts';
import { PATIENCE } from '../../support/until.ts';

const dial = (from: Friend, to: Friend): Promise<ChatLink> => from.host.links.dial(to.host.device, to.host.addresses());

async function linked(a: Friend, b: Friend): Promise<[ChatLink, ChatLink]> {
  const link = await dial(a, b);
  await vi.waitFor(() => expect(b.links.length).toBe(1), PATIENCE);
  return [link, b.links[0]!];
}

afterEach(() => vi.useRealTimers());

describe('a direct link', () => {
  it('tells both sides who is there, and is found again', async () => {
    const [a, b] = [await startFriend(1), await startFriend(2)];
    const [there, here] = await linked(a, b);
    expect(there).toMatchObject({ dialled: true, path: 'lan', address: b.host.addresses()[0] });
    expect([there.account, there.certificate, there.device]).toEqual([
      Uint8Array.of(2),
      Uint8Array.of(2),
      b.host.device,
    ]);
    expect(here).toMatchObject({ dialled: false, path: 'lan' });
    expect([here.account, here.device]).toEqual([Uint8Array.of(1), a.host.device]);
    expect(a.links).toEqual([there]);
    expect(await dial(a, b)).toBe(there);
    expect(await dial(b, a)).toBe(here);
    expect(b.host.links.linkTo(a.host.device)).toBe(here);
  });

  it('asks for prekeys from either side, and hears a refusal', async () => {
    const bundle = { context: 'prekeys', payload: Uint8Array.of(1), signatures: [] } as never;
    const a = await startFriend(1, { onPrekeysWanted: () => Promise.reject(new MiyuError('rate-limited')) });
    const b = await startFriend(2, {
      onPrekeysWanted: (link) => Promise.resolve({ bundle, oneTime: link.account }),
    });
    const [there, here] = await linked(a, b);
    expect(await there.askPrekeys()).toMatchObject({
      bundle: { payload: Uint8Array.of(1) },
      oneTime: Uint8Array.of(1),
    });
    expect(await codeOf(here.askPrekeys())).toBe('rate-limited');
    await there.close(GOODBYE.closing);
    expect(await codeOf(there.askPrekeys())).toBe('link-closed');
    expect([a.faults, b.faults]).toEqual([[], []]);
  });

  it('delivers in order, in both directions, and resolves when the friend has it on disk', async () => {
    const release = Promise.withResolvers<undefined>();
    const stored: string[] = [];
    const a = await startFriend(1);
    const b = await startFriend(2, {
      onDeliver: async (_, envelopes) => {
        await release.promise;
        stored.push(...envelopes.map((each) => Buffer.from(each).toString()));
        return [];
      },
    });
    const [there, here] = await linked(a, b);
    const names = Array.from({ length: 300 }, (_, i) => `m${i}`);
    let settled = 0;
    const outcomes = names.map((name) => there.deliver(envelope(name)).finally(() => (settled += 1)));
    expect(await here.deliver(envelope('back'))).toBe('committed');
    expect(a.received).toEqual(['back']);
    expect(settled).toBe(0);
    release.resolve(undefined);
    expect(new Set(await Promise.all(outcomes))).toEqual(new Set(['committed']));
    expect(stored).toEqual(names);
  });

  it('acknowledges in order although commits end out of order, and tells what could not be opened', async () => {
    const commits: PromiseWithResolvers<readonly number[]>[] = [];
    const a = await startFriend(1);
    const b = await startFriend(2, {
      onDeliver: () => {
        const commit = Promise.withResolvers<readonly number[]>();
        commits.push(commit);
        return commit.promise;
      },
    });
    const [link] = await linked(a, b);
    const done: string[] = [];
    const send = async (name: string): Promise<void> => {
      done.push(`${name} ${await link.deliver(envelope(name))}`);
    };
    const first = Promise.all([send('one'), send('two')]);
    await vi.waitFor(() => expect(commits.length).toBe(1), PATIENCE);
    const second = send('three');
    await vi.waitFor(() => expect(commits.length).toBe(2), PATIENCE);
    commits[1]!.resolve([0]);
    for (let i = 0; i < 20; i += 1) await nextTurn();
    expect(done).toEqual([]);
    commits[0]!.resolve([1]);
    await Promise.all([first, second]);
    expect(done).toEqual(['one committed', 'two unopened', 'three unopened']);
  });

  it('ends without an acknowledgement where the commit fails, and tells the fault', async () => {
    const a = await startFriend(1);
    const b = await startFriend(2, { onDeliver: () => Promise.reject(new MiyuError('disk-full')) });
    const [link] = await linked(a, b);
    expect(await codeOf(link.deliver(envelope('x')))).toBe('link-closed');
    expect(b.faults).toMatchObject([{ code: 'disk-full' }]);
    expect(await link.closed).toBeUndefined();
    expect(await codeOf(link.room())).toBe('link-closed');
  });

  it('lets no more wait than its window, and flows on when the friend catches up', async () => {
    const release = Promise.withResolvers<undefined>();
    let most = 0;
    let open = 0;
    const a = await startFriend(1);
    const b = await startFriend(2, {
      onDeliver: async (_, envelopes) => {
        open += envelopes.length;
        most = Math.max(most, open);
        await release.promise;
        open -= envelopes.length;
        return [];
      },
    });
    const [link] = await linked(a, b);
    let sent = 0;
    const outcomes: Promise<unknown>[] = [];
    const sending = (async () => {
      for (; sent < 2_000; sent += 1) {
        await link.room();
        outcomes.push(link.deliver(envelope(`m${sent}`)));
      }
    })();
    await vi.waitFor(() => expect(open).toBe(512), PATIENCE);
    for (let i = 0; i < 50; i += 1) await nextTurn();
    expect(sent).toBeLessThanOrEqual(512);
    release.resolve(undefined);
    await sending;
    expect(new Set(await Promise.all(outcomes))).toEqual(new Set(['committed']));
    expect(most).toBeLessThanOrEqual(512);
  });

  it('says goodbye, with its reason, to both ends', async () => {
    const [a, b] = [await startFriend(1), await startFriend(2)];
    const [there, here] = await linked(a, b);
    await there.close(GOODBYE.signedOut);
    expect(await there.closed).toBe(GOODBYE.signedOut);
    expect(await here.closed).toBe(GOODBYE.signedOut);
    await vi.waitFor(() => expect(b.host.links.linkTo(a.host.device)).toBeUndefined(), PATIENCE);
    expect(await (await dial(b, a)).deliver(envelope('again'))).toBe('committed');
  });

  it('says goodbye when its host stops', async () => {
    const [a, b] = [await startFriend(1), await startFriend(2)];
    const [, here] = await linked(a, b);
    await a.host.stop();
    expect(await here.closed).toBe(GOODBYE.closing);
  });
});

describe('hellos', () => {
  it('refuse whom the listener does not know, and whom the dialler does not know', async () => {
    const stranger = { authorize: () => undefined };
    const [a, b] = [await startFriend(1), await startFriend(2, stranger)];
    expect(await codeOf(dial(a, b))).toBe('not-friends');
    expect(await codeOf(dial(b, a))).toBe('not-friends');
    await vi.waitFor(() => expect(a.links.length).toBe(1), PATIENCE);
    expect(await a.links[0]!.closed).toBe(GOODBYE.notFriends);
    expect(b.links).toEqual([]);
  });

  it('give each side the certificate and the PeerId that Noise authenticated', async () => {
    const seen: [Uint8Array, Uint8Array][] = [];
    const authorize = (certificate: Uint8Array, remotePeer: Uint8Array): { account: Uint8Array } => {
      seen.push([certificate, remotePeer]);
      return { account: certificate };
    };
    const [a, b] = [await startFriend(1, { authorize }), await startFriend(2, { authorize })];
    await linked(a, b);
    expect(seen).toEqual([
      [Uint8Array.of(1), a.host.device],
      [Uint8Array.of(2), b.host.device],
    ]);
  });

  it('pass on the code with which a certificate is refused', async () => {
    const authorize = (): never => {
      throw new MiyuError('certificate-invalid');
    };
    const [a, b] = [await startFriend(1), await startFriend(2, { authorize })];
    expect(await codeOf(dial(a, b))).toBe('certificate-invalid');
  });

  it('are not answered before the flows have started', async () => {
    const a = await startFriend(1);
    const silent = await startHost();
    expect(await codeOf(a.host.links.dial(silent.device, silent.addresses()))).toBe('friend-unreachable');
    expect(await codeOf(silent.links.dial(a.host.device, a.host.addresses()))).toBe('closed');
  });
});

describe('a dial that fails', () => {
  it('says why', async () => {
    const [a, b, c] = [await startFriend(1), await startFriend(2), await startFriend(3)];
    const { links } = a.host;
    expect(await codeOf(links.dial(b.host.device, [NOBODY_LISTENS]))).toBe('friend-unreachable');
    expect(await codeOf(links.dial(b.host.device, []))).toBe('friend-unreachable');
    expect(await codeOf(links.dial(b.host.device, ['nonsense']))).toBe('address-malformed');
    expect(await codeOf(links.dial(b.host.device, c.host.addresses()))).toBe('peer-key-mismatch');
    expect(await codeOf(links.dial(b.host.device, [NOBODY_LISTENS], { signal: AbortSignal.abort() }))).toBe('aborted');
    expect(c.links).toEqual([]);
  });

  it('does not hang at somebody who accepts and stays silent', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
    const listening = Promise.withResolvers<undefined>();
    server.listen(0, '127.0.0.1', () => listening.resolve(undefined));
    await listening.promise;
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const [a, b] = [await startFriend(1), await startFriend(2)];
    const address = `/ip4/127.0.0.1/tcp/${(server.address() as AddressInfo).port}`;
    expect(await codeOf(a.host.links.dial(b.host.device, [address], { timeoutMs: 100 }))).toBe('timeout');
    const abort = new AbortController();
    const dialling = codeOf(a.host.links.dial(b.host.device, [address], { signal: abort.signal }));
    abort.abort();
    expect(await dialling).toBe('aborted');
    // Nothing of it stands in the way of the right address.
    expect((await dial(a, b)).account).toEqual(Uint8Array.of(2));
  });

  it('has nothing to say about a link that has come up', async () => {
    const [a, b] = [await startFriend(1), await startFriend(2)];
    const abort = new AbortController();
    const waiting = { signal: abort.signal, timeoutMs: 4_000.5 };
    const link = await a.host.links.dial(b.host.device, b.host.addresses(), waiting);
    abort.abort();
    for (let i = 0; i < 20; i += 1) await nextTurn();
    expect(await link.deliver(envelope('still there'))).toBe('committed');
    expect(a.host.links.linkTo(b.host.device)).toBe(link);
  });

  it('that race leave one link, and end the others with nothing left open', async () => {
    const [a, b] = [await startFriend(1), await startFriend(2)];
    const sockets = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
    const idle = sockets();
    const dials = await Promise.all(Array.from({ length: 4 }, () => dial(a, b)));
    expect(new Set(dials).size).toBe(1);
    await vi.waitFor(() => expect([a.links.length, b.links.length, sockets()]).toEqual([1, 1, idle + 2]), PATIENCE);
    expect(await dials[0]!.deliver(envelope('one'))).toBe('committed');
  });

  it('tries the addresses behind one where nobody listens', async () => {
    const [a, b] = [await startFriend(1), await startFriend(2)];
    const link = await a.host.links.dial(b.host.device, [NOBODY_LISTENS, 'of a later version', ...b.host.addresses()]);
    expect(link.account).toEqual(Uint8Array.of(2));
  });
});

describe('two links between the same two', () => {
  it('leave one, the same on both sides, that of the smaller PeerId, ten times out of ten', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [a, b] = [await startFriend(1), await startFriend(2)];
      await Promise.all([dial(a, b), dial(b, a)]);
      const smaller = comparePeerIds(a.host.device, b.host.device) < 0 ? a : b;
      const larger = smaller === a ? b : a;
      const ends = (): [ChatLink | undefined, ChatLink | undefined] => [
        smaller.host.links.linkTo(larger.host.device),
        larger.host.links.linkTo(smaller.host.device),
      ];
      await vi.waitFor(async () => {
        const [s, l] = ends();
        expect([s?.dialled, l?.dialled]).toEqual([true, false]);
      }, PATIENCE);
      const [s, l] = ends();
      expect(await Promise.all([s!.deliver(envelope('x')), l!.deliver(envelope('y'))])).toEqual([
        'committed',
        'committed',
      ]);
      // Whoever was told of the other one was told of its end too.
      for (const friend of [smaller, larger]) {
        for (const link of friend.links) if (link !== s && link !== l) expect(await link.closed).toBe(GOODBYE.replaced);
      }
      await Promise.all([a.host.stop(), b.host.stop()]);
    }
  });
});

describe('heartbeats', () => {
  const fast = { heartbeat: { intervalMs: 40, timeoutMs: 200 } };
  const never = { heartbeat: { intervalMs: 1_000_000, timeoutMs: 2_000_000 } };

  it('keep an idle link up, and end that of a friend who has fallen silent', async () => {
    const a = await startFriend(1, {}, fast);
    const [idle, silent] = [await startFriend(2, {}, fast), await startFriend(3, {}, never)];
    const [toIdle, fromIdle] = await linked(a, idle);
    const [toSilent, fromSilent] = await linked(a, silent);
    expect(await toSilent.deliver(envelope('x'))).toBe('committed');
    expect(await toSilent.closed).toBeUndefined();
    expect(await fromSilent.closed).toBeUndefined();
    expect(a.host.links.linkTo(silent.host.device)).toBeUndefined();
    expect(a.host.links.linkTo(idle.host.device)).toBe(toIdle);
    expect(await fromIdle.deliver(envelope('still here'))).toBe('committed');
    // The dead connection is gone with it, so the friend is found again at once.
    expect(await (await dial(a, silent)).deliver(envelope('y'))).toBe('committed');
  });
});
