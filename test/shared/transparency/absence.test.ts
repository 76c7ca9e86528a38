/** Proofs that there is nobody: taken for what the log says to be nobody's, and for nothing else, whatever is made of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHex, toHex } from '../../../shared/ids.ts';
import { decodeMessage } from '../../../shared/net/messages.ts';
import { accountKey, nameKey } from '../../../shared/transparency/map-entries.ts';
import { decodeHeadProof, decodeLookupProof, encodeLookupProof } from '../../../shared/transparency/proof-bytes.ts';
import { acceptHead, isHeadRefused, isLookupRefused, judgeAbsence } from '../../../shared/transparency/view.ts';
import { MAX_HEAD_AGE_MS } from '../../../shared/wire/limits.ts';
import { seededRandom } from '../../support/determinism.ts';
import { changeOwner, newOwner, TestLog, type Owner } from '../../support/log-world.ts';
import { vectors } from '../../support/vectors.ts';

const NOW = 1_700_000_000_000;
const fresh = { now: NOW, most: MAX_HEAD_AGE_MS };
const NAMES = ['Ann', '阿勇', 'Cyd', 'Dee', 'Eve', 'Fay', 'Gil', 'Hal'];

/** A log of as many random comings, renamings and goings, and who has which name at its end. */
function lived(seed: number, steps: number) {
  const random = seededRandom(`absence ${seed}`);
  const log = new TestLog(random);
  const there = new Map<string, Owner>();
  const gone: Owner[] = [];
  const draw = (most: number): number => random(1)[0]! % most;
  for (let step = 0; step < steps; step += 1) {
    const name = NAMES[draw(NAMES.length)]!;
    const owner = there.get(name);
    if (owner === undefined) {
      const next = newOwner(name, random);
      there.set(name, next);
      log.append([{ before: undefined, after: next.state }]);
      continue;
    }
    const free = NAMES.find((each) => !there.has(each));
    there.delete(name);
    if (draw(2) === 0 || free === undefined) {
      log.append([changeOwner(owner, { kind: 'delete' }, random)]);
      gone.push(owner);
    } else {
      log.append([changeOwner(owner, { kind: 'name', name: free }, random)]);
      there.set(free, owner);
    }
  }
  const accounts = [
    ...[...there.values()].map((owner) => ({ owner, is: true })),
    ...gone.map((owner) => ({ owner, is: false })),
  ];
  const asked = [
    ...NAMES.map((name) => ({ key: nameKey(log.server, name), isSomebody: there.has(name) })),
    ...accounts.map(({ owner, is }) => ({ key: accountKey(log.server, owner.state.account), isSomebody: is })),
    { key: accountKey(log.server, random(32)), isSomebody: false },
  ];
  return { log, asked, view: { server: log.server, kept: undefined } };
}

test('after any life of a log: nobody is proven where there is nobody, and nowhere else', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 16 }), (seed, steps) => {
      const { log, asked, view } = lived(seed, steps);
      for (const { key, isSomebody } of asked) {
        const answer = log.lookup(key, 0, NOW);
        const found = judgeAbsence(view, key, decodeLookupProof(encodeLookupProof(answer))!, fresh);
        if (isSomebody) expect(found).toEqual({ fault: 'denied' });
        else expect(isLookupRefused(found)).toBe(false);
        if (!isSomebody) continue;
        // Whatever else the server has for nobody, and what it has for this one without the value.
        const { value: _, ...bare } = answer;
        const lies = [{ ...bare, value: undefined }, ...asked.map((other) => log.lookup(other.key, 0, NOW))];
        expect(lies.filter((lie) => !isLookupRefused(judgeAbsence(view, key, lie, fresh)))).toEqual([]);
      }
    }),
    { numRuns: 12 },
  );
}, 180_000);

test('of one who is there, no bit of any proof makes a nobody', () => {
  const worlds = [1, 2, 3, 4].map((seed) => lived(seed, 12));
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), (seed, which, at) => {
      const { log, asked, view } = worlds[seed % worlds.length]!;
      const somebody = asked.filter(({ isSomebody }) => isSomebody);
      const { key } = somebody[which % Math.max(1, somebody.length)] ?? asked[0]!;
      if (somebody.length === 0) return;
      const bytes = encodeLookupProof(log.lookup(asked[at % asked.length]!.key, 0, NOW));
      const bit = at % (8 * bytes.length);
      bytes[bit >> 3] = bytes[bit >> 3]! ^ (1 << (bit & 7));
      const read = decodeLookupProof(bytes);
      if (read !== undefined) expect(isLookupRefused(judgeAbsence(view, key, read, fresh))).toBe(true);
    }),
    { numRuns: 200 },
  );
}, 180_000);

test('a proof of before, when there was nobody yet, is nothing against a head that is kept', () => {
  const { log, asked, view } = lived(7, 0);
  const { key } = asked[0]!;
  const before = log.lookup(key, 0, NOW);
  expect(isLookupRefused(judgeAbsence(view, key, before, fresh))).toBe(false);
  log.append([{ before: undefined, after: newOwner(NAMES[0]!, seededRandom('later')).state }]);
  const kept = judgeAbsence(view, asked[1]!.key, log.lookup(asked[1]!.key, 0, NOW + 1), fresh);
  if (isLookupRefused(kept)) throw new Error(kept.fault);
  expect(judgeAbsence({ ...view, kept: kept.head }, key, before, fresh)).toEqual({ fault: 'shrunk' });
  const late = { ...fresh, now: NOW + MAX_HEAD_AGE_MS + 1 };
  expect(judgeAbsence(view, key, before, late)).toEqual({ fault: 'stale' });
});

test('the published refusals say nobody, with their proof', () => {
  const { server, heads, refusals } = vectors().transparency as unknown as {
    server: string;
    heads: string[];
    refusals: Record<string, { key: string; frame: string }>;
  };
  const view = { server: fromHex(server)!, kept: keptOf(fromHex(server)!, heads) };
  for (const [name, { key, frame }] of Object.entries(refusals)) {
    const message = decodeMessage(fromHex(frame)!);
    if (message.type !== 'refusal') throw new Error(message.type);
    expect(message.error.code).toBe(name === 'nobody' ? 'unknown-account' : 'name-held');
    const proof = decodeLookupProof(message.error.proof!)!;
    // They follow the head of three leaves that stands in the same file.
    expect(proof.from).toBe(3);
    const found = judgeAbsence(view, fromHex(key)!, proof, { ...fresh, now: NOW + 2 });
    if (isLookupRefused(found)) throw new Error(found.fault);
    expect(found.entry?.released).toBe(name === 'nobody' ? undefined : true);
    expect(toHex(found.head.log)).toHaveLength(32);
  }
}, 120_000);

function keptOf(server: Uint8Array, heads: readonly string[]) {
  const accepted = acceptHead({ server, kept: undefined }, decodeHeadProof(fromHex(heads[0]!)!)!, fresh);
  if (isHeadRefused(accepted)) throw new Error(accepted.fault);
  const next = acceptHead({ server, kept: accepted }, decodeHeadProof(fromHex(heads[1]!)!)!, fresh);
  if (isHeadRefused(next)) throw new Error(next.fault);
  return next;
}
