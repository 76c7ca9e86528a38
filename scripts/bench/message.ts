/**
 * Figure (b): a durable 200-byte message between two processes, from `send` until the friend has it on disk and has said so,
 * beside a bare libp2p echo over the same loopback and synced puts on the same disk. Interleaved in every run; and beside the raw
 * limit in one piece, a put and then an echo whose far end puts what came before it sends it back (deposits.ts says why).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { figureOf, median, percentile, type Figure } from './figures.ts';
import type { EchoServers, Order, Usage } from './peer-process.ts';
import { startServer, startWorker } from './processes.ts';

const MESSAGE_BYTES = 200;
const WARM_UP = 200;
const COUNT = 300;
/** These wait for the batch that nobody is in a hurry for: milliseconds each. */
const SHOWN = 50;
/** One way, as fast as it goes. */
const STREAMED = 10_000;
const IN_FLIGHT = 256;

export async function benchMessage(folder: string, runs: number, progress: (done: number) => void): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true });
  const server = await startServer(join(folder, 'server'), []);
  const near = startWorker<Order>('peer-process.ts');
  const far = startWorker<Order>('peer-process.ts');
  try {
    await near.run({ do: 'start', folder: join(folder, 'near'), server: server.invite, name: 'near' });
    await far.run({ do: 'start', folder: join(folder, 'far'), server: server.invite, name: 'far' });
    await near.run({ do: 'add', who: 'far' });
    await far.run({ do: 'accept' });
    await near.run({ do: 'online', who: 'far' });
    const echo = await far.run<EchoServers>({ do: 'echo-servers', folder, bytes: MESSAGE_BYTES });
    await near.run({ do: 'open-probes', echo, folder, bytes: MESSAGE_BYTES });
    await near.run({ do: 'echo', count: WARM_UP });
    await near.run({ do: 'put', count: WARM_UP });
    await near.run({ do: 'raw', count: WARM_UP });
    const message = { do: 'message', to: 'far', bytes: MESSAGE_BYTES } as const;
    await near.run({ ...message, until: 'acknowledged', count: WARM_UP });

    const stream = { do: 'stream', to: 'far', bytes: MESSAGE_BYTES, inFlight: IN_FLIGHT } as const;
    await near.run({ ...stream, count: STREAMED / 2 });

    const results = [];
    const streams = [];
    for (let run = 0; run < runs; run += 1) {
      const echoes = await near.run<number[]>({ do: 'echo', count: COUNT });
      const puts = await near.run<number[]>({ do: 'put', count: COUNT });
      const inTurn = median(await near.run<number[]>({ do: 'raw', count: COUNT }));
      const acknowledged = await near.run<number[]>({ ...message, until: 'acknowledged', count: COUNT });
      const shown = await near.run<number[]>({ ...message, until: 'shown', count: SHOWN });
      const before = [await near.run<Usage>({ do: 'usage' }), await far.run<Usage>({ do: 'usage' })] as const;
      const elapsed = await near.run<number>({ ...stream, count: STREAMED });
      const after = [await near.run<Usage>({ do: 'usage' }), await far.run<Usage>({ do: 'usage' })] as const;
      const used = (end: 0 | 1, of: keyof Usage): number => (after[end][of] - before[end][of]) / STREAMED;
      const rate = (1e6 * STREAMED) / elapsed;
      const putRate = (1e6 * puts.length) / puts.reduce((sum, time) => sum + time, 0);
      streams.push({
        ratio: rate / putRate,
        parts: {
          'messages/s': rate,
          'synced puts/s, one by one': putRate,
          'of the processor, sender, µs a message': used(0, 'all'),
          'of it the main thread': used(0, 'main'),
          'of the processor, receiver, µs a message': used(1, 'all'),
          'of that the main thread': used(1, 'main'),
        },
      });
      const floor = median(echoes) + 2 * median(puts);
      results.push({
        ratio: median(acknowledged) / floor,
        parts: {
          'acknowledged p50 (µs)': median(acknowledged),
          'acknowledged p99 (µs)': percentile(acknowledged, 0.99),
          'shown as delivered, lone, p50 (µs)': median(shown),
          'bare libp2p echo p50 (µs)': median(echoes),
          'synced put p50 (µs)': median(puts),
          'echo + two synced puts (µs)': floor,
          'put, echo that puts first, p50 (µs)': inTurn,
          'ratio to that': median(acknowledged) / inTurn,
        },
      });
      progress(run + 1);
    }
    const goal = { text: '≤ 2', met: (ratio: number) => ratio <= 2 };
    const streamGoal = { text: '≥ 2.0', met: (ratio: number) => ratio >= 2 };
    return [
      figureOf('durable message round trip / (bare echo + two synced commits)', goal, results),
      figureOf(`one way, ${IN_FLIGHT} in flight, acknowledged/s / synced puts/s one by one`, streamGoal, streams),
    ];
  } finally {
    await Promise.allSettled([near.run({ do: 'stop' }), far.run({ do: 'stop' })]);
    await Promise.allSettled([near.stop(), far.stop()]);
    await server.stop();
  }
}
