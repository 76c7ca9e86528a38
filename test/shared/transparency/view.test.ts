/** What a client makes of honest servers, and of servers that lie. */
import { describe, expect, test } from 'vitest';
import { serverSigner } from '../../../shared/crypto/ed25519.ts';
import { signIdentity } from '../../../shared/crypto/signatures.ts';
import { encodeEvidence, verifyEvidence, type Contradiction } from '../../../shared/transparency/evidence.ts';
import { accountKey, mapChanges, nameKey } from '../../../shared/transparency/map-entries.ts';
import { updateMap } from '../../../shared/transparency/map-store.ts';
import { entryLeaf, mapLeaf } from '../../../shared/transparency/tree-hash.ts';
import { makeTreeHead, openTreeHead, type OpenedHead } from '../../../shared/transparency/tree-head.ts';
import { appendLeaves, rootOf } from '../../../shared/transparency/tree-tiles.ts';
import {
  acceptHead,
  isHeadRefused,
  isLookupRefused,
  judgeFriendsHead,
  judgeLookup,
  type HeadFault,
  type HeadRefused,
  type View,
} from '../../../shared/transparency/view.ts';
import { CONTEXT } from '../../../shared/wire/contexts.ts';
import { MAX_HEAD_AGE_MS } from '../../../shared/wire/limits.ts';
import { seededRandom } from '../../support/determinism.ts';
import { aDevice } from '../../support/identities.ts';
import { changeOwner, newOwner, TestLog, type Owner } from '../../support/log-world.ts';

const NOW = 1_700_000_000_000;
const fresh = { now: NOW, most: MAX_HEAD_AGE_MS };

/** A server with two people on it, and a client that has seen it. */
function world(seed: string) {
  const random = seededRandom(seed);
  const log = new TestLog(random);
  const people = ['Anna', 'Bea'].map((name) => newOwner(name, random));
  log.append(people.map((it) => ({ before: undefined, after: it.state })));
  const { server } = log;
  const kept = accepted(acceptHead({ server, kept: undefined }, log.head(0, NOW), fresh));
  const grow = (which: TestLog, who: Owner = people[0]!): void => {
    const epoch = who.state.epoch + 1n;
    which.append([changeOwner(who, { kind: 'device', device: aDevice(random), epoch }, random)]);
  };
  return { random, log, people, server, view: { server, kept }, grow };
}

function accepted(result: OpenedHead | HeadRefused): OpenedHead {
  if (isHeadRefused(result)) throw new Error(result.fault);
  return result;
}

/** Refused for this reason; and where the two heads show it by themselves, as evidence that a stranger can check. */
function expectFault(result: unknown, fault: HeadFault, contradiction?: Contradiction): void {
  expect(result).toMatchObject({ fault });
  const { conflict } = result as HeadRefused;
  expect(conflict?.contradiction).toBe(contradiction);
  if (conflict === undefined) return;
  expect(verifyEvidence(encodeEvidence(conflict))).toEqual(conflict);
}

describe('an honest server', () => {
  test('is believed from head to head, whatever was appended in between, and when nothing was', () => {
    const { log, view, grow } = world('honest');
    let kept = view.kept;
    for (const [steps, now] of [
      [1, 0],
      [0, 60_000],
      [5, 120_000],
      [0, 120_000],
    ] as const) {
      for (let i = 0; i < steps; i += 1) grow(log);
      const at = NOW + now;
      const head = accepted(acceptHead({ ...view, kept }, log.head(kept.size, at), { ...fresh, now: at }));
      expect(head).toMatchObject({ size: log.state.tip.size, time: at });
      expect(judgeFriendsHead({ ...view, kept: head }, kept.signed, steps === 0 ? [] : log.hashes(kept.size))).toBe(
        'consistent',
      );
      kept = head;
    }
  });

  test('whose clock goes back signs no time twice, and stays believed', () => {
    const { log, view, grow } = world('clock');
    grow(log);
    const kept = accepted(acceptHead(view, log.head(view.kept.size, NOW - 5 * 60_000), fresh));
    expect(kept.time).toBe(NOW);
    grow(log);
    expect(accepted(acceptHead({ ...view, kept }, log.head(kept.size, NOW - 10_000_000), fresh)).time).toBe(NOW);
  });

  test('proves where a chain stands, under its account and under its name, and that a name is nobody’s', () => {
    const { log, people, server, view, grow, random } = world('look up');
    grow(log);
    log.append([changeOwner(people[1]!, { kind: 'name', name: 'Beatrix' }, random)]);
    for (const { state } of people) {
      for (const key of [accountKey(server, state.account), nameKey(server, state.name.toUpperCase())]) {
        const found = judgeLookup(view, key, log.lookup(key, view.kept.size, NOW), fresh);
        expect(isLookupRefused(found)).toBe(false);
        const { account, entry, sequence } = state;
        expect(found).toMatchObject({ entry: { released: false, account, entry, sequence } });
      }
    }
    const nobody = nameKey(server, 'Nobody');
    expect(judgeLookup(view, nobody, log.lookup(nobody, view.kept.size, NOW), fresh)).toMatchObject({
      entry: undefined,
    });
    const former = nameKey(server, 'Bea');
    expect(judgeLookup(view, former, log.lookup(former, view.kept.size, NOW), fresh)).toMatchObject({
      entry: { released: true, account: people[1]!.state.account },
    });
  });
});

