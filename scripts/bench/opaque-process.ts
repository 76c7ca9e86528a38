/**
 * A rendezvous server as a process of its own, whose limiters' clock runs a million times too fast: what is measured is what a sign-in by
 * password costs, not how many of one address are let through. It says what it has used of the processor, and who used it.
 */
import { Session } from 'node:inspector/promises';
import { ServerSettings } from '../../rendezvous/config.ts';
import { startServer } from '../../rendezvous/server.ts';
import { createOpaqueSetup, opaqueServer } from '../../shared/crypto/opaque-server.ts';
import { systemClock } from '../../shared/clock.ts';

export type Order =
  | { readonly do: 'start'; readonly folder: string }
  | { readonly do: 'cpu' }
  | { readonly do: 'profile' }
  /** Both steps of the server alone, in a loop. */
  | { readonly do: 'library'; readonly account: string; readonly requests: readonly string[]; readonly record: string }
  | { readonly do: 'stop' };

const clock = { wall: () => systemClock.wall(), monotonic: () => systemClock.monotonic() * 1e6 };
let server: Awaited<ReturnType<typeof startServer>> | undefined;
let session: Session | undefined;

/** Microseconds of this process, by function, the dearest first; ends the profile that runs. */
async function profile(): Promise<Record<string, number>> {
  if (session === undefined) {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    return {};
  }
  const { profile: found } = await session.post('Profiler.stop');
  session.disconnect();
  session = undefined;
  const names = new Map(found.nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
  const spent: Record<string, number> = {};
  found.samples?.forEach((id, i) => {
    const name = names.get(id) ?? '?';
    spent[name] = (spent[name] ?? 0) + (found.timeDeltas?.[i] ?? 0);
  });
  return Object.fromEntries(Object.entries(spent).sort(([, a], [, b]) => b - a));
}

/** Where the time goes, as one asks it: the library, the signatures, the store, the network. */
function placeOf({ functionName, url }: { functionName: string; url: string }): string {
  if (url.startsWith('wasm') || (url === '' && /^wasm-function/.test(functionName))) return 'opaque (wasm)';
  if (url.includes('@serenity-kit/opaque')) return 'opaque (its glue)';
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (name !== undefined) return `package ${name}`;
  if (url.startsWith('node:')) return `node ${url.slice(5)}`;
  const [, own] = /\/(shared|rendezvous)\/(.+)$/.exec(url)?.slice(0) ?? [];
  return own === undefined ? functionName : `our ${url.slice(url.lastIndexOf(`/${own}/`) + 1)}`;
}

async function obey(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'start': {
      const settings = ServerSettings.parse({
        ...{ data: order.folder, listen: ['/ip4/127.0.0.1/tcp/0'], logLevel: 'off' },
        ...{ acceptPerAddress: 1_000, acceptTotal: 1_000, registrationsPerMinute: 1_000 },
      });
      server = await startServer(settings, { clock });
      return server.addresses();
    }
    case 'cpu': {
      const { user, system } = process.cpuUsage();
      return user + system;
    }
    case 'profile':
      return profile();
    case 'library': {
      const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64url');
      const own = await opaqueServer(await createOpaqueSetup(), new Uint8Array(38).fill(1));
      const began = process.cpuUsage();
      for (const request of order.requests) own.startLogin(bytes(order.account), bytes(request), bytes(order.record));
      const { user, system } = process.cpuUsage(began);
      return (user + system) / order.requests.length;
    }
    case 'stop':
      await server?.stop();
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
