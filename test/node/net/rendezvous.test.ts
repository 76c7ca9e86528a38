import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { RendezvousClient } from '../../../node/net/ports.ts';
import { MiyuError } from '../../../shared/errors.ts';
import type { RendezvousResponse } from '../../../shared/wire/generated/rendezvous.js';
import { RendezvousPush } from '../../../shared/wire/generated/rendezvous.js';
import { NOBODY_LISTENS, codeOf, startHost } from './hosts.ts';
import { startServer } from './servers.ts';
import { PATIENCE } from '../../support/until.ts';

const id = new Uint8Array(32).fill(7);
const signed = { payload: new Uint8Array(10).fill(1), signature: new Uint8Array(64).fill(2) };
const signedBy = (bytes: number) => ({ payload: new Uint8Array(bytes), signature: new Uint8Array(64) });

describe('connecting to a server', () => {
  it('shows its verified statement and takes requests', async () => {
    const server = await startServer({
      onRequest: ({ ping }) => ({ ping: { payload: ping!.payload, time: 0n, seenAs: '' } }),
    });
    const host = await startHost();
    const client = await host.rendezvous.connect(server.home);
    expect(client.server).toEqual(server.home.server);
    expect(client.statement).toMatchObject({ name: 'test server', mailLifetimeS: 86_400n });
    expect((await client.ping({ payload: Uint8Array.of(1, 2) })).payload).toEqual(Uint8Array.of(1, 2));
  });

  it('ends visibly on both sides, and lets go of the connection with its last use', async () => {
    const server = await startServer();
    const host = await startHost();
    const [first, second] = [await host.rendezvous.connect(server.home), await host.rendezvous.connect(server.home)];
    expect(server.node.getConnections().length).toBe(1);
    await first.close();
    expect(await first.closed).toBeUndefined();
    expect(await codeOf(first.ping({ payload: id }))).toBe('link-closed');
    for (let i = 0; i < 20; i += 1) await nextTurn();
    expect(server.node.getConnections().length).toBe(1);
    await second.close();
    await vi.waitFor(() => expect(server.node.getConnections().length).toBe(0), PATIENCE);
    const third = await host.rendezvous.connect(server.home);
    await server.node.stop();
    await third.closed;
  });

  it('says why it does not come to pass', async () => {
    const [server, other] = [await startServer(), await startServer()];
    const host = await startHost();
    const { rendezvous } = host;
    const moved = { server: server.home.server, addresses: [NOBODY_LISTENS] };
    expect(await codeOf(rendezvous.connect(moved))).toBe('server-unreachable');
    expect(await codeOf(rendezvous.connect({ ...moved, addresses: [] }))).toBe('server-unreachable');
    expect(await codeOf(rendezvous.connect({ ...moved, addresses: ['nonsense'] }))).toBe('address-malformed');
    expect(await codeOf(rendezvous.connect({ ...server.home, server: id }))).toBe('address-malformed');
    expect(await codeOf(rendezvous.connect({ ...server.home, addresses: other.home.addresses }))).toBe(
      'server-key-mismatch',
    );
    expect(other.channels).toEqual([]);
    expect(await codeOf(rendezvous.connect(server.home, { signal: AbortSignal.abort() }))).toBe('aborted');
  });

  it('refuses a statement by another key, before anything else is said', async () => {
    const server = await startServer({ foreignStatement: true });
    const host = await startHost();
    expect(await codeOf(host.rendezvous.connect(server.home))).toBe('server-statement-invalid');
    expect(await codeOf(host.rendezvous.probe(server.home))).toBe('server-statement-invalid');
  });

  it('passes on a refused hello, and does not wait for a silent server', async () => {
    const newer = await startServer({ refuseHello: new MiyuError('version-mismatch', { detail: 2 }) });
    const silent = await startServer({ silent: true });
    const host = await startHost();
    await expect(host.rendezvous.connect(newer.home)).rejects.toMatchObject({ code: 'version-mismatch', detail: 2 });
    expect(await codeOf(host.rendezvous.connect(silent.home, { timeoutMs: 200 }))).toBe('timeout');
    expect(await codeOf(host.rendezvous.probe(silent.home, { timeoutMs: 200 }))).toBe('timeout');
  });

  it('says every now and then that it is there, and notices a server that has fallen silent', async () => {
    const never = Promise.withResolvers<RendezvousResponse>();
    let silent = false;
    let pings = 0;
    const server = await startServer({
      onRequest: ({ ping }) => {
        pings += 1;
        return silent ? never.promise : { ping: { payload: ping!.payload, time: 0n, seenAs: '' } };
      },
    });
    const host = await startHost({ heartbeat: { intervalMs: 40, timeoutMs: 400 } });
    const client = await host.rendezvous.connect(server.home);
    await vi.waitFor(() => expect(pings).toBeGreaterThan(12), { timeout: 10_000 });
    expect(server.node.getConnections().length).toBe(1);
    silent = true;
    expect((await client.closed)?.code).toBe('timeout');
    silent = false;
    // Its connection is as dead as it is: the next attempt must not find it.
    const [dead] = server.channels;
    await host.rendezvous.connect(server.home);
    await dead!.closed;
    expect(server.node.getConnections().length).toBe(1);
  });

  it('probes with one exchange and leaves nothing open', async () => {
    const server = await startServer();
    const host = await startHost();
    const { statement, signed: shown, roundTripMs } = await host.rendezvous.probe(server.home);
    expect(statement.name).toBe('test server');
    expect(shown).toEqual(server.statement);
    expect(roundTripMs).toBeGreaterThan(0);
    await vi.waitFor(() => expect(server.node.getConnections().length).toBe(0), PATIENCE);
  });
});

