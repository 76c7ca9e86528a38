/** One real peer as a process of its own, told what to do over its IPC channel: the far or near end of a measured message. */
import { createPeer } from '../../node/app.ts';
import type { Peer } from '../../node/flows/peer.ts';
import { DirectLink } from '../../node/net/chat-link.ts';
import { microseconds, openEcho, openPuts, startEcho, type Puts } from './probes.ts';

/** Addresses of an echo, and of one that puts what came before it sends it back. */
export interface EchoServers {
  readonly bare: string;
  readonly raw: string;
}

export type Order =
  | { readonly do: 'start'; readonly folder: string; readonly server: string; readonly name: string }
  | { readonly do: 'add'; readonly who: string }
  | { readonly do: 'accept' }
  | { readonly do: 'online'; readonly who: string }
  | { readonly do: 'echo-servers'; readonly folder: string; readonly bytes: number }
  | {
      readonly do: 'open-probes';
      readonly echo: EchoServers;
      readonly folder: string;
      readonly bytes: number;
    }
  | { readonly do: 'echo'; readonly count: number }
  | { readonly do: 'raw'; readonly count: number }
  | { readonly do: 'put'; readonly count: number }
  | {
      readonly do: 'message';
      readonly to: string;
      readonly bytes: number;
      readonly count: number;
      readonly until: 'acknowledged' | 'shown';
    }
  | {
      readonly do: 'stream';
      readonly to: string;
      readonly bytes: number;
      readonly count: number;
      readonly inFlight: number;
    }
  /** Ends the peer; it comes back on the same folder. */
  | { readonly do: 'away' }
  | { readonly do: 'back' }
  /** Texts for somebody who is away, until a mailbox keeps all of them. */
  | { readonly do: 'leave-texts'; readonly to: string; readonly bytes: number; readonly count: number }
  /** Comes back, and takes so many texts out of its mailbox: microseconds from signing in until the last was shown. */
  | { readonly do: 'drain'; readonly from: string; readonly count: number }
  | { readonly do: 'usage' }
  | { readonly do: 'stop' };

/** Sends under way while texts are left for somebody. */
const SENDS_AT_ONCE = 256;

let peer: Peer | undefined;
let echo: Awaited<ReturnType<typeof openEcho>> | undefined;
let raw: typeof echo;
let puts: Puts | undefined;
let servers: Awaited<ReturnType<typeof startEcho>>[] = [];

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not started');
  return value;
}

/** Resolves at the first event for which `done` holds, or at once where it holds already. */
async function until(done: () => boolean): Promise<void> {
  const running = need(peer);
  if (done()) return;
  await new Promise<void>((resolve) => {
    const end = running.onEvent(() => {
      if (!done()) return;
      end();
      resolve();
    });
  });
}

/** Called when the friend's acknowledgement of an envelope is here: no face is told that, for them it counts when it is on disk. */
let onAcknowledged: () => void = () => undefined;
type Deliver = (this: DirectLink, envelope: Uint8Array) => ReturnType<DirectLink['deliver']>;
const deliver: Deliver = Reflect.get<DirectLink, 'deliver'>(DirectLink.prototype, 'deliver');
DirectLink.prototype.deliver = async function acknowledged(envelope) {
  const outcome = await deliver.call(this, envelope);
  if (outcome === 'committed') onAcknowledged();
  return outcome;
};

/**
 * One message after another, each when the one before is over: microseconds each.
 *
 * acknowledged   from `send` until the friend has it on disk and has said so
 * shown          until that, too, is on disk here and the faces were told
 */
async function measureMessages(order: Order & { readonly do: 'message' }): Promise<number[]> {
  const running = need(peer);
  const text = 'm'.repeat(order.bytes);
  const times: number[] = [];
  for (let i = 0; i < order.count; i += 1) {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    let end = (): void => undefined;
    if (order.until === 'acknowledged') {
      onAcknowledged = () => resolve(undefined);
    } else {
      end = running.onEvent(({ event }) => {
        if (event.type === 'message-state' && event.state === 'delivered') resolve(undefined);
      });
    }
    const start = process.hrtime.bigint();
    await running.send({ to: order.to, text });
    await promise;
    times.push(microseconds(start));
    end();
  }
  return times;
}

