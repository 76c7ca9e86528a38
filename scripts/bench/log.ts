/**
 * `node scripts/bench/log.ts [--entries 1000000]`: the transparency log in one process, rows in memory: leaves appended a second, and at that many
 * entries what a look-up with its proof costs the server, how long the proof is, and what a client needs to check it. CPU time, medians.
 */
import { parseArgs } from 'node:util';
import { serverSigner } from '../../shared/crypto/ed25519.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { u64 } from '../../shared/crypto/layout.ts';
import { peerIdBytesOfEd25519 } from '../../shared/crypto/peer-ids.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { appendBatch, beginLog, proveLookup, type LogStep } from '../../shared/transparency/log.ts';
import type { ChainState } from '../../shared/transparency/chain.ts';
import { accountKey } from '../../shared/transparency/map-entries.ts';
import { decodeLookupProof, encodeLookupProof } from '../../shared/transparency/proof-bytes.ts';
import { readNow, type LogRow, type Reading, type RowKey } from '../../shared/transparency/reading.ts';
import { makeTreeHead } from '../../shared/transparency/tree-head.ts';
import { appendLeaves, EMPTY_TIP } from '../../shared/transparency/tree-tiles.ts';
import { isLookupRefused, judgeLookup } from '../../shared/transparency/view.ts';
import { median, percentile } from './figures.ts';

const { values } = parseArgs({ options: { entries: { type: 'string', default: '1000000' } } });
const entries = Number(values.entries);
const BATCH = 1_000;
const LOOKUPS = 2_000;

const rows = new Map<string, Uint8Array>();
const nameOf = ({ table, key }: RowKey): string => `${table}${Buffer.from(key).toString('latin1')}`;
const read = <T>(reading: Reading<T>): T => readNow(reading, (row) => rows.get(nameOf(row)));
const put = (list: readonly LogRow[]): void => {
  for (const row of list) rows.set(nameOf(row), row.value);
};
const idOf = (n: number): Uint8Array => sha256(u64(BigInt(n)));
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

function leavesPerSecond(): number {
  const leaves = Array.from({ length: 200_000 }, (_, n) => idOf(n));
  const before = cpu();
  let tip = EMPTY_TIP;
  for (let at = 0; at < leaves.length; at += 100) ({ tip } = appendLeaves(tip, leaves.slice(at, at + 100)));
  return leaves.length / ((cpu() - before) / 1e6);
}

const stateOf = (n: number): ChainState => {
  const account = idOf(n);
  return {
    ...{ account, sequence: 0n, kind: 'create', entry: account, keysFrom: account, name: `name${n}` },
    ...{ identityKey: account, exchangeKey: account, device: new Uint8Array(0), epoch: 0n },
  };
};

const signer = serverSigner(systemRandom(32));
const server = peerIdBytesOfEd25519(signer.publicKey);
console.log(`pure tree: ${Math.round(leavesPerSecond())} leaves/s of CPU time`);

let step: LogStep = beginLog();
put(step.rows);
const started = cpu();
for (let at = 0; at < entries; at += BATCH) {
  const batch = Array.from({ length: Math.min(BATCH, entries - at) }, (_, i) => ({
    before: undefined,
    after: stateOf(at + i),
  }));
  step = read(appendBatch(server, step.log, batch));
  put(step.rows);
  for (const row of step.superseded) rows.delete(nameOf(row));
}
console.log(
  `tree and map, ${entries} accounts in batches of ${BATCH}: ${Math.round(entries / ((cpu() - started) / 1e6))} accounts/s of CPU time`,
);

const { tip, root, mapRoot } = step.log;
const time = Date.now();
const head = makeTreeHead(signer, { server, log: systemRandom(16), size: tip.size, root, mapRoot, time });
const [proving, checking, sizes]: [number[], number[], number[]] = [[], [], []];
for (let i = 0; i < LOOKUPS; i += 1) {
  const key = accountKey(server, idOf(Math.floor(Math.random() * entries)));
  const t0 = process.hrtime.bigint();
  const bytes = encodeLookupProof({ head, ...read(proveLookup(tip.size, 0, key)) });
  const t1 = process.hrtime.bigint();
  const found = judgeLookup({ server, kept: undefined }, key, decodeLookupProof(bytes)!, { now: time, most: 60_000 });
  const t2 = process.hrtime.bigint();
  if (isLookupRefused(found) || found.entry === undefined) throw new Error('a proof that does not hold');
  proving.push(Number(t1 - t0) / 1_000);
  checking.push(Number(t2 - t1) / 1_000);
  sizes.push(bytes.length);
}
console.log(
  `look-up with proof, server: ${median(proving).toFixed(0)} µs, p95 ${percentile(proving, 0.95).toFixed(0)} µs`,
);
console.log(`proof: ${median(sizes).toFixed(0)} bytes, largest ${Math.max(...sizes)}`);
console.log(`checked by a client: ${median(checking).toFixed(0)} µs, p95 ${percentile(checking, 0.95).toFixed(0)} µs`);