describe('pushes of a server', () => {
  it('wait for the listener and come in order', async () => {
    const server = await startServer();
    const host = await startHost();
    const client = await host.rendezvous.connect(server.home);
    for (const highest of [1n, 2n]) server.channels[0]!.push(RendezvousPush.encode({ mailWaiting: { highest } }));
    for (let i = 0; i < 50; i += 1) await nextTurn();
    const seen: (bigint | undefined)[] = [];
    client.onPush(({ mailWaiting }) => seen.push(mailWaiting?.highest));
    server.channels[0]!.push(RendezvousPush.encode({ mailWaiting: { highest: 3n } }));
    await vi.waitFor(() => expect(seen).toEqual([1n, 2n, 3n]), PATIENCE);
  });

  it('end the connection when they flood somebody who does not listen, or are none', async () => {
    const server = await startServer();
    const host = await startHost();
    const client = await host.rendezvous.connect(server.home);
    for (let i = 0; i < 100; i += 1) server.channels[0]!.push(RendezvousPush.encode({ serverClosing: {} }));
    expect(await client.closed).toMatchObject({ code: 'protocol-violation' });
    const second = await host.rendezvous.connect(server.home);
    second.onPush(() => undefined);
    server.channels[1]!.push(new Uint8Array(5).fill(0xff));
    expect(await second.closed).toMatchObject({ code: 'malformed' });
  });
});

describe('answers of a server', () => {
  const ask: [string, RendezvousResponse | Uint8Array, (client: RendezvousClient) => Promise<unknown>][] = [
    ['is another one', { ping: { payload: id, time: 0n, seenAs: '' } }, (client) => client.challenge()],
    ['is none', new Uint8Array(8).fill(0xff), (client) => client.challenge()],
    ['is empty', new Uint8Array(0), (client) => client.logout()],
    ['has a nonce of a wrong length', { challenge: { nonce: id.slice(1) } }, (client) => client.challenge()],
    [
      'has an id of a wrong length',
      { lookup: { account: id.slice(1), statements: [signed], proof: new Uint8Array(0) } },
      (client) => client.lookup({ name: 'x' }),
    ],
    [
      'has no statement',
      { lookup: { account: id, statements: [], proof: new Uint8Array(0) } },
      (client) => client.lookup({ name: 'x' }),
    ],
    [
      'has too many statements',
      { lookup: { account: id, statements: Array.from({ length: 65 }, () => signed), proof: new Uint8Array(0) } },
      (client) => client.lookup({ name: 'x' }),
    ],
    [
      'has a signature of a wrong length',
      { deposit: { receipt: { ...signed, signature: id } } },
      (client) => client.deposit({ owner: id, envelope: id }),
    ],
    [
      'has a statement beyond its bound',
      { deposit: { receipt: signedBy(8 * 1024 + 1) } },
      (client) => client.deposit({ owner: id, envelope: id }),
    ],
    [
      'has mail out of order',
      {
        drain: {
          mail: [2n, 1n].map((sequence) => ({ sequence, depositor: id, envelope: id, storedAt: 0n })),
          more: false,
        },
      },
      (client) => client.drain({ after: 0n, limit: 10 }),
    ],
    [
      'has mail beyond its bound',
      {
        drain: {
          mail: [{ sequence: 1n, depositor: id, envelope: new Uint8Array(71 * 1024), storedAt: 0n }],
          more: false,
        },
      },
      (client) => client.drain({ after: 0n, limit: 10 }),
    ],
  ];
  it.each(ask)('are refused where one %s', async (_, response, request) => {
    const server = await startServer({ onRequest: () => response });
    const host = await startHost();
    const client = await host.rendezvous.connect(server.home);
    expect(await codeOf(request(client))).toBe('malformed');
    // A bad answer is that request's failure; the link stays.
    expect(await codeOf(client.challenge({ timeoutMs: 1_000 }))).not.toBe('link-closed');
  });

  it('carry what each request asked for', async () => {
    const server = await startServer({
      onRequest: (request) => {
        if (request.challenge !== undefined) return { challenge: { nonce: id } };
        if (request.drain !== undefined) {
          const mail = [1n, 5n].map((sequence) => ({ sequence, depositor: id, envelope: id, storedAt: 9n }));
          return { drain: { mail, more: request.drain.limit === 2 } };
        }
        if (request.fetchAddress !== undefined) return { fetchAddress: {} };
        throw new MiyuError('epoch-conflict', { detail: 4 });
      },
    });
    const host = await startHost();
    const client = await host.rendezvous.connect(server.home);
    expect((await client.challenge()).nonce).toEqual(id);
    const drained = await client.drain({ after: 0n, limit: 2 });
    expect(drained.more).toBe(true);
    expect(drained.mail.map(({ sequence }) => sequence)).toEqual([1n, 5n]);
    expect(await client.fetchAddress({ account: id })).toEqual({});
    await expect(
      client.login({ account: id, certificate: signed, clientNonce: id, proof: new Uint8Array(64), label: id }),
    ).rejects.toMatchObject({ code: 'epoch-conflict', detail: 4 });
  });
});
