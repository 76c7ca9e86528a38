/**
 * `npm run bench`: the figures of issue and README, each beside its peer or the raw limit in the same run, ratio first.
 *
 *   npm run bench                  all of them, 5 runs each
 *   npm run bench -- --only b      ratchet (a), message (b) or deposits (c)
 *   npm run bench -- --runs 9 --json
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { peerIdFromString } from '@libp2p/peer-id';
import { benchDeposits } from './bench/deposits.ts';
import { printFigures, type Figure } from './bench/figures.ts';
import { benchMessage } from './bench/message.ts';
import { benchRatchet } from './bench/ratchet.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'abc' },
    runs: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    /** Where the stores are: a folder on the disk that is meant. */
    folder: { type: 'string', default: join(import.meta.dirname, '..', '.cache') },
  },
});
const runs = Number.parseInt(values.runs, 10);
if (!(runs >= 1 && runs <= 100) || !/^[abc]+$/.test(values.only)) {
  console.error('usage: npm run bench -- [--only abc] [--runs 5] [--folder DIR] [--json]');
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
  if (values.only.includes('c')) {
    const bytes = (text: string): Uint8Array => peerIdFromString(text).toMultihash().bytes;
    figures['c'] = await benchDeposits(join(folder, 'c'), runs, bytes, progress('(c) deposits'));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const titles: Record<string, string> = {
  a: '(a) our session beside libsignal, 200-byte messages, one process, interleaved',
  b: '(b) a durable 200-byte message between two processes',
  c: '(c) deposits at a rendezvous server',
};
if (values.json) console.log(JSON.stringify({ runs, node: process.version, figures }, undefined, 2));
else for (const [key, list] of Object.entries(figures)) printFigures(titles[key] ?? key, list);