describe('a head is refused', () => {
  test('of another server, or of this one’s name under another key', () => {
    const { view, log, random } = world('wrong key');
    expectFault(acceptHead(view, new TestLog(random).head(0, NOW), fresh), 'wrong-key');
    const thief = serverSigner(random(32));
    const { signed: _, ...head } = view.kept;
    expectFault(acceptHead(view, { ...log.head(0, NOW), head: makeTreeHead(thief, head) }, fresh), 'wrong-key');
    const inTheWrongContext = log.signer.sign(CONTEXT.serverStatement, view.kept.signed.payload);
    expectFault(acceptHead(view, { ...log.head(0, NOW), head: inTheWrongContext }, fresh), 'wrong-key');
  });

  test('that is none, though the server signed it', () => {
    const { view, log, random } = world('malformed');
    for (const lie of [
      { size: 0 },
      { size: 2 ** 41 },
      { root: random(31) },
      { mapRoot: random(33) },
      { log: random(15) },
      { time: 0 },
      { server: new TestLog(random).server },
    ]) {
      expectFault(acceptHead(view, { head: log.sign(NOW, lie), from: 0, hashes: [] }, fresh), 'malformed');
    }
    const noise = log.signer.sign(CONTEXT.treeHead, random(50));
    expectFault(acceptHead(view, { head: noise, from: 0, hashes: [] }, fresh), 'malformed');
  });

  test('of another log of the server', () => {
    const { view, log, random } = world('other log');
    expectFault(
      acceptHead(view, { ...log.head(0, NOW), head: log.sign(NOW, { log: random(16) }) }, fresh),
      'other-log',
    );
  });

  test('that is too old or from the future', () => {
    const { view, log } = world('stale');
    const { size } = view.kept;
    const at = (now: number) => ({ ...fresh, now });
    expectFault(acceptHead(view, log.head(size, NOW), at(NOW + MAX_HEAD_AGE_MS + 1)), 'stale');
    accepted(acceptHead(view, log.head(size, NOW), at(NOW + MAX_HEAD_AGE_MS)));
    accepted(acceptHead(view, log.head(size, NOW), at(NOW - MAX_HEAD_AGE_MS)));
    expectFault(acceptHead(view, log.head(size, NOW), at(NOW - MAX_HEAD_AGE_MS - 1)), 'early');
  });

  test('of a smaller tree: with evidence where it was signed later', () => {
    const { view, log, grow } = world('shrunk');
    const before = log.fork();
    grow(log);
    const kept = accepted(acceptHead(view, log.head(view.kept.size, NOW + 1), fresh));
    expectFault(acceptHead({ ...view, kept }, before.head(0, NOW + 2), fresh), 'shrunk', 'shrunk');
    expectFault(judgeFriendsHead({ ...view, kept }, before.sign(NOW + 3), []), 'shrunk', 'shrunk');
    // The same head as before, shown again, proves nothing against the server.
    expectFault(acceptHead({ ...view, kept }, { head: view.kept.signed, from: 0, hashes: [] }, fresh), 'shrunk');
  });

  test('of another tree of the same size, or of the same tree with another map: with evidence', () => {
    const { view, log, people, grow, random } = world('forked');
    const other = log.fork();
    grow(log, people[0]);
    grow(other, people[1]);
    const kept = accepted(acceptHead(view, log.head(view.kept.size, NOW), fresh));
    expectFault(acceptHead({ ...view, kept }, other.head(kept.size, NOW), fresh), 'forked', 'forked');
    expectFault(judgeFriendsHead({ ...view, kept }, other.sign(NOW - 1000), []), 'forked', 'forked');
    const twoMaps = { ...log.head(kept.size, NOW), head: log.sign(NOW, { mapRoot: random(32) }) };
    expectFault(acceptHead({ ...view, kept }, twoMaps, fresh), 'map-mismatch', 'map-mismatch');
  });

  test('whose map is not the one that its tree ends with', () => {
    const { view, log, grow, random } = world('unbound map');
    grow(log);
    const offered = { ...log.head(view.kept.size, NOW), head: log.sign(NOW, { mapRoot: random(32) }) };
    expectFault(acceptHead(view, offered, fresh), 'map-mismatch');
    expectFault(
      acceptHead({ ...view, kept: undefined }, { ...offered, ...log.head(0, NOW), head: offered.head }, fresh),
      'map-mismatch',
    );
  });

  test('of a greater tree that does not begin with the kept one: with evidence, from the honest proof of the lie', () => {
    const { view, log, people, grow } = world('inconsistent');
    const other = log.fork();
    grow(log, people[0]);
    const kept = accepted(acceptHead(view, log.head(view.kept.size, NOW), fresh));
    for (let i = 0; i < 3; i += 1) grow(other, people[1]);
    expectFault(acceptHead({ ...view, kept }, other.head(kept.size, NOW + 1), fresh), 'inconsistent', 'inconsistent');
    // Two friends of whom each was shown one of the trees: whoever has the greater asks for the proof of the smaller.
    const theirs = accepted(acceptHead(view, other.head(view.kept.size, NOW + 1), fresh));
    const friend = { ...view, kept: theirs };
    expectFault(judgeFriendsHead(friend, kept.signed, other.hashes(kept.size)), 'inconsistent', 'inconsistent');
    // A server that gives no proof, or that of the other tree, is refused as well; but nobody else has to believe that.
    expectFault(judgeFriendsHead(friend, kept.signed, []), 'unproven');
    expectFault(judgeFriendsHead(friend, kept.signed, log.hashes(kept.size - 1)), 'unproven');
  });

  test('with a proof for something else, a hash too many, too few or changed', () => {
    const { view, log, grow } = world('unproven');
    grow(log);
    grow(log);
    const good = log.head(view.kept.size, NOW);
    accepted(acceptHead(view, good, fresh));
    const { hashes } = good;
    expectFault(acceptHead(view, log.head(0, NOW), fresh), 'unproven');
    expectFault(acceptHead(view, { ...good, from: good.from + 1 }, fresh), 'unproven');
    // Sound, and for whoever has another head.
    expectFault(acceptHead({ ...view, kept: undefined }, good, fresh), 'unproven');
    expectFault(acceptHead(view, { ...good, hashes: hashes.slice(1) }, fresh), 'unproven');
    expectFault(acceptHead(view, { ...good, hashes: [...hashes, hashes[0]!] }, fresh), 'unproven');
    hashes.forEach((hash, i) => {
      const changed = hash.slice();
      changed[i % 32] = changed[i % 32]! ^ 1;
      const result = acceptHead(view, { ...good, hashes: hashes.with(i, changed) }, fresh);
      expect(['unproven', 'map-mismatch']).toContain((result as HeadRefused).fault);
      expect((result as HeadRefused).conflict).toBeUndefined();
    });
  });
});

