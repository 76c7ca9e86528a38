import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MiyuError } from '../../shared/errors.ts';
import { createLog, openLog, type LogFields, type LogLevel } from '../../shared/log.ts';
import { temporaryFolder } from '../support/temporary.ts';

const clock = { wall: () => 0, monotonic: () => 0 };

function memory(level: LogLevel = 'debug'): { log: ReturnType<typeof createLog>; lines(): unknown[]; text(): string } {
  let text = '';
  const log = createLog({ level, clock, write: (lines) => (text += lines) });
  return {
    log,
    text: () => {
      log.flush();
      return text;
    },
    lines: () => {
      log.flush();
      return text
        .trimEnd()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as unknown);
    },
  };
}

test('one JSON object a line, in order', () => {
  const { log, lines } = memory();
  log.info('login', { account: '0a1b2c3d', epoch: 2 });
  log.warn('store', { code: 'storage-full' });
  log.debug('heartbeat');
  const time = '1970-01-01T00:00:00.000Z';
  expect(lines()).toEqual([
    { time, level: 'info', event: 'login', account: '0a1b2c3d', epoch: 2 },
    { time, level: 'warn', event: 'store', code: 'storage-full' },
    { time, level: 'debug', event: 'heartbeat' },
  ]);
});

test('what is no code, no short id or no field does not get in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (tail) => {
      const canary = `canary @ ${tail}`;
      const { log, text } = memory();
      log.info(canary, { account: canary, code: canary, path: canary, [canary]: 1, name: canary } as LogFields);
      log.info('login', { account: 'canary00canary00' });
      expect(text()).not.toContain('canary');
    }),
  );
});

test('a fault says which code and where, and no message, text or folder', () => {
  const { log, lines, text } = memory();
  const secret = 'canary';
  const cause = Object.assign(new Error(`${secret} at /home/canary/x`), { code: 'ENOENT' });
  log.fault(new MiyuError('store-failed', { cause }));
  log.fault(secret);
  const [first, second] = lines() as { causes: { code: string; at: string[] }[] }[];
  expect(first!.causes.map((each) => each.code)).toEqual(['store-failed', 'ENOENT']);
  expect(first!.causes[0]!.at[0]).toMatch(/log\.test\.ts:\d+$/);
  expect(second!.causes).toEqual([{ code: 'not-an-error', at: [] }]);
  expect(text()).not.toContain(secret);
  expect(text()).not.toContain(import.meta.dirname);
});

test('levels', () => {
  const { log, lines } = memory('warn');
  log.info('quiet');
  log.debug('quiet');
  log.warn('loud');
  expect(lines()).toMatchObject([{ event: 'loud' }]);
  const off = memory('off');
  off.log.fault(new Error('x'));
  expect(off.text()).toBe('');
});

test('a sink that fails loses lines, says how many, and never throws', () => {
  let failing = true;
  let text = '';
  const log = createLog({
    write: (lines) => {
      if (failing) throw new Error('disk full');
      text += lines;
    },
  });
  log.info('lost');
  log.flush();
  failing = false;
  log.info('kept');
  log.flush();
  expect(text).toContain('"event":"kept"');
  expect(text).toContain('"event":"log-dropped","count":1');
});

test('a file for its owner alone, set aside when it has grown', async () => {
  const file = join(await temporaryFolder(), 'server.log');
  const log = openLog({ file });
  log.info('first');
  log.close();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(file, Buffer.alloc(16 * 1024 * 1024, 0x20));
  const again = openLog({ file });
  again.info('second');
  again.close();
  expect(readFileSync(file, 'utf8')).toMatch(/^\{.*"event":"second"\}\n$/);
  expect(existsSync(`${file}.1`)).toBe(true);
});