/** `count` messages, at most so many of them without an acknowledgement: microseconds from the first `send` to the last one's. */
async function streamMessages(order: Order & { readonly do: 'stream' }): Promise<number> {
  const running = need(peer);
  const text = 'm'.repeat(order.bytes);
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  let [sent, acknowledged] = [0, 0];
  const send = (): void => {
    sent += 1;
    running.send({ to: order.to, text }).catch(reject);
  };
  onAcknowledged = () => {
    acknowledged += 1;
    if (acknowledged === order.count) resolve(undefined);
    else if (sent < order.count) send();
  };
  const start = process.hrtime.bigint();
  while (sent < Math.min(order.inFlight, order.count)) send();
  await promise;
  return microseconds(start);
}

const PASSWORD = 'bench of two peers';
let folder = '';

const open = (): Promise<Peer> =>
  createPeer({
    folder,
    listen: ['/ip4/127.0.0.1/tcp/0'],
    argon2: { memoryKiB: 8 * 1024, passes: 1, parallelism: 1 },
  });

async function back(): Promise<Peer> {
  peer = await open();
  return peer;
}

/** Many sends at once, as a burst comes. */
async function leaveTexts(order: Order & { readonly do: 'leave-texts' }): Promise<void> {
  const running = need(peer);
  const text = 'm'.repeat(order.bytes);
  for (let sent = 0; sent < order.count; sent += SENDS_AT_ONCE) {
    const burst = Math.min(SENDS_AT_ONCE, order.count - sent);
    await Promise.all(Array.from({ length: burst }, () => running.send({ to: order.to, text })));
  }
  await until(() => {
    const { waiting, stored } = running.status().outbox;
    return waiting === stored;
  });
}

async function drain(order: Order & { readonly do: 'drain' }): Promise<number> {
  const running = await back();
  const { promise, resolve } = Promise.withResolvers<bigint>();
  let start = process.hrtime.bigint();
  let left = order.count;
  const end = running.onEvent(({ event }) => {
    if (event.type === 'state' && event.state === 'online') start = process.hrtime.bigint();
    if (event.type !== 'message' || event.message.kind !== 'text') return;
    left -= 1;
    if (left === 0) resolve(start);
  });
  await running.login({ password: PASSWORD });
  const elapsed = microseconds(await promise);
  end();
  return elapsed;
}

export interface Usage {
  readonly all: number;
  readonly main: number;
}

/** What this process, and its main thread alone, have used of the processor: microseconds. */
function usage(): Usage {
  const [all, main] = [process.cpuUsage(), process.threadCpuUsage()];
  return { all: all.user + all.system, main: main.user + main.system };
}

async function obey(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'start':
      ({ folder } = order);
      peer = await open();
      return peer.register({ name: order.name, password: PASSWORD, server: order.server });
    case 'add':
      return need(peer).add({ who: order.who });
    case 'accept':
      await until(() => need(peer).requests().length > 0);
      return need(peer).accept(need(need(peer).requests()[0]).account);
    case 'online':
      await until(() =>
        need(peer)
          .friends()
          .some((friend) => friend.name === order.who && friend.presence === 'online'),
      );
      return null;
    case 'echo-servers': {
      puts = await openPuts(order.folder, order.bytes);
      const [bare, putting] = [await startEcho(), await startEcho(puts)];
      servers = [bare, putting];
      return { bare: bare.address, raw: putting.address } satisfies EchoServers;
    }
    case 'open-probes':
      puts = await openPuts(order.folder, order.bytes);
      echo = await openEcho(order.echo.bare, order.bytes);
      raw = await openEcho(order.echo.raw, order.bytes, puts);
      return null;
    case 'echo':
      return need(echo).measure(order.count);
    case 'raw':
      return need(raw).measure(order.count);
    case 'put':
      return need(puts).measure(order.count);
    case 'message':
      return measureMessages(order);
    case 'stream':
      return streamMessages(order);
    case 'away':
      await need(peer).stop();
      return null;
    case 'back':
      return (await back()).login({ password: PASSWORD });
    case 'leave-texts':
      return leaveTexts(order);
    case 'drain':
      return drain(order);
    case 'usage':
      return usage();
    case 'stop':
      await echo?.stop();
      await raw?.stop();
      for (const server of servers) await server.stop();
      await puts?.stop();
      await peer?.stop();
      return null;
  }
}

process.on('message', (order: Order) => {
  obey(order).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
