import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { decodeOneTimePrekey, makeCertificate, openPrekeyBundle } from '../../../shared/crypto/statements.ts';
import type { FlowContext } from '../../../node/flows/context.ts';
import { Prekeys, RETIRED_MS, ROTATION_MS } from '../../../node/flows/prekeys.ts';
import type { RendezvousClient } from '../../../node/net/ports.ts';
import { openPeerStore } from '../../../node/store/store.ts';
import { systemClock } from '../../../shared/clock.ts';
import { createIdentity } from '../../../shared/crypto/identity.ts';
import { nodeKem } from '../../../shared/crypto/kem.ts';
import { peerIdBytesOfEd25519 } from '../../../shared/crypto/peer-ids.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { silentLog } from '../../../shared/log.ts';
import { LOW_ONE_TIME_PREKEYS, MAX_ONE_TIME_PREKEYS } from '../../../shared/wire/limits.ts';
import type { PublishPrekeysRequest } from '../../../shared/wire/generated/rendezvous.js';
import { temporaryFolder } from '../../support/temporary.ts';

const FINE = { left: MAX_ONE_TIME_PREKEYS, current: true };
const NONE = { left: 0, current: false };

async function world() {
  const folder = join(await temporaryFolder(), 'store');
  const storeKey = systemRandom(32);
  const identity = createIdentity(systemRandom);
  const account = systemRandom(32);
  const device = peerIdBytesOfEd25519(createIdentity(systemRandom).signing.publicKey);
  const now = { wall: Date.UTC(2026, 0, 1), epoch: 1n };
  const uploads: PublishPrekeysRequest[] = [];
  const server = { failing: undefined as MiyuError | undefined };
  const client = {
    publishPrekeys: (request: PublishPrekeysRequest) => {
      uploads.push(request);
      return server.failing === undefined ? Promise.resolve({}) : Promise.reject(server.failing);
    },
  } as unknown as RendezvousClient;
  let store = await openPeerStore(folder, storeKey);
  onTestFinished(() => store.close());
  const open = (): { prekeys: Prekeys; context: FlowContext } => {
    const context: FlowContext = {
      own: () => ({
        identity,
        account,
        name: 'ann',
        device,
        epoch: now.epoch,
        certificate: makeCertificate(identity, account, device, now.epoch),
        later: [],
        statement: { payload: account, signature: account },
        home: { server: device, addresses: [] },
      }),
      store,
      clock: { wall: () => now.wall, monotonic: systemClock.monotonic },
      random: systemRandom,
      kem: nodeKem,
      log: silentLog,
    };
    return { prekeys: new Prekeys(context), context };
  };
  const restart = async (): Promise<Prekeys> => {
    await store.close();
    store = await openPeerStore(folder, storeKey);
    return open().prekeys;
  };
  const bundleOf = (upload: PublishPrekeysRequest | undefined) =>
    openPrekeyBundle(upload?.bundle ?? { payload: account, signature: account }, identity.signing.publicKey);
  const idsOf = (upload: PublishPrekeysRequest | undefined) =>
    (upload?.oneTime ?? []).map((bytes) => decodeOneTimePrekey(bytes).id);
  return { ...open(), now, uploads, server, client, restart, bundleOf, idsOf };
}

