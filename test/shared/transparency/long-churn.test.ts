/**
 * A thousand days of an honest server: people come, rename, change keys and leave, the server restarts, its clock is off, and now and then its
 * operator puts a backup back. Nobody is ever alarmed; that the log began anew is told, and nothing else is.
 */
import { expect, test } from 'vitest';
import { toHex } from '../../../shared/ids.ts';
import type { ChainState } from '../../../shared/transparency/chain.ts';
import type { Appended } from '../../../shared/transparency/log.ts';
import { accountKey, compareEntries, nameKey, type MapEntry } from '../../../shared/transparency/map-entries.ts';
import { sameLog, type OpenedHead } from '../../../shared/transparency/tree-head.ts';
import { isHeadRefused, isLookupRefused, judgeFriendsHead, judgeLookup } from '../../../shared/transparency/view.ts';
import { MAX_HEAD_AGE_MS } from '../../../shared/wire/limits.ts';
import { seededRandom } from '../../support/determinism.ts';
import { TestLog } from '../../support/log-world.ts';

const SEED = process.env['MIYU_SEED'] ?? String(Math.floor(Math.random() * 1e9));
const DAYS = 1_000;
const DAY_MS = 86_400_000;
const START = 1_700_000_000_000;

test(`1,000 days, seed ${SEED} (MIYU_SEED repeats it): no alarm`, { timeout: 120_000 }, () => {
  const random = seededRandom(SEED);
  const below = (limit: number): number => new DataView(random(4).buffer).getUint32(0) % limit;
  let log = new TestLog(random);
  let people: ChainState[] = [];
  let count = 0;
  const comes = (): Appended => {
    const account = random(32);
    const keys = { identityKey: random(32), exchangeKey: random(32), keysFrom: account };
    const after: ChainState = {
      ...{ account, sequence: 0n, kind: 'create', entry: account, name: `someone${(count += 1)}` },
      ...{ ...keys, device: new Uint8Array(0), epoch: 0n },
    };
    people.push(after);
    return { before: undefined, after };
  };
  const changes = (): Appended => {
    const at = below(people.length);
    const before = people[at]!;
    const kind = (['name', 'keys', 'device', 'delete'] as const)[below(20) === 0 ? 3 : below(3)]!;
    const entry = random(32);
    const after: ChainState = {
      ...{ ...before, sequence: before.sequence + 1n, entry, kind },
      ...(kind === 'name' ? { name: `name.${(count += 1)}` } : {}),
      ...(kind === 'keys' ? { identityKey: random(32), keysFrom: entry } : {}),
      ...(kind === 'device' ? { epoch: before.epoch + 1n } : {}),
    };
    if (kind === 'delete') people.splice(at, 1);
    else people[at] = after;
    return { before, after };
  };
  log.append([comes(), comes()]);

  const clients = Array.from({ length: 3 }, () => ({
    kept: undefined as OpenedHead | undefined,
    seen: new Map<string, MapEntry>(),
    begunAnew: 0,
  }));
  let backup = { log: log.fork(), people: [...people] };
  let restores = 0;
  const faults: string[] = [];
  for (let today = 0; today < DAYS; today += 1) {
    const now = START + today * DAY_MS;
    const clock = (): number => now + (below(480) - 240) * 1_000;
    for (let batches = below(2); batches >= 0; batches -= 1) {
      const batch: Appended[] = [];
      // One account once a batch: each statement follows what the log has.
      batch.push(people.length < 3 || below(3) === 0 ? comes() : changes());
      log.append(batch);
    }
    if (below(10) === 0) backup = { log: log.fork(), people: [...people] };
    if (below(100) === 0) {
      // The copy knows nothing of what was signed since: it begins another log, with everybody who is in it.
      people = [...backup.people];
      const next = new TestLog(random);
      Object.assign(next, { signer: log.signer, server: log.server });
      next.append(people.map((after) => ({ before: undefined, after })));
      log = next;
      backup = { log: log.fork(), people: [...people] };
      restores += 1;
    } else if (below(20) === 0) {
      // A restart: what is known of the past is what is on disk.
      log = log.fork();
    }
    for (const client of clients) {
      if (below(4) === 0) continue;
      const { account, name, entry } = people[below(people.length)]!;
      const key = below(2) === 0 ? nameKey(log.server, name) : accountKey(log.server, account);
      const freshness = { now, most: MAX_HEAD_AGE_MS };
      const isSame = client.kept !== undefined && toHex(client.kept.log) === toHex(log.id);
      const answer = log.lookup(key, isSame ? client.kept!.size : 0, clock());
      let found = judgeLookup({ server: log.server, kept: client.kept }, key, answer, freshness);
      if (isLookupRefused(found) && found.fault === 'other-log') {
        client.begunAnew += 1;
        client.seen.clear();
        found = judgeLookup({ server: log.server, kept: undefined }, key, answer, freshness);
      }
      if (isLookupRefused(found)) {
        faults.push(`day ${today}: ${found.fault}`);
        continue;
      }
      if (toHex(found.entry!.entry) !== toHex(entry)) faults.push(`day ${today}: another entry`);
      const moved = compareEntries(client.seen.get(toHex(account)), found.entry);
      if (moved !== 'same' && moved !== 'newer') faults.push(`day ${today}: ${moved}`);
      client.kept = found.head;
      client.seen.set(toHex(account), found.entry!);
    }
    const [mine, theirs] = [clients[below(3)]!.kept, clients[below(3)]!.kept];
    if (mine === undefined || theirs === undefined || !sameLog(mine, theirs) || toHex(mine.log) !== toHex(log.id))
      continue;
    const [smaller, greater] = [Math.min(mine.size, theirs.size), Math.max(mine.size, theirs.size)];
    const hashes = smaller === greater ? [] : log.hashes(smaller, greater);
    const judged = judgeFriendsHead({ server: log.server, kept: mine }, theirs.signed, hashes);
    if (isHeadRefused(judged)) faults.push(`day ${today}: a friend's head: ${judged.fault}`);
  }
  expect(faults).toEqual([]);
  expect(clients.every(({ begunAnew }) => begunAnew <= restores)).toBe(true);
  expect(log.state.tip.size).toBeGreaterThan(people.length);
});
