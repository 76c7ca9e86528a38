/** alarms and evidence, against a peer that is none; and evidence that is checked without any. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../node/api/server.ts';
import type { AlarmView } from '../../../node/flows/alarms.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { serverFingerprint } from '../../../shared/server-fingerprint.ts';
import { encodeEvidence, relateHeads } from '../../../shared/transparency/evidence.ts';
import { encodeExhibit, encodeSetBack } from '../../../shared/transparency/exhibit.ts';
import { nameKey } from '../../../shared/transparency/map-entries.ts';
import { encodeLookupProof } from '../../../shared/transparency/proof-bytes.ts';
import { openTreeHead } from '../../../shared/transparency/tree-head.ts';
import { cli, type CliResult } from '../../support/cli.ts';
import { FakePeer } from '../../support/fake-peer.ts';
import { dropKeys } from '../../support/log-lies.ts';
import { newOwner, TestLog } from '../../support/log-world.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const ALARM: AlarmView = {
  ...{ id: 3, kind: 'forked', severity: 'alarm', at: 1_700_000_000_000, state: 'open', decidedAt: null },
  server: { peerId: '12D3KooWFakeServer', fingerprint: '0001 0002' },
  friend: { account: 'ab'.repeat(32), name: 'bob' },
  stops: [{ account: 'ab'.repeat(32), name: 'bob' }],
  evidence: true,
  other: null,
};
const NOTICE: AlarmView = {
  ...{ ...ALARM, id: 2, kind: 'new-log', severity: 'notice', friend: null, stops: [], evidence: false },
};

async function served() {
  const peer = FakePeer.withFriends('bob');
  peer.told = [ALARM, NOTICE];
  const profile = await temporaryFolder();
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  const miyu = (...args: readonly string[]): Promise<CliResult> => cli(profile, args);
  return { peer, profile, miyu };
}

test('alarms say what happened, what it may mean and what to do, and are decided', async () => {
  const { peer, miyu } = await served();
  const list = await miyu('alarms');
  expect(list.out).toMatch(/^3 .* bob .*two different directories.*waits for your decision\n2 .*log anew/m);
  expect((await miyu('alarms', 'list', '--json')).json()).toEqual({ alarms: [ALARM, NOTICE] });
  const shown = await miyu('alarms', 'show', '3');
  for (const words of ['false keys', 'Compare safety numbers', 'miyu alarms decide 3 stop', '0001 0002', 'bob']) {
    expect(shown.out).toContain(words);
  }
  expect((await miyu('alarms', 'show', '3', '--lang', 'zh')).out).toContain('核对安全码');
  expect((await miyu('alarms', 'show', '2')).out).toContain('backup');
  expect(await miyu('alarms', 'show', '9')).toMatchObject({ code: 3 });
  expect(await miyu('alarms', 'show', 'bob')).toMatchObject({ code: 2 });
  expect(await miyu('alarms', 'decide', '3', 'perhaps')).toMatchObject({ code: 2 });
  expect((await miyu('alarms', 'decide', '3', 'stop')).out).toContain('kept stopped');
  expect((await miyu('alarms', 'decide', '3', 'trust', '--json')).json()).toMatchObject({ id: 3, state: 'trusted' });
  expect(peer.calls).toEqual(['alarm 3 stop', 'alarm 3 trust']);
});

test('evidence is written for its owner alone, once, and there may be none', async () => {
  const { profile, miyu } = await served();
  const file = join(profile, 'lie.miyu-evidence');
  expect(await miyu('evidence', 'export', '3', file)).toMatchObject({ code: 0 });
  expect([await readFile(file, 'utf8'), (await stat(file)).mode & 0o777]).toEqual(['evidence 3', 0o600]);
  expect(await miyu('evidence', 'export', '3', file)).toMatchObject({ code: 2 });
  expect(await miyu('evidence', 'export', '2', join(profile, 'other'))).toMatchObject({ code: 3 });
});

test('evidence is checked with nothing but itself', async () => {
  const folder = await temporaryFolder();
  const miyu = (...args: readonly string[]): Promise<CliResult> => cli(join(folder, 'no-profile'), args);
  const log = new TestLog(systemRandom);
  log.append([{ before: undefined, after: newOwner('ann', systemRandom).state }]);
  const other = log.fork();
  const open = (lie: TestLog) => openTreeHead(lie.sign(1_700_000_000_000), log.server);
  log.append([{ before: undefined, after: newOwner('bob', systemRandom).state }]);
  other.append([{ before: undefined, after: newOwner('bob', systemRandom).state }]);
  const conflict = relateHeads(open(log), open(other), []);
  if (typeof conflict === 'string') throw new Error(conflict);
  const file = join(folder, 'lie');
  const bytes = encodeEvidence(conflict);
  await writeFile(file, bytes);
  const proven = await miyu('evidence', 'verify', file);
  expect(proven.code).toBe(0);
  expect(proven.out).toContain(serverFingerprint(log.server));
  expect(proven.out).toContain('two different logs of 5 entries');
  expect((await miyu('evidence', 'verify', file, '--lang', 'zh')).out).toContain('已证实');
  expect((await miyu('evidence', 'verify', file, '--json')).json()).toMatchObject({
    ...{ proves: 'forked', fingerprint: serverFingerprint(log.server) },
    heads: [{ size: 5 }, { size: 5 }],
  });

  const key = nameKey(log.server, 'bob');
  await writeFile(file, encodeExhibit(key, encodeLookupProof(log.lookup(key, 0, 1_700_000_000_000))));
  const shown = await miyu('evidence', 'verify', file);
  expect([shown.code, shown.out]).toEqual([6, expect.stringContaining('only the owner')]);

  // Nothing under a key, and nothing there any more: the second convicts.
  const nobody = nameKey(log.server, 'nobody');
  await writeFile(file, encodeExhibit(nobody, encodeLookupProof(log.lookup(nobody, 0, 1_700_000_000_000))));
  const nothing = await miyu('evidence', 'verify', file);
  expect([nothing.code, nothing.out]).toEqual([6, expect.stringContaining('nothing stands under the key')]);
  const stood = encodeLookupProof(log.lookup(key, 0, 1_700_000_000_000));
  dropKeys(log, [key]);
  const gone = encodeLookupProof(log.lookup(key, 0, 1_700_000_000_000));
  await writeFile(file, encodeSetBack(key, stood, gone));
  const setBack = await miyu('evidence', 'verify', file);
  expect([setBack.code, setBack.out]).toEqual([0, expect.stringContaining('a log of 5 entries')]);
  for (const lie of [
    encodeSetBack(key, gone, stood),
    encodeSetBack(key, stood, stood),
    encodeSetBack(nobody, stood, gone),
  ]) {
    await writeFile(file, lie);
    expect((await miyu('evidence', 'verify', file)).code).toBe(3);
  }

  // Every bit of it counts.
  for (const at of [10, Math.floor(bytes.length / 2), bytes.length - 5]) {
    await writeFile(file, bytes.with(at, bytes[at]! ^ 1));
    expect((await miyu('evidence', 'verify', file)).code).toBe(3);
  }
  await writeFile(file, 'nothing of the kind');
  expect(await miyu('evidence', 'verify', file)).toMatchObject({ code: 3 });
  expect(await miyu('evidence', 'verify', join(folder, 'not there'))).toMatchObject({ code: 2 });
});