describe('own prekeys', () => {
  test('a full set at first, nothing while it lasts, and the secrets are on disk before it goes out', async () => {
    const { prekeys, client, uploads, bundleOf, idsOf, restart } = await world();
    await prekeys.upkeep(client, NONE, {});
    await prekeys.upkeep(client, FINE, {});
    expect(uploads).toHaveLength(1);
    const ids = idsOf(uploads[0]);
    expect(new Set(ids).size).toBe(MAX_ONE_TIME_PREKEYS);
    const { signedPrekey, lastResort } = bundleOf(uploads[0]);
    const again = await restart();
    expect(again.signedPrekey(signedPrekey.id)).toHaveLength(32);
    expect(again.lastResort(lastResort.id)?.length).toBeGreaterThan(64);
    for (const id of ids) expect(again.oneTime(id)).toBeDefined();
    expect(again.oneTime(0)).toBeUndefined();
  });

  test('an upload whose answer was lost goes out again as it was, also after a restart', async () => {
    const { prekeys, client, uploads, server, restart } = await world();
    server.failing = new MiyuError('link-closed');
    await expect(prekeys.upkeep(client, NONE, {})).rejects.toMatchObject({ code: 'link-closed' });
    await expect(prekeys.upkeep(client, NONE, {})).rejects.toMatchObject({ code: 'link-closed' });
    const again = await restart();
    server.failing = undefined;
    await again.upkeep(client, FINE, {});
    expect(uploads).toHaveLength(3);
    expect(uploads[1]).toEqual(uploads[0]);
    expect(uploads[2]).toEqual(uploads[0]);
    await again.upkeep(client, FINE, {});
    expect(uploads).toHaveLength(3);
  });

  test('few left: new one-time prekeys under the same signed prekey, no id twice', async () => {
    const { prekeys, client, uploads, bundleOf, idsOf } = await world();
    await prekeys.upkeep(client, NONE, {});
    await prekeys.upkeep(client, { left: LOW_ONE_TIME_PREKEYS - 1, current: true }, {});
    expect(uploads).toHaveLength(2);
    expect(bundleOf(uploads[1]).signedPrekey).toEqual(bundleOf(uploads[0]).signedPrekey);
    expect(bundleOf(uploads[1]).lastResort).toEqual(bundleOf(uploads[0]).lastResort);
    const ids = [...idsOf(uploads[0]), ...idsOf(uploads[1])];
    expect(new Set(ids).size).toBe(2 * MAX_ONE_TIME_PREKEYS);
    // One that was handed out a moment ago still opens.
    for (const id of ids) expect(prekeys.oneTime(id)).toBeDefined();
  });

  test('a refused upload is made anew, not sent for ever', async () => {
    const { prekeys, client, uploads, server } = await world();
    server.failing = new MiyuError('bundle-invalid');
    await expect(prekeys.upkeep(client, NONE, {})).rejects.toMatchObject({ code: 'bundle-invalid' });
    server.failing = undefined;
    await prekeys.upkeep(client, NONE, {});
    expect(uploads[1]).not.toEqual(uploads[0]);
  });

  test('after a week the signed keys change; the old ones open for a while, then are gone', async () => {
    const { prekeys, client, uploads, bundleOf, idsOf, now } = await world();
    await prekeys.upkeep(client, NONE, {});
    const first = bundleOf(uploads[0]);
    now.wall += ROTATION_MS + 1;
    await prekeys.upkeep(client, FINE, {});
    const second = bundleOf(uploads[1]);
    expect(second.signedPrekey.id).not.toBe(first.signedPrekey.id);
    expect(second.lastResort.id).not.toBe(first.lastResort.id);
    expect(prekeys.signedPrekey(first.signedPrekey.id)).toBeDefined();
    expect(prekeys.lastResort(first.lastResort.id)).toBeDefined();
    now.wall += RETIRED_MS + 1;
    await prekeys.upkeep(client, FINE, {});
    expect(prekeys.signedPrekey(first.signedPrekey.id)).toBeUndefined();
    expect(prekeys.lastResort(first.lastResort.id)).toBeUndefined();
    expect(prekeys.oneTime(idsOf(uploads[0])[0] ?? 0)).toBeUndefined();
    // Replaced only now: the one before stays for its time.
    expect(prekeys.signedPrekey(second.signedPrekey.id)).toBeDefined();
    expect(prekeys.signedPrekey(bundleOf(uploads[2]).signedPrekey.id)).toBeDefined();
  });

  test('a new epoch gets a bundle of its own', async () => {
    const { prekeys, client, uploads, bundleOf, now, server } = await world();
    server.failing = new MiyuError('timeout');
    await expect(prekeys.upkeep(client, NONE, {})).rejects.toMatchObject({ code: 'timeout' });
    server.failing = undefined;
    now.epoch = 2n;
    await prekeys.upkeep(client, NONE, {});
    expect(uploads.map((upload) => bundleOf(upload).epoch)).toEqual([1n, 2n]);
    await prekeys.upkeep(client, FINE, {});
    expect(uploads).toHaveLength(2);
  });

  test('a used one-time prekey is gone; a message on the last resort is remembered while that key lives', async () => {
    const { prekeys, context, client, uploads, idsOf, now, restart } = await world();
    await prekeys.upkeep(client, NONE, {});
    const [used = 0, other = 0] = idsOf(uploads[0]);
    const [first, second] = [systemRandom(32), systemRandom(32)];
    await context.store.commit([...prekeys.acceptOps(used, first), ...prekeys.acceptOps(0, second)]);
    expect(prekeys.oneTime(used)).toBeUndefined();
    expect(prekeys.oneTime(other)).toBeDefined();
    expect(prekeys.wasAccepted(second)).toBe(true);
    const again = await restart();
    expect(again.oneTime(used)).toBeUndefined();
    expect(again.wasAccepted(second)).toBe(true);
    now.wall += ROTATION_MS + 1;
    await again.upkeep(client, FINE, {});
    now.wall += RETIRED_MS - 1;
    await again.upkeep(client, FINE, {});
    expect(again.wasAccepted(second)).toBe(true);
    now.wall += ROTATION_MS + 1;
    await again.upkeep(client, FINE, {});
    expect(again.wasAccepted(second)).toBe(false);
  });
});

