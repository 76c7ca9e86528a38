import { expect, test } from 'vitest';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { openReceipt } from '../../../shared/crypto/statements.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { Envelope } from '../../../shared/wire/generated/envelope.js';
import { RawPerson, type RawConnection } from '../../support/raw-client.ts';
import { movableClock, startTestServer, type TestServer } from '../../support/rendezvous.ts';
import { refusal } from '../../support/refusals.ts';

/** An owner at home and a friend who may deposit. */
async function friends({
  server,
}: TestServer): Promise<{ owner: RawPerson; friend: RawPerson; home: RawConnection; guest: RawConnection }> {
  const owner = new RawPerson('owner');
  const friend = new RawPerson('friend');
  const home = await owner.register(server);
  await home.ask('putGrant', { grant: owner.grant(friend.account) });
  return { owner, friend, home, guest: await friend.introduce(server) };
}

/** Deposits, and gives the number in the receipt. */
async function put(guest: RawConnection, owner: RawPerson, envelope = owner.envelope()): Promise<bigint> {
  const { receipt } = await guest.ask('deposit', { owner: owner.account, envelope });
  return openReceipt(receipt!, guest.target.server, { owner: owner.account, envelopeId: sha256(envelope) }).sequence;
}

test('mail is receipted, waits in order through a restart, and is forgotten when it is acknowledged', async () => {
  const test = await startTestServer();
  const { owner, friend, home, guest } = await friends(test);
  await home.close();
  const sent = Array.from({ length: 5 }, () => owner.envelope());
  for (const [i, envelope] of sent.entries()) expect(await put(guest, owner, envelope)).toBe(BigInt(i + 1));
  const again = await test.restart();
  const back = await owner.greet(again.server);
  expect(await owner.loginOn(back)).toMatchObject({ highestMail: 5n, waitingMail: 5 });
  const page = await back.ask('drain', { after: 0n });
  expect(page.more).toBe(false);
  expect(page.mail.map((mail) => mail.sequence)).toEqual([1n, 2n, 3n, 4n, 5n]);
  expect(page.mail.map((mail) => mail.envelope)).toEqual(sent);
  expect(page.mail.every((mail) => Buffer.compare(mail.depositor, friend.account) === 0)).toBe(true);
  expect((await back.ask('drain', { after: 3n, limit: 1 })).mail.map((mail) => mail.sequence)).toEqual([4n]);
  await back.ask('acknowledge', { upTo: 3n });
  expect((await back.ask('drain', { after: 0n })).mail.map((mail) => mail.sequence)).toEqual([4n, 5n]);
  await back.ask('acknowledge', { upTo: 2n ** 63n });
  await back.ask('acknowledge', { upTo: 5n });
  expect((await back.ask('drain', { after: 0n })).mail).toEqual([]);
  // Numbers are not used again, though the mailbox is empty.
  expect(await owner.loginOn(back)).toMatchObject({ highestMail: 5n, waitingMail: 0 });
  const returned = await friend.introduce(again.server);
  expect(await put(returned, owner)).toBe(6n);
  expect(await again.server.check()).toSatisfy((reports: { damagedRows: number; countMatches: boolean }[]) =>
    reports.every((report) => report.damagedRows === 0 && report.countMatches),
  );
});

test('depositing again gives the same receipt, while the mail waits', async () => {
  const test = await startTestServer();
  const { owner, home, guest } = await friends(test);
  const envelope = owner.envelope();
  const first = await guest.ask('deposit', { owner: owner.account, envelope });
  await put(guest, owner);
  expect(await guest.ask('deposit', { owner: owner.account, envelope })).toEqual(first);
  const at = await Promise.all(Array.from({ length: 20 }, async () => put(guest, owner, envelope)));
  expect(new Set(at)).toEqual(new Set([1n]));
  // Another depositor's is another mail, whatever its bytes.
  const second = new RawPerson('second');
  await home.ask('putGrant', { grant: owner.grant(second.account) });
  expect(await put(await second.introduce(test.server), owner, envelope)).toBe(3n);
  await home.ask('acknowledge', { upTo: 3n });
  expect(await put(guest, owner, envelope)).toBe(4n);
});

