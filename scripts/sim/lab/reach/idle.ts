/** What a peer costs that does nothing, with friends who are all online and do nothing: processor and cable. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { inhabitants } from '../../net/inhabitants.ts';
import { Lab } from '../lab.ts';
import type { Host } from '../host.ts';
import { LabPeer, LabServer, waitFor } from '../programs.ts';
import { Crowd } from './crowd.ts';
import { figureOf, type Figure } from './figure.ts';
import type { Place } from './place.ts';

const GOAL_PERCENT = 1;
/** Both ways, with all headers. */
const GOAL_BYTES = 2_000;
/** So many people share a process and a host. */
const A_HOST = 17;
const COME_MS = 20 * 60_000;
const LOOK_MS = 10_000;
/** USER_HZ of every Linux. */
const TICKS_PER_SECOND = 100;

interface Usage {
  readonly at: number;
  /** Of all processes on the host, seconds. */
  readonly cpu: number;
  readonly bytes: number;
}

async function usageOf(host: Host): Promise<Usage> {
  const files = ['rx', 'tx'].map((way) => `/sys/class/net/${host.link.device}/statistics/${way}_bytes`);
  const { out } = await host.run('cat', files);
  let ticks = 0;
  for (const pid of inhabitants([host.namespace.name])) {
    // Behind the name, which may hold anything: state is the third field, utime and stime are 14 and 15 (proc(5)).
    const [, fields = ''] = /^.*\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const [utime = 0, stime = 0] = fields.split(' ').slice(11, 13).map(Number);
    ticks += utime + stime;
  }
  const bytes = out
    .trim()
    .split('\n')
    .reduce((sum, line) => sum + Number(line), 0);
  return { at: performance.now(), cpu: ticks / TICKS_PER_SECOND, bytes };
}

/** All of them friends of hers, and each sees the other online. */
async function gather(alice: LabPeer, server: LabServer, crowds: readonly Crowd[], place: Place): Promise<void> {
  const coming = crowds.map((crowd, number) =>
    crowd.come({
      folder: place.folder,
      names: Array.from(
        { length: Math.min(A_HOST, place.friends - number * A_HOST) },
        (_, n) => `friend${number * A_HOST + n + 1}`,
      ),
      server: server.invite,
      friend: alice.name,
    }),
  );
  const accept = async (): Promise<boolean> => {
    const { requests } = await alice.api.call('friends.requests');
    for (const { account } of requests) await alice.api.call('friends.accept', { who: account });
    const { friends } = await alice.api.call('friends.list');
    const online = friends.filter(({ presence }) => presence === 'online').length;
    place.onPhase(`${friends.length} of ${place.friends} friends, ${online} online`);
    return online === place.friends;
  };
  await Promise.all([...coming, waitFor('all are there', accept, COME_MS)]);
  await waitFor('all see her', async () => {
    const seen = await Promise.all(crowds.map((crowd) => crowd.seen(alice.name)));
    return seen.reduce((sum, each) => sum + each, 0) === place.friends;
  });
}

export async function measureIdle(place: Place): Promise<Figure[]> {
  const lab = await Lab.create();
  try {
    place.onPhase('building');
    await lab.switch('home');
    const server = await LabServer.start(
      await lab.host('server', { on: 'home' }),
      place.folder,
      ...['--registrations-per-minute', '1000'],
    );
    const alice = await LabPeer.register(await lab.host('alice', { on: 'home' }), place.folder, server);
    const crowds: Crowd[] = [];
    for (let number = 0; number * A_HOST < place.friends; number += 1) {
      crowds.push(new Crowd(await lab.host(`crowd${number + 1}`, { on: 'home' })));
    }
    await gather(alice, server, crowds, place);
    place.onPhase('settling');
    await pause(place.settle * 1_000);
    const usages = [await usageOf(alice.host)];
    for (let looks = Math.ceil((place.seconds * 1_000) / LOOK_MS); looks > 0; looks -= 1) {
      place.onPhase(`idle, ${(looks * LOOK_MS) / 1_000} s more`);
      await pause(LOOK_MS);
      usages.push(await usageOf(alice.host));
    }
    const { friends } = await alice.api.call('friends.list');
    const online = friends.filter(({ presence }) => presence === 'online').length;
    if (online < place.friends) throw new Error(`only ${online} of ${place.friends} friends stayed online`);
    const per = (of: (usage: Usage) => number): number[] =>
      usages.slice(1).map((usage, n) => {
        const before = usages[n]!;
        return ((of(usage) - of(before)) / (usage.at - before.at)) * 1_000;
      });
    const with50 = `an idle peer with ${place.friends} friends online`;
    return [
      figureOf({
        ...{ name: `${with50}: processor`, unit: '% of a core', goal: GOAL_PERCENT, judged: 'mean' },
        samples: per(({ cpu }) => cpu * 100),
      }),
      figureOf({
        ...{ name: `${with50}: its cable, both ways`, unit: 'B/s', goal: GOAL_BYTES, judged: 'mean' },
        samples: per(({ bytes }) => bytes),
      }),
    ];
  } finally {
    await lab.remove();
  }
}