describe('a look-up is refused', () => {
  const { log, people, server, view, random } = world('look-up lies');
  const anna = people[0]!;
  const key = nameKey(server, 'Anna');
  const honest = log.lookup(key, view.kept.size, NOW);
  const judged = (answer: typeof honest, of: View = view) => judgeLookup(of, key, answer, fresh);

  test('whose value is another’s, is kept from us, or is made up', () => {
    expect(judged(honest)).toMatchObject({ entry: { account: anna.state.account } });
    const beas = log.lookup(nameKey(server, 'Bea'), view.kept.size, NOW);
    expect(judged(beas)).toEqual({ fault: 'map-unproven' });
    expect(judged({ ...honest, value: beas.value, hashes: beas.hashes })).toEqual({ fault: 'map-unproven' });
    const nobody = log.lookup(nameKey(server, 'Nobody'), view.kept.size, NOW);
    expect(judged({ ...nobody })).toEqual({ fault: 'map-unproven' });
    expect(judged({ ...honest, hashes: nobody.hashes, value: undefined })).toEqual({ fault: 'map-unproven' });
    expect(judged({ ...honest, value: random(81) })).toEqual({ fault: 'entry-malformed' });
  });

  test('whose statement is not in the log where the map says', () => {
    // A server that writes into its map what it never logged: head and map are sound.
    const liar = log.fork();
    const from = liar.state.tip.size;
    const made = { ...anna.state, entry: random(32), sequence: 1n };
    const map = liar.rows.read(updateMap(from, from + 2, mapChanges(server, anna.state, made, from)));
    const { tip, rows } = appendLeaves(liar.state.tip, [entryLeaf(random(32)), mapLeaf(map.root)]);
    liar.rows.put([...rows, ...map.rows]);
    liar.state = { tip, root: rootOf(tip), mapRoot: map.root };
    accepted(acceptHead(view, liar.head(view.kept.size, NOW), fresh));
    expect(judged(liar.lookup(key, view.kept.size, NOW))).toEqual({ fault: 'entry-unproven' });
  });

  test('whose head is refused', () => {
    expect(
      judged({ ...honest, head: signIdentity(CONTEXT.treeHead, honest.head.payload, anna.identity.signing.secretKey) }),
    ).toEqual({
      fault: 'wrong-key',
    });
    expect(judgeLookup(view, key, honest, { ...fresh, now: NOW + 2 * MAX_HEAD_AGE_MS })).toMatchObject({
      fault: 'stale',
    });
  });
});

