/**
 * Two who dial each other in the same moment, again and again, over real connections: one link stays, the same for both, and one
 * connection under it. MIYU_ROUNDS=1000 asks for more rounds, MIYU_SEED repeats them.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { ChatLink } from '../../../node/net/ports.ts';
import { isMiyuError } from '../../../shared/errors.ts';
import { comparePeerIds } from '../../../shared/net/peers.ts';
import { GOODBYE } from '../../../shared/wire/protocols.ts';
import { Chance } from '../../model/chance.ts';
import { until } from '../../support/until.ts';
import { envelope, startFriend, type Friend } from './hosts.ts';

const ROUNDS = Number(process.env['MIYU_ROUNDS'] ?? 100);
const SEED = Number(process.env['MIYU_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** Both ends of each connection between the two count. */
const sockets = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;

it(
  `${ROUNDS} of ${ROUNDS} dials from both sides at once end in one connection`,
  async () => {
    console.log(`seed ${SEED}`);
    const chance = new Chance(SEED, 1);
    const [a, b] = [await startFriend(1), await startFriend(2)];
    const idle = sockets();
    const smaller = comparePeerIds(a.host.device, b.host.device) < 0 ? a : b;
    let crossed = 0;
    const dial = async (from: Friend, to: Friend): Promise<void> => {
      await sleep(chance.below(4));
      // Each of the two may find that the other one's link stays, and what is not reached is judged by the links that are there.
      await from.host.links.dial(to.host.device, to.host.addresses()).catch((error: unknown) => {
        if (!isMiyuError(error)) throw error;
      });
    };
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const { links } of [a, b]) links.length = 0;
      await Promise.all([dial(a, b), dial(b, a)]);
      const ends = (): readonly (ChatLink | undefined)[] => [
        a.host.links.linkTo(b.host.device),
        b.host.links.linkTo(a.host.device),
      ];
      const both = await until(`one link in round ${round}`, () => {
        const [here, there] = ends();
        if (here === undefined || there === undefined || here.dialled === there.dialled) return undefined;
        return sockets() === idle + 2 && ([here, there] as const);
      });
      expect(await Promise.all(both.map((link) => link.deliver(envelope('x'))))).toEqual(['committed', 'committed']);
      expect(ends()).toEqual(both);
      if (a.links.length + b.links.length > 2) {
        crossed += 1;
        const [here, there] = both;
        expect(smaller === a ? here.dialled : there.dialled).toBe(true);
      }
      await both[0].close(GOODBYE.closing);
      await until(`nothing after round ${round}`, () => sockets() === idle && ends().every((end) => end === undefined));
    }
    console.log(`${crossed} of ${ROUNDS} had two links for a moment`);
    // Else nothing is shown of them.
    expect(crossed).toBeGreaterThan(0);
    expect([...a.faults, ...b.faults]).toEqual([]);
  },
  60_000 + ROUNDS * 1_000,
);
