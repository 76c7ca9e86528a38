import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT_LOCKED, supervise } from '../../node/supervisor.ts';
import type { Ending } from '../../node/supervisor.ts';
import { systemClock } from '../../shared/clock.ts';
import { isMiyuError } from '../../shared/errors.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';

/** A child that lives through the given lives one after another; the last one again and again. */
const CHILD = `
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
const folder = process.argv[2];
process.on('SIGINT', () => {});
const send = (message) => new Promise((resolve) => process.send(message, resolve));
process.on('disconnect', () => { appendFileSync(join(folder, 'log'), 'orphan '); process.exit(0); });
process.on('message', async (message) => {
  if (message.type === 'stop') { appendFileSync(join(folder, 'log'), 'stopped '); process.exit(0); }
  const lives = JSON.parse(readFileSync(join(folder, 'lives'), 'utf8'));
  const life = lives.length > 1 ? lives.shift() : lives[0];
  writeFileSync(join(folder, 'lives'), JSON.stringify(lives));
  appendFileSync(join(folder, 'log'), life + '/' + message.after + ' ');
  if (life === 'fail') { await send({ type: 'failed', error: { code: 'port-taken', detail: 4001 } }); process.exit(1); }
  await send({ type: 'ready', report: { pid: process.pid } });
  if (life === 'crash') process.exit(9);
  if (life === 'kill') process.kill(process.pid, 'SIGKILL');
  if (life === 'end') process.exit(0);
  if (life === 'replaced') { await send({ type: 'ending', ending: 'signed-out' }); process.exit(${EXIT_LOCKED}); }
  if (life === 'lock') process.exit(${EXIT_LOCKED});
  if (life === 'deaf') process.removeAllListeners('message');
});
`;

interface Supervised {
  readonly log: () => Promise<string>;
  readonly ready: (Ending | null)[];
  readonly pauses: number[];
  readonly stop: AbortController;
  readonly kill: AbortController;
  readonly ended: Promise<string>;
}

async function start(...lives: string[]): Promise<Supervised> {
  const folder = await temporaryFolder();
  const module = join(folder, 'child.mjs');
  await writeFile(module, CHILD);
  await writeFile(join(folder, 'lives'), JSON.stringify(lives));
  await writeFile(join(folder, 'log'), '');
  const ready: (Ending | null)[] = [];
  const pauses: number[] = [];
  const stop = new AbortController();
  const kill = new AbortController();
  const ended = supervise({
    child: { module, args: [folder] },
    settings: {
      profile: folder,
      listen: [],
      ...{ lan: false, lanPort: 5353, lanInterfaces: [] },
      otherPort: false,
      deviceName: null,
      server: null,
      ...{ dht: false, upnp: false },
      pagePort: 'off',
      logLevel: 'off',
    },
    clock: systemClock,
    signal: stop.signal,
    killSignal: kill.signal,
    events: {
      ready: (_, after) => ready.push(after),
      crashed: (pauseMs) => pauses.push(pauseMs),
    },
  }).then(
    () => 'stopped',
    (error: unknown) => (isMiyuError(error) ? `${error.code} ${error.detail ?? ''}` : String(error)),
  );
  return { log: () => readFile(join(folder, 'log'), 'utf8'), ready, pauses, stop, kill, ended };
}

describe('the supervisor', () => {
  test('starts the child again, locked, after a sign-out, and says why', async () => {
    const { log, ended, ready, pauses } = await start('lock', 'replaced', 'end');
    expect(await ended).toBe('stopped');
    expect(await log()).toBe('lock/null replaced/locked end/signed-out ');
    expect(ready).toEqual([null, 'locked', 'signed-out']);
    expect(pauses).toEqual([]);
  });

  test('starts it again after a crash, with growing pauses', async () => {
    const { log, ended, pauses } = await start('crash', 'kill', 'end');
    expect(await ended).toBe('stopped');
    expect(await log()).toBe('crash/null kill/crashed end/crashed ');
    expect(pauses).toEqual([500, 1000]);
  });

  test('does not start for ever what cannot live', async () => {
    const { ended, pauses } = await start('crash');
    expect(await ended).toBe('daemon-failed 5');
    expect(pauses).toEqual([500, 1000, 2000, 4000]);
  });

  test('does not start again what told that it cannot run', async () => {
    const { ended, pauses } = await start('fail');
    expect(await ended).toBe('port-taken 4001');
    expect(pauses).toEqual([]);
  });

  test('ends the child with itself, and at once where it does not listen', async () => {
    const willing = await start('live');
    await until('ready', () => willing.ready.length === 1);
    willing.stop.abort();
    expect(await willing.ended).toBe('stopped');
    expect(await willing.log()).toBe('live/null stopped ');

    const deaf = await start('deaf');
    await until('ready', () => deaf.ready.length === 1);
    deaf.stop.abort();
    deaf.kill.abort();
    expect(await deaf.ended).toBe('stopped');
  });
});
