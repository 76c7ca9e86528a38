/**
 * `npm run bench`: the figures of issue and README, each beside its peer or the raw limit in the same run, ratio first.
 *
 *   npm run bench                  all of them, 5 runs each
 *   npm run bench -- --only b      ratchet (a), message (b), deposits (c) or drains (d)
 *   npm run bench -- --runs 9 --json
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { peerIdFromString } from '@libp2p/peer-id';
import { benchDrains } from './bench/drains.ts';
import { benchDeposits } from './bench/deposits.ts';
import { printFigures, type Figure } from './bench/figures.ts';
import { benchMessage } from './bench/message.ts';
import { benchRatchet } from './bench/ratchet.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'abcd' },
    runs: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    /** Where the stores are: a folder on the disk that is meant. */
    folder: { type: 'string', default: join(import.meta.dirname, '..', '.cache') },
  },
});
const runs = Number.parseInt(values.runs, 10);
if (!(runs >= 1 && runs <= 100) || !/^[abcd]+$/.test(values.only)) {
  console.error('usage: npm run bench -- [--only abcd] [--runs 5] [--folder DIR] [--json]');
  process.exit(2);
}

/** A line that grows, on standard error, so that --json stays clean. */
const progress = (title: string) => (done: number) => {
  const line = `${title}: ${done.toString()} of ${runs.toString()} runs`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}${done === runs ? '\n' : ''}`);
  else console.error(line);
};

mkdirSync(values.folder, { recursive: true });
const folder = mkdtempSync(join(values.folder, 'bench-'));
const figures: Record<string, Figure[]> = {};
try {
  if (values.only.includes('a')) figures['a'] = await benchRatchet({ runs, progress: progress('(a) ratchet') });
  if (values.only.includes('b')) figures['b'] = await benchMessage(join(folder, 'b'), runs, progress('(b) message'));
  const bytes = (text: string): Uint8Array => peerIdFromString(text).toMultihash().bytes;
  if (values.only.includes('c')) {
    figures['c'] = await benchDeposits(join(folder, 'c'), runs, bytes, progress('(c) deposits'));
  }
  if (values.only.includes('d')) {
    figures['d'] = await benchDrains(join(folder, 'd'), runs, bytes, progress('(d) drains'));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const titles: Record<string, string> = {
  a: '(a) our session beside libsignal, 200-byte messages, one process, interleaved',
  b: '(b) a durable 200-byte message between two processes',
  c: '(c) deposits at a rendezvous server',
  d: '(d) 20,000 mails of 256 bytes (padded) drained from a rendezvous server',
};
if (values.json) console.log(JSON.stringify({ runs, node: process.version, figures }, undefined, 2));
else for (const [key, list] of Object.entries(figures)) printFigures(titles[key] ?? key, list);
