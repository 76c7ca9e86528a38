/**
 * Figure (d): a mailbox with 20,000 mails emptied over libp2p: by a bare client that opens nothing, page by page, each acknowledged,
 * which deletes it at the server, on disk; and by a real peer, which opens each and commits it. The bare client stands beside rows
 * of the same size out of a bare LevelDB over a bare stream (raw-mailbox.ts), in the same run on the same disk.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RendezvousClient } from '../../node/net/ports.ts';
import { fromHex, toHex } from '../../shared/ids.ts';
import { MAX_DRAIN_ITEMS } from '../../shared/wire/limits.ts';
import type { Order as DepositOrder } from './deposit-process.ts';
import { openOwner, WIDE_LIMITS } from './deposits.ts';
import { figureOf, median, type Figure } from './figures.ts';
import type { Order as PeerOrder } from './peer-process.ts';
import { microseconds } from './probes.ts';
import { startServer, startWorker } from './processes.ts';
import type { Order as RawOrder } from './raw-mailbox-process.ts';
import { openRawMailbox } from './raw-mailbox.ts';

/** By 8 connections, 32 deposits at once on each. */
const CONNECTIONS = 8;
const EACH = 79;
const COUNT = CONNECTIONS * 32 * EACH;
/** Body of an envelope whose content fills the 256-byte bucket, and a text that does. */
const BODY_BYTES = 364;
const TEXT_BYTES = 100;
/** What the server keeps of it, and hands out. */
const ROW_BYTES = 530;
const GOAL = 12_000;
const PEER_GOAL = 5_000;

/** Microseconds; the next page is asked for together with the acknowledgement of the one that is here. */
async function drainAll(client: RendezvousClient): Promise<number> {
  const start = process.hrtime.bigint();
  let drained = 0;
  let after = 0n;
  let acknowledged: Promise<unknown> = Promise.resolve();
  for (;;) {
    const page = await client.drain({ after, limit: MAX_DRAIN_ITEMS });
    await acknowledged;
    drained += page.mail.length;
    const last = page.mail.at(-1);
    if (last === undefined) break;
    after = last.sequence;
    acknowledged = client.acknowledge({ upTo: after });
    if (!page.more) break;
  }
  await acknowledged;
  if (drained !== COUNT) throw new Error(`${drained} of ${COUNT} mails were drained`);
  return microseconds(start);
}

export async function benchDrains(
  folder: string,
  runs: number,
  peerIdBytes: (text: string) => Uint8Array,
  progress: (done: number) => void,
): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true });
  const server = await startServer(join(folder, 'server'), WIDE_LIMITS);
  const { addresses } = server;
  const depositors = startWorker<DepositOrder>('deposit-process.ts');
  const far = startWorker<RawOrder>('raw-mailbox-process.ts');
  const sender = startWorker<PeerOrder>('peer-process.ts');
  const receiver = startWorker<PeerOrder>('peer-process.ts');
  const peerId = peerIdBytes(server.peerId);
  const owner = await openOwner({ peerId, addresses });
  const address = await far.run<string>({ do: 'start', folder, bytes: ROW_BYTES, perPage: MAX_DRAIN_ITEMS });
  const raw = await openRawMailbox(address, ROW_BYTES, MAX_DRAIN_ITEMS);
  try {
    const connect = { do: 'connect', server: toHex(peerId), addresses, count: CONNECTIONS } as const;
    for (const account of await depositors.run<string[]>(connect)) await owner.grant(fromHex(account)!);
    const fill = { do: 'fill', owner: toHex(owner.account), each: EACH, body: BODY_BYTES } as const;
    const start = { folder: join(folder, 'receiver'), server: server.invite, name: 'receiver' };
    await sender.run({ do: 'start', folder: join(folder, 'sender'), server: server.invite, name: 'sender' });
    await receiver.run({ do: 'start', ...start });
    await sender.run({ do: 'add', who: 'receiver' });
    await receiver.run({ do: 'accept' });
    await sender.run({ do: 'online', who: 'receiver' });

    const [bare, peers] = [[], []] as { ratio: number; parts: Record<string, number> }[][];
    for (let run = 0; run <= runs; run += 1) {
      await far.run({ do: 'fill', count: COUNT });
      const rawRate = (1e6 * COUNT) / (await raw.drain(COUNT));
      await depositors.run(fill);
      const rate = (1e6 * COUNT) / (await drainAll(owner.client));
      await receiver.run({ do: 'away' });
      await sender.run({ do: 'leave-texts', to: 'receiver', bytes: TEXT_BYTES, count: COUNT });
      await sender.run({ do: 'away' });
      const peerRate = (1e6 * COUNT) / (await receiver.run<number>({ do: 'drain', from: 'sender', count: COUNT }));
      await sender.run({ do: 'back' });
      // The first is for the machine to warm up.
      if (run === 0) continue;
      const limit = { 'bare rows/s': rawRate };
      bare!.push({ ratio: rate / rawRate, parts: { 'mails/s': rate, ...limit } });
      peers!.push({ ratio: peerRate / rawRate, parts: { 'messages/s': peerRate, ...limit } });
      progress(run);
    }
    const reaches = (list: typeof bare, part: string, goal: number) => () =>
      median(list!.map(({ parts }) => parts[part] ?? 0)) >= goal;
    return [
      figureOf(
        'mails drained/s by a bare client / rows of a bare LevelDB over a bare stream',
        { text: `≥ ${GOAL} mails/s`, met: reaches(bare, 'mails/s', GOAL) },
        bare!,
      ),
      figureOf(
        'messages/s that a real peer drains, opens and commits / the same',
        { text: `≥ ${PEER_GOAL} messages/s`, met: reaches(peers, 'messages/s', PEER_GOAL) },
        peers!,
      ),
    ];
  } finally {
    await Promise.allSettled([
      depositors.run({ do: 'stop' }),
      far.run({ do: 'stop' }),
      sender.run({ do: 'stop' }),
      receiver.run({ do: 'stop' }),
    ]);
    await Promise.allSettled([depositors.stop(), far.stop(), sender.stop(), receiver.stop(), owner.stop(), raw.stop()]);
    await server.stop();
  }
}