describe('for somebody who meets us without a server', () => {
  test('before any upload: a whole bundle, whose secrets are on disk; the first upload goes on with it, and no id is given twice', async () => {
    const { prekeys, client, uploads, bundleOf, idsOf, restart } = await world();
    const met = [await prekeys.forMeeting(), await prekeys.forMeeting()];
    const again = await restart();
    const [first, second] = met.map(({ bundle }) => bundleOf({ bundle, oneTime: [] }));
    expect(second!.signedPrekey).toEqual(first!.signedPrekey);
    expect(again.signedPrekey(first!.signedPrekey.id)).toHaveLength(32);
    expect(again.lastResort(first!.lastResort.id)?.length).toBeGreaterThan(64);
    const ids = met.map(({ oneTime }) => decodeOneTimePrekey(oneTime).id);
    for (const id of ids) expect(again.oneTime(id)).toBeDefined();
    await again.upkeep(client, NONE, {});
    expect(bundleOf(uploads[0]).signedPrekey).toEqual(first!.signedPrekey);
    const all = [...ids, ...idsOf(uploads[0]), first!.signedPrekey.id, first!.lastResort.id];
    expect(new Set(all).size).toBe(MAX_ONE_TIME_PREKEYS + 4);
    // What was handed out stays while it may be used.
    for (const id of ids) expect(again.oneTime(id)).toBeDefined();
  });

  test('after a week: new keys, which the server gets as well; those of before still open', async () => {
    const { prekeys, client, uploads, now, bundleOf } = await world();
    await prekeys.upkeep(client, NONE, {});
    const before = bundleOf(uploads[0]);
    now.wall += ROTATION_MS + 1;
    const { bundle, oneTime } = await prekeys.forMeeting();
    const after = bundleOf({ bundle, oneTime: [] });
    expect(after.signedPrekey.id).not.toBe(before.signedPrekey.id);
    expect(prekeys.signedPrekey(before.signedPrekey.id)).toBeDefined();
    expect(prekeys.oneTime(decodeOneTimePrekey(oneTime).id)).toBeDefined();
    await prekeys.upkeep(client, FINE, {});
    expect(bundleOf(uploads[1]).signedPrekey).toEqual(after.signedPrekey);
    expect(uploads).toHaveLength(2);
  });
});

test('where the signed prekey’s secret was lost, what is uploaded next is what can be opened', async () => {
  const { prekeys, client, uploads, context, bundleOf, idsOf } = await world();
  await prekeys.upkeep(client, NONE, {});
  const lost = BigInt(bundleOf(uploads[0]).signedPrekey.id);
  await context.store.commit([{ op: 'delete', table: 'signed-prekeys', id: new Uint8Array(0), seq: lost }]);
  await prekeys.upkeep(client, NONE, {});
  const { signedPrekey, lastResort } = bundleOf(uploads[1]);
  expect(prekeys.signedPrekey(signedPrekey.id)).toBeDefined();
  expect(prekeys.lastResort(lastResort.id)).toBeDefined();
  const ids = [...idsOf(uploads[0]), ...idsOf(uploads[1]), signedPrekey.id, lastResort.id];
  expect(new Set(ids).size).toBe(2 * MAX_ONE_TIME_PREKEYS + 2);
});