test('the owner is told of new mail: at once, and then not for each', async () => {
  const test = await startTestServer();
  const { owner, home, guest } = await friends(test);
  const last = (): bigint =>
    home.pushes.reduce(
      (high, push) => (push.mailWaiting && push.mailWaiting.highest > high ? push.mailWaiting.highest : high),
      0n,
    );
  await put(guest, owner);
  expect(await home.pushed('mailWaiting')).toEqual({ highest: 1n });
  await Promise.all(Array.from({ length: 200 }, async () => put(guest, owner)));
  await expect.poll(last).toBe(201n);
  expect(home.pushes.length).toBeLessThan(100);
});

test('many at once from many: every number once, each sender’s own in order', async () => {
  const test = await startTestServer();
  const { owner, home } = await friends(test);
  const senders = await Promise.all(
    Array.from({ length: 8 }, async (_, i) => {
      const sender = new RawPerson(`sender-${'abcdefgh'[i]!}`);
      await home.ask('putGrant', { grant: owner.grant(sender.account) });
      return sender.introduce(test.server);
    }),
  );
  const receipts = await Promise.all(
    senders.map(async (sender) => {
      const numbers: bigint[] = [];
      for (let i = 0; i < 25; i += 1) numbers.push(await put(sender, owner));
      return numbers;
    }),
  );
  for (const numbers of receipts) expect(numbers).toEqual(numbers.toSorted((a, b) => Number(a - b)));
  expect(receipts.flat().toSorted((a, b) => Number(a - b))).toEqual(
    Array.from({ length: 200 }, (_, i) => BigInt(i + 1)),
  );
});

test('a page holds what a frame can carry, and says that more is there', async () => {
  const test = await startTestServer();
  const { owner, home, guest } = await friends(test);
  const sizes = [60_000, 60_000, 60_000, 60_000, 200, 200, ...Array<number>(600).fill(100)];
  for (const size of sizes) await put(guest, owner, owner.envelope(size));
  const pages: bigint[][] = [];
  for (let after = 0n, more = true; more;) {
    const page = await home.ask('drain', { after });
    pages.push(page.mail.map((mail) => mail.sequence));
    ({ more } = page);
    after = page.mail.at(-1)!.sequence;
  }
  expect(pages.flat()).toEqual(sizes.map((_, i) => BigInt(i + 1)));
  expect(pages[0]).toHaveLength(2);
  expect(Math.max(...pages.map((page) => page.length))).toBe(256);
});

test('refuses what is no mail, or not for this mailbox', async () => {
  const test = await startTestServer();
  const { owner, friend, home, guest } = await friends(test);
  const send = async (envelope: Uint8Array, to = owner.account): Promise<unknown> =>
    guest.ask('deposit', { owner: to, envelope });
  const changed = (fields: Partial<Envelope>): Uint8Array =>
    Envelope.encode({ ...Envelope.decode(owner.envelope()), ...fields });
  await refusal(send(owner.envelope(), systemRandom(31)), 'malformed');
  await refusal(send(systemRandom(300)), 'envelope-invalid');
  await refusal(send(new Uint8Array(0)), 'envelope-invalid');
  expect((await refusal(send(friend.envelope()), 'envelope-invalid')).field).toBe('to_account');
  for (const fields of [
    { version: 2 },
    { kind: 7 },
    { suite: 0 },
    { toDevice: systemRandom(3) },
    { toEpoch: 0n },
    { body: new Uint8Array(0) },
  ]) {
    await refusal(send(changed(fields)), 'envelope-invalid');
  }
  expect((await refusal(send(owner.envelope(71 * 1_024)), 'too-large')).detail).toBe(70 * 1_024);
  const nobody = new RawPerson('nobody');
  await refusal(send(nobody.envelope(), nobody.account), 'no-mailbox');
  // Who has an account here but gave no grant.
  const third = new RawPerson('third');
  await third.register(test.server);
  await refusal(send(third.envelope(), third.account), 'not-granted');
  await refusal(home.ask('deposit', { owner: owner.account, envelope: owner.envelope() }), 'not-granted');
  const stranger = await new RawPerson('stranger').greet(test.server);
  await refusal(stranger.ask('deposit', { owner: owner.account, envelope: owner.envelope() }), 'not-signed-in');
  await refusal(guest.ask('drain', { after: 0n }), 'not-signed-in');
  await refusal(guest.ask('acknowledge', { upTo: 9n }), 'not-signed-in');
});

