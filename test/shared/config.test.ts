import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadConfig, type ConfigSources, type Setting } from '../../shared/config.ts';
import { MiyuError } from '../../shared/errors.ts';
import { temporaryFolder } from '../support/temporary.ts';

const Schema = z.strictObject({
  name: z.string().default('nobody'),
  port: z.number().int().min(0).max(65_535).default(1),
  open: z.boolean().default(false),
  listen: z.array(z.string()).default([]),
});
const SETTINGS: Record<string, Setting> = {
  name: { kind: 'text', env: 'T_NAME' },
  port: { kind: 'number', env: 'T_PORT' },
  open: { kind: 'flag', env: 'T_OPEN' },
  listen: { kind: 'list', env: 'T_LISTEN' },
};
const load = (sources: Partial<ConfigSources>): z.output<typeof Schema> =>
  loadConfig(Schema, SETTINGS, { env: {}, flags: {}, ...sources });
const fault = (sources: Partial<ConfigSources>): string | undefined => {
  try {
    load(sources);
    return 'no fault';
  } catch (error) {
    expect(error).toBeInstanceOf(MiyuError);
    expect((error as MiyuError).code).toBe('config-invalid');
    return (error as MiyuError).field;
  }
};

async function file(content: string): Promise<string> {
  const path = join(await temporaryFolder(), 'config.json');
  await writeFile(path, content);
  return path;
}

test('defaults < file < environment < flags', async () => {
  const path = await file('{"name":"file","port":2,"open":true,"listen":["a"]}');
  expect(load({})).toEqual({ name: 'nobody', port: 1, open: false, listen: [] });
  expect(load({ file: path })).toEqual({ name: 'file', port: 2, open: true, listen: ['a'] });
  const env = { T_NAME: 'env', T_PORT: '3', T_OPEN: 'no', T_LISTEN: 'b, c', T_OTHER: 'x' };
  expect(load({ file: path, env })).toEqual({ name: 'env', port: 3, open: false, listen: ['b', 'c'] });
  const flags = { name: 'flag', port: '4', open: true, listen: undefined };
  expect(load({ file: path, env, flags })).toEqual({ name: 'flag', port: 4, open: true, listen: ['b', 'c'] });
  // An empty variable is none.
  expect(load({ env: { T_PORT: '' } }).port).toBe(1);
});

test('says which setting is wrong, wherever it was given', async () => {
  expect(fault({ env: { T_PORT: 'many' } })).toBe('port');
  expect(fault({ flags: { port: '70000' } })).toBe('port');
  expect(fault({ env: { T_OPEN: 'perhaps' } })).toBe('open');
  expect(fault({ file: await file('{"port":"2"}') })).toBe('port');
  expect(fault({ file: await file('{"prot":2}') })).toBe('prot');
  expect(fault({ file: await file('{"listen":[1]}') })).toBe('listen');
});

test('says that the file is wrong', async () => {
  expect(fault({ file: '/nowhere/at/all.json' })).toBe('config');
  expect(fault({ file: await file('{') })).toBe('config');
  expect(fault({ file: await file('[]') })).toBe('config');
  expect(fault({ file: await file(' '.repeat(100_000)) })).toBe('config');
});
