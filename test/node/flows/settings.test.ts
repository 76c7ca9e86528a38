/** Settings and the store under them: what is known while the profile is open outlives a row that is lost meanwhile. */
import { randomBytes } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { OwnSettings, keepLostSettings } from '../../../node/flows/settings.ts';
import { openPeerStore } from '../../../node/store/store.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const QUIET = { readReceipts: false, typing: false } as const;

it('writes them again where the disk lost them, and nothing where nobody has set any', async () => {
  const store = await openPeerStore(await temporaryFolder(), randomBytes(32));
  onTestFinished(() => store.close());
  const id = Buffer.from('settings');
  const isThere = (): boolean => store.get('profile', id, 1n) !== undefined;
  const settings = new OwnSettings(store, () => undefined);
  await settings.keep();
  await keepLostSettings(store);
  expect(isThere()).toBe(false);

  await settings.set({ privacy: QUIET });
  await store.commit([{ op: 'delete', table: 'profile', id, seq: 1n }]);
  expect(isThere()).toBe(false);
  await settings.keep();
  const again = new OwnSettings(store, () => undefined);
  expect(again.value.privacy).toEqual(QUIET);
  expect(again.faults()).toEqual([]);
});

it('that are no document become such that say so, and say it once more when they are chosen', async () => {
  const store = await openPeerStore(await temporaryFolder(), randomBytes(32));
  onTestFinished(() => store.close());
  const row = { table: 'profile', id: Buffer.from('settings'), seq: 1n } as const;
  await store.commit([{ op: 'put', ...row, value: Buffer.from('no document') }]);
  await keepLostSettings(store);
  let told = 0;
  const settings = new OwnSettings(store, () => {
    told += 1;
  });
  expect(settings.value.privacy).toEqual(QUIET);
  expect(settings.faults()).toEqual(['settings-lost']);
  await settings.set({ theme: 'dark' });
  expect(told).toBe(0);
  await settings.set({ privacy: {} });
  expect(told).toBe(1);
  expect(settings.faults()).toEqual([]);
  expect(settings.value.privacy).toEqual(QUIET);
});