describe('evidence', () => {
  const { view, log, people, grow } = world('evidence');
  const other = log.fork();
  grow(log, people[0]);
  grow(other, people[1]);
  grow(other, people[1]);
  const kept = accepted(acceptHead(view, log.head(view.kept.size, NOW), fresh));
  const refused = acceptHead({ ...view, kept }, other.head(kept.size, NOW), fresh) as HeadRefused;
  const bytes = encodeEvidence(refused.conflict!);

  test('names the server and is the same, whoever found it', () => {
    const conflict = verifyEvidence(bytes);
    expect(conflict.first.server).toEqual(log.server);
    const theirs = accepted(acceptHead(view, other.head(view.kept.size, NOW), fresh));
    const found = judgeFriendsHead({ ...view, kept: theirs }, kept.signed, other.hashes(kept.size)) as HeadRefused;
    expect(encodeEvidence(found.conflict!)).toEqual(bytes);
    expect(bytes.length).toBeLessThan(1500);
  });

  test('is nothing with any byte changed, cut or added; and nothing of heads that an honest server signed', () => {
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = bytes.slice();
      changed[at] = changed[at]! ^ 0x10;
      expect(() => verifyEvidence(changed), `byte ${at}`).toThrow(/^(evidence-invalid|version-mismatch)$/);
    }
    expect(() => verifyEvidence(bytes.subarray(0, -1))).toThrow('evidence-invalid');
    expect(() => verifyEvidence(new Uint8Array(0))).toThrow(/invalid|version/);
    expect(() => verifyEvidence(new Uint8Array(5000))).toThrow('evidence-invalid');
    const honest = {
      contradiction: 'inconsistent' as const,
      first: view.kept,
      second: kept,
      hashes: log.hashes(view.kept.size),
    };
    expect(() => verifyEvidence(encodeEvidence(honest))).toThrow('evidence-invalid');
    expect(() => verifyEvidence(encodeEvidence({ ...honest, second: view.kept }))).toThrow('evidence-invalid');
  });

  test('cannot be made of two servers, or of two logs of one', () => {
    const random = seededRandom('two logs');
    const stranger = new TestLog(random);
    const foreign = openTreeHead(stranger.sign(NOW), stranger.server);
    const newLog = openTreeHead(log.sign(NOW, { log: random(16) }), log.server);
    for (const second of [foreign, newLog]) {
      const made = { contradiction: 'forked' as const, first: kept, second, hashes: [] };
      expect(() => verifyEvidence(encodeEvidence(made))).toThrow('evidence-invalid');
    }
  });
});