test('a friend who floods meets a quota, the others’ mail still comes in, and room comes back', async () => {
  const test = await startTestServer({ senderItems: 5, mailboxItems: 8 });
  const { owner, home, guest } = await friends(test);
  for (let i = 0; i < 5; i += 1) await put(guest, owner);
  const full = await refusal(put(guest, owner), 'sender-quota');
  expect(full.detail).toBe(5);
  expect(full.retryAfterMs).toBeGreaterThan(0);
  const honest = new RawPerson('honest');
  await home.ask('putGrant', { grant: owner.grant(honest.account) });
  const connection = await honest.introduce(test.server);
  for (let i = 0; i < 3; i += 1) await put(connection, owner);
  expect((await refusal(put(connection, owner), 'mailbox-full')).detail).toBe(8);
  await home.ask('acknowledge', { upTo: 2n });
  expect(await put(connection, owner)).toBe(9n);
  expect(await put(guest, owner)).toBe(10n);
});

test('quotas count bytes as well', async () => {
  const test = await startTestServer({ senderMiB: 0.1, mailboxMiB: 0.15 });
  const { owner, home, guest } = await friends(test);
  await put(guest, owner, owner.envelope(60_000));
  await refusal(put(guest, owner, owner.envelope(60_000)), 'sender-quota');
  const honest = new RawPerson('honest');
  await home.ask('putGrant', { grant: owner.grant(honest.account) });
  const connection = await honest.introduce(test.server);
  await put(connection, owner, owner.envelope(60_000));
  await refusal(put(connection, owner, owner.envelope(40_000)), 'mailbox-full');
});

test('what nobody fetches expires: it is not delivered, its room comes back, and it is taken again', async () => {
  const clock = movableClock();
  const test = await startTestServer({ mailDays: 30, senderItems: 100 }, { clock });
  const { owner, home, guest } = await friends(test);
  const old = Array.from({ length: 100 }, () => owner.envelope());
  for (const envelope of old) await put(guest, owner, envelope);
  await refusal(put(guest, owner), 'sender-quota');
  clock.advance(20 * 24 * 3_600_000);
  await test.server.sweep();
  expect((await home.ask('drain', { after: 0n })).mail).toHaveLength(100);
  clock.advance(11 * 24 * 3_600_000);
  expect((await home.ask('drain', { after: 0n })).mail).toEqual([]);
  await test.server.sweep();
  expect(await test.server.status()).toMatchObject({ mail: 0 });
  expect(await put(guest, owner, old[0])).toBe(101n);
  expect((await home.ask('drain', { after: 0n })).mail.map((mail) => mail.sequence)).toEqual([101n]);
});

test('expired mail that was deposited again before the sweep keeps its new number', async () => {
  const clock = movableClock();
  const test = await startTestServer({ mailDays: 1 }, { clock });
  const { owner, home, guest } = await friends(test);
  const envelope = owner.envelope();
  expect(await put(guest, owner, envelope)).toBe(1n);
  clock.advance(25 * 3_600_000);
  expect(await put(guest, owner, envelope)).toBe(2n);
  await test.server.sweep();
  expect((await home.ask('drain', { after: 0n })).mail.map((mail) => mail.sequence)).toEqual([2n]);
  expect(await put(guest, owner, envelope)).toBe(2n);
});

test('the sweep goes through every mailbox', async () => {
  const clock = movableClock();
  const test = await startTestServer({ mailDays: 1 }, { clock });
  const depositor = new RawPerson('depositor');
  const owners = Array.from({ length: 6 }, (_, i) => new RawPerson(`owner-${'abcdef'[i]!}`));
  const guest = await depositor.introduce(test.server);
  for (const owner of owners) {
    const home = await owner.register(test.server);
    await home.ask('putGrant', { grant: owner.grant(depositor.account) });
    await put(guest, owner);
    await put(guest, owner);
  }
  expect(await test.server.status()).toMatchObject({ mail: 12 });
  clock.advance(25 * 3_600_000);
  await test.server.sweep();
  expect(await test.server.status()).toMatchObject({ mail: 0 });
});
