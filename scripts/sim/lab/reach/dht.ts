/**
 * Two friends start again, both at new addresses, among people who are friends of friends. The server is gone for good and no multicast
 * arrives, so that nothing can tell one where the other is but the records that friends keep for each other (PROTOCOL.md 14).
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Lab } from '../lab.ts';
import { LabPeer, LabServer, befriend, waitFor } from '../programs.ts';
import { figureOf, type Figure } from './figure.ts';
import type { Place } from './place.ts';
import { misses, seconds, shows, startOf } from './starts.ts';

const GOAL_S = 10;
/** Between the start of one and that of the other: at once, and as two people who sit down at about the same time. */
const APART_MS = [0, 3_000] as const;
/** Programs that are started, or friendships that are made, at once: a password costs a core half a second. */
const AT_ONCE = 3;
const NEAR = [1, 2] as const;
/** From so many people on everybody has a friend on the far side of the ring as well. */
const WITH_CHORDS = 8;

export type Friendship = readonly [number, number];

/**
 * A ring of so many people, each a friend of the two on either side, and of the one opposite: as people know each other, most friends of
 * somebody are friends of each other, and some are not. Pure.
 */
export function friendshipsOf(people: number): Friendship[] {
  const ring = Array.from({ length: people }, (_, who) => who).flatMap((who) =>
    NEAR.map((steps): Friendship => [who, (who + steps) % people]),
  );
  const half = Math.floor(people / 2);
  const chords = Array.from({ length: people < WITH_CHORDS ? 0 : half }, (_, who): Friendship => [who, who + half]);
  const seen = new Set<string>();
  return [...ring, ...chords].filter(([one, other]) => {
    const text = [Math.min(one, other), Math.max(one, other)].join();
    return one !== other && !seen.has(text) && seen.add(text);
  });
}

/** Whose friend somebody is, by number. Pure. */
export function friendsOf(who: number, friendships: readonly Friendship[]): number[] {
  return friendships.filter((both) => both.includes(who)).map(([one, other]) => (one === who ? other : one));
}

export function sharedBy([one, other]: Friendship, friendships: readonly Friendship[]): number[] {
  const others = friendsOf(other, friendships);
  return friendsOf(one, friendships).filter((who) => others.includes(who));
}

async function inTurns<T>(list: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const left = [...list];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

interface Circle {
  readonly people: readonly LabPeer[];
  readonly friendships: readonly Friendship[];
}

const both = ({ people }: Circle, [one, other]: Friendship): readonly [LabPeer, LabPeer] => [
  people[one]!,
  people[other]!,
];

/** Everybody shows every friend online. */
async function allOnline({ people, friendships }: Circle): Promise<void> {
  for (const [who, peer] of people.entries()) {
    for (const friend of friendsOf(who, friendships)) await shows(peer, people[friend]!);
  }
}

/** They meet by a server, which is there no more when this resolves. */
async function gather(lab: Lab, place: Place): Promise<Circle> {
  const home = await lab.switch('home');
  const server = await LabServer.start(
    await lab.host('server', { on: 'home' }),
    place.folder,
    ...['--registrations-per-minute', '1000'],
  );
  const numbers = Array.from({ length: place.people }, (_, who) => who);
  const people: LabPeer[] = [];
  for (const who of numbers) await lab.host(`p${who + 1}`, { on: 'home' });
  await home.dropMulticast(true);
  await inTurns(numbers, async (who) => {
    people[who] = await LabPeer.register(lab.hostNamed(`p${who + 1}`), place.folder, server);
    place.onPhase(`${Object.keys(people).length} of ${place.people} people`);
  });
  const circle = { people, friendships: friendshipsOf(place.people) };
  let made = 0;
  await inTurns(circle.friendships, async (friendship) => {
    const [one, other] = both(circle, friendship);
    await befriend(one, other);
    // What comes after the address key in the same conversation has not overtaken it.
    await Promise.all([one.send(other, 'hello'), other.send(one, 'hello')]);
    await Promise.all([one.hasReceived(other, 1), other.hasReceived(one, 1)]);
    place.onPhase(`${(made += 1)} of ${circle.friendships.length} friendships`);
  });
  for (const peer of people) {
    await waitFor(`${peer.name} has told all`, async () => (await peer.api.call('status')).outbox.waiting === 0);
  }
  await server.removeForGood();
  await allOnline(circle);
  return circle;
}

interface Round {
  /** From the start of the second one until its program is ready, until both show a friend whom they share, and until each shows the other. */
  readonly ready: number;
  readonly near: number;
  readonly shown: number;
}

async function restart(circle: Circle, pair: Friendship, apartMs: number): Promise<Round> {
  const [first, second] = both(circle, pair);
  const around = [...new Set(pair.flatMap((who) => friendsOf(who, circle.friendships)))]
    .filter((who) => !pair.includes(who))
    .map((who) => circle.people[who]!);
  await Promise.all([first.leave(), second.leave()]);
  for (const peer of around) {
    for (const gone of [first, second]) await misses(peer, gone);
  }
  await Promise.all([first, second].map(({ host }) => host.readdress()));
  const shared = sharedBy(pair, circle.friendships).map((who) => circle.people[who]!);
  const begun = startOf(first, second);
  begun.catch(() => undefined); // Told below.
  await pause(apartMs);
  const since = performance.now();
  const nearBoth = [first, second].map((peer) => Promise.any(shared.map((friend) => shows(peer, friend))));
  const [{ ready }, near, shown] = await Promise.all([
    startOf(second, first),
    Promise.all(nearBoth).then(() => seconds(since)),
    Promise.all([shows(first, second), shows(second, first)]).then(() => seconds(since)),
    begun,
  ]);
  return { ready, near, shown };
}

export async function measureDht(place: Place): Promise<Figure[]> {
  const lab = await Lab.create();
  try {
    const circle = await gather(lab, place);
    const pairs = circle.friendships.filter((each) => sharedBy(each, circle.friendships).length > 0);
    const rounds: Round[] = [];
    for (let round = 1; round <= place.rounds; round += 1) {
      place.onPhase(`round ${round} of ${place.rounds}`);
      const [one, other] = place.dice.pick(pairs);
      const pair: Friendship = place.dice.chance(0.5) ? [one, other] : [other, one];
      rounds.push(await restart(circle, pair, place.dice.between(...APART_MS)));
      await allOnline(circle);
    }
    const name = `two friends start again at new addresses among ${place.people} people, no server, no multicast`;
    return [
      figureOf(
        {
          ...{ name: `${name}: from the start of the second to each shown online`, unit: 's' },
          ...{ goal: GOAL_S, judged: 'p95', samples: rounds.map(({ shown }) => shown) },
        },
        {
          'the process is ready (s)': rounds.map(({ ready }) => ready),
          'both show a friend whom they share (s)': rounds.map(({ near }) => near),
        },
      ),
    ];
  } finally {
    await lab.remove();
  }
}
