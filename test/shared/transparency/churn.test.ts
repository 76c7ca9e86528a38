/** Seeded days of a server's life: an honest one is never accused, one that lies is, whatever it does to hide it. */
import { describe, expect, test } from 'vitest';
import { encodeEvidence, verifyEvidence } from '../../../shared/transparency/evidence.ts';
import { accountKey, compareEntries, nameKey, type MapEntry } from '../../../shared/transparency/map-entries.ts';
import type { OpenedHead } from '../../../shared/transparency/tree-head.ts';
import {
  acceptHead,
  isHeadRefused,
  isLookupRefused,
  judgeFriendsHead,
  judgeLookup,
} from '../../../shared/transparency/view.ts';
import type { Random } from '../../../shared/crypto/random.ts';
import { toHex } from '../../../shared/ids.ts';
import type { ChainState } from '../../../shared/transparency/chain.ts';
import type { Appended } from '../../../shared/transparency/log.ts';
import { MAX_HEAD_AGE_MS } from '../../../shared/wire/limits.ts';
import { seededRandom } from '../../support/determinism.ts';
import { TestLog } from '../../support/log-world.ts';

const START = 1_700_000_000_000;
const SEED = process.env['MIYU_SEED'] ?? String(Math.floor(Math.random() * 1e9));

/** Numbers 0 .. below - 1 from a seed. */
const dice = (seed: string) => {
  const random = seededRandom(seed);
  return {
    random,
    below: (limit: number): number => new DataView(random(4).buffer).getUint32(0) % limit,
  };
};

interface Client {
  kept: OpenedHead | undefined;
  readonly seen: Map<string, MapEntry>;
}

type People = Map<string, ChainState>;

/** What a first statement leaves; its signature is the chain's business (chain.test.ts), and the log's only its hash. */
function joins(people: People, name: string, random: Random): Appended {
  const account = random(32);
  const keys = { identityKey: random(32), exchangeKey: random(32), keysFrom: account };
  const device = { device: new Uint8Array(0), epoch: 0n };
  const after: ChainState = { account, sequence: 0n, kind: 'create', entry: account, name, ...keys, ...device };
  people.set(toHex(account), after);
  return { before: undefined, after };
}

function changes(people: People, before: ChainState, change: Partial<ChainState>, random: Random): Appended {
  const after = { ...before, ...change, sequence: before.sequence + 1n, entry: random(32) };
  people.set(toHex(after.account), after);
  return { before, after };
}

/** One day: people register, change name, keys or device, in batches. */
function day(log: TestLog, people: People, { below, random }: ReturnType<typeof dice>): void {
  for (let batches = below(3); batches >= 0; batches -= 1) {
    const batch = Array.from({ length: 1 + below(3) }, () => {
      const before = [...people.values()][below(people.size)]!;
      switch (below(3)) {
        case 0:
          return joins(people, `someone${people.size}`, random);
        case 1:
          return changes(people, before, { kind: 'name', name: `name.${toHex(random(8))}` }, random);
        default:
          return changes(people, before, { kind: 'device', epoch: before.epoch + 1n }, random);
      }
    });
    log.append(batch);
  }
}

function start(random: Random): { readonly log: TestLog; readonly people: People } {
  const log = new TestLog(random);
  const people: People = new Map();
  log.append([joins(people, 'someone', random)]);
  return { log, people };
}

describe(`seed ${SEED} (MIYU_SEED repeats it)`, () => {
  test('30 days of an honest server, whose clock is bad and whose old pages are dropped: nobody is alarmed', () => {
    const chance = dice(SEED);
    const { below, random } = chance;
    const { log, people } = start(random);
    const clients: Client[] = Array.from({ length: 3 }, () => ({ kept: undefined, seen: new Map() }));
    for (let today = 0; today < 30; today += 1) {
      day(log, people, chance);
      // The server's clock is up to 4 minutes off, either way.
      const now = START + today * 86_400_000;
      const clock = (): number => now + (below(480) - 240) * 1000;
      for (const client of clients) {
        if (below(3) === 0) continue;
        const { account, name, entry, sequence } = [...people.values()][below(people.size)]!;
        const key = below(2) === 0 ? nameKey(log.server, name) : accountKey(log.server, account);
        const answer = log.lookup(key, client.kept?.size ?? 0, clock());
        const found = judgeLookup({ server: log.server, kept: client.kept }, key, answer, {
          now,
          most: MAX_HEAD_AGE_MS,
        });
        if (isLookupRefused(found)) throw new Error(found.fault);
        expect(found.entry).toMatchObject({ account, entry, sequence, released: false });
        expect(['same', 'newer']).toContain(compareEntries(client.seen.get(toHex(account)), found.entry));
        client.kept = found.head;
        client.seen.set(toHex(account), found.entry!);
      }
      const heads = clients.flatMap(({ kept }) => (kept === undefined ? [] : [kept]));
      for (const mine of heads) {
        for (const theirs of heads) {
          const [from, size] = [Math.min(mine.size, theirs.size), Math.max(mine.size, theirs.size)];
          const hashes = from === size ? [] : log.hashes(from, size);
          expect(judgeFriendsHead({ server: log.server, kept: mine }, theirs.signed, hashes)).toBe('consistent');
        }
      }
      log.rows.drop(log.superseded.splice(0));
    }
  });

  test('20 servers that show two friends two logs: the first exchange of heads tells, with evidence', () => {
    for (let round = 0; round < 20; round += 1) {
      const chance = dice(`${SEED} fork ${round}`);
      const { below, random } = chance;
      const { log, people } = start(random);
      for (let days = below(3); days > 0; days -= 1) day(log, people, chance);
      const other = log.fork();
      const view = { server: log.server, kept: undefined };
      const fresh = { now: START, most: MAX_HEAD_AGE_MS };
      // The lie: one of the two is shown a stranger under a friend's name. Both logs go on from there.
      other.append([joins(new Map(), 'someone', random)]);
      day(log, people, chance);
      for (let days = below(3); days > 0; days -= 1) day(below(2) === 0 ? log : other, people, chance);
      const [a, b] = [log, other].map((it) => {
        const head = acceptHead(view, it.head(0, START), fresh);
        if (isHeadRefused(head)) throw new Error(head.fault);
        return head;
      }) as [OpenedHead, OpenedHead];
      // Whoever has the greater tree asks its server for the proof of the smaller one.
      const [mine, theirs, mineFrom] = a.size >= b.size ? [a, b, log] : [b, a, other];
      const hashes = a.size === b.size ? [] : mineFrom.hashes(theirs.size, mine.size);
      const result = judgeFriendsHead({ server: log.server, kept: mine }, theirs.signed, hashes);
      if (!isHeadRefused(result)) throw new Error(`round ${round}: not caught`);
      expect(['forked', 'inconsistent', 'shrunk']).toContain(result.fault);
      expect(verifyEvidence(encodeEvidence(result.conflict!)).contradiction).toBe(result.fault);
    }
  });
});
