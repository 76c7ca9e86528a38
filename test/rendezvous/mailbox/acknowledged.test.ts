/**
 * What was acknowledged is kept: the three ways in which other servers lost such mail, at a real server process, some thousand mails
 * each. A signed receipt is the server's acknowledgement to a depositor; the owner's, which deletes, is his own.
 */
import { expect, onTestFinished, test } from 'vitest';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { openReceipt } from '../../../shared/crypto/statements.ts';
import { isMiyuError } from '../../../shared/errors.ts';
import { toHex } from '../../../shared/ids.ts';
import type { Mail } from '../../../shared/wire/generated/rendezvous.js';
import { RawPerson, type RawConnection } from '../../support/raw-client.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { startProcess, type ServerProcess } from '../server/process.ts';

const NEWCOMERS_WELCOME = ['--accept-per-address', '1000', '--accept-total', '1000'];
const MANY_AT_ONCE = 16;

/** Of one mailbox: envelope id → number, of all that was receipted. */
type Receipted = Map<string, bigint>;

const idOf = ({ envelope }: Pick<Mail, 'envelope'>): string => toHex(sha256(envelope));

/** One deposit; its receipt is checked and noted. */
async function deposit(guest: RawConnection, owner: RawPerson, receipted: Receipted): Promise<void> {
  const envelope = owner.envelope();
  const envelopeId = sha256(envelope);
  const { receipt } = await guest.ask('deposit', { owner: owner.account, envelope });
  const { sequence } = openReceipt(receipt!, guest.target.server, { owner: owner.account, envelopeId });
  receipted.set(toHex(envelopeId), sequence);
}

async function drainAll(home: RawConnection): Promise<Mail[]> {
  const mail: Mail[] = [];
  for (let more = true; more;) {
    const page = await home.ask('drain', { after: mail.at(-1)?.sequence ?? 0n });
    mail.push(...page.mail);
    ({ more } = page);
  }
  return mail;
}

/** Every receipted mail is there under its number, once; there may be some whose receipt was cut off. */
function expectKept(mail: readonly Mail[], receipted: Receipted): void {
  const there = new Map(mail.map((each) => [idOf(each), each.sequence]));
  expect(there.size).toBe(mail.length);
  const lost = [...receipted].filter(([id, sequence]) => there.get(id) !== sequence);
  expect(lost).toEqual([]);
}

async function friendsOf(owner: RawPerson, home: RawConnection, count: number): Promise<RawPerson[]> {
  const friends = Array.from({ length: count }, (_, i) => new RawPerson(`friend ${String(i)}`));
  for (const { account } of friends) await home.ask('putGrant', { grant: owner.grant(account) });
  return friends;
}

const introduced = (friends: readonly RawPerson[], { target }: ServerProcess): Promise<RawConnection[]> =>
  Promise.all(friends.map((friend) => friend.introduce(target)));

const leave = (people: readonly RawPerson[]): Promise<unknown> =>
  Promise.all(people.map(({ device }) => device.stop()));

test('kill -9 amid deposits by twenty friends, five times: 0 of what was receipted is lost', async () => {
  const folder = await temporaryFolder();
  const owner = new RawPerson('owner');
  const receipted: Receipted = new Map();
  let friends: RawPerson[] = [];
  const settings = [...NEWCOMERS_WELCOME, '--sender-items', '100000', '--mailbox-items', '100000'];
  for (let round = 1; round <= 5; round += 1) {
    const server = await startProcess(folder, settings);
    if (round === 1) friends = await friendsOf(owner, await owner.register(server.target), 20);
    const guests = await introduced(friends, server);
    let killed: Promise<unknown> | undefined;
    const lanes = guests.flatMap((guest) =>
      Array.from({ length: MANY_AT_ONCE / 4 }, async () => {
        // Ends by the error that the server's end is.
        for (;;) {
          await deposit(guest, owner, receipted);
          if (receipted.size >= 850 * round) killed ??= server.end('SIGKILL');
        }
      }),
    );
    await Promise.allSettled(lanes);
    await killed;
    await leave([owner, ...friends]);
  }
  const { target } = await startProcess(folder, settings);
  const mail = await drainAll(await owner.login(target));
  expect(receipted.size).toBeGreaterThanOrEqual(4_000);
  expectKept(mail, receipted);
  console.log(`killed 5 times amid deposits: 0 of ${String(receipted.size)} receipted mails lost`);
}, 240_000);

test('a full mailbox, again and again, with a kill -9 in the flood: a refusal is no receipt, and a receipt is mail', async () => {
  const folder = await temporaryFolder();
  const room = 1_050;
  const settings = [...NEWCOMERS_WELCOME, '--sender-items', '300', '--mailbox-items', String(room)];
  const owner = new RawPerson('owner');
  let friends: RawPerson[] = [];
  let [kept, refused] = [0, 0];
  for (let round = 1; round <= 4; round += 1) {
    const receipted: Receipted = new Map();
    const server = await startProcess(folder, settings);
    if (round === 1) friends = await friendsOf(owner, await owner.register(server.target), 5);
    const guests = await introduced(friends, server);
    // Until each has met the quota, its own or the mailbox's; then one goes on, and the server dies amid its refusals.
    const flood = async (guest: RawConnection): Promise<void> => {
      for (let full = 0; full < 20;) {
        try {
          await deposit(guest, owner, receipted);
        } catch (error) {
          if (!isMiyuError(error, 'sender-quota') && !isMiyuError(error, 'mailbox-full')) throw error;
          full += 1;
          refused += 1;
        }
      }
    };
    await Promise.all(guests.flatMap((guest) => Array.from({ length: MANY_AT_ONCE }, () => flood(guest))));
    expect(receipted.size).toBe(room);
    const last = guests.map((guest) => flood(guest).catch(() => undefined));
    await server.end('SIGKILL');
    await Promise.all(last);
    await leave([owner, ...friends]);
    const again = await startProcess(folder, settings);
    const home = await owner.login(again.target);
    const mail = await drainAll(home);
    expectKept(mail, receipted);
    // Nothing that was refused is there.
    expect(mail).toHaveLength(room);
    kept += mail.length;
    await home.ask('acknowledge', { upTo: mail.at(-1)!.sequence });
    await again.end('SIGTERM');
    await owner.device.stop();
  }
  expect(kept).toBeGreaterThanOrEqual(4_000);
  console.log(`full 4 times: ${String(refused)} refused, 0 of ${String(kept)} receipted mails lost`);
}, 240_000);

test('an owner who vanishes amid draining, again and again: nothing is gone that he has not acknowledged', async () => {
  const server = await startProcess(await temporaryFolder(), [
    ...NEWCOMERS_WELCOME,
    ...['--sender-items', '100000', '--mailbox-items', '100000'],
  ]);
  const owner = new RawPerson('owner');
  const home = await owner.register(server.target);
  const [friend] = await friendsOf(owner, home, 1);
  const receipted: Receipted = new Map();
  const guest = await friend!.introduce(server.target);
  const lanes = Array.from({ length: 64 }, async () => {
    while (receipted.size < 4_000) await deposit(guest, owner, receipted);
  });
  await Promise.all(lanes);
  await owner.device.stop();

  const taken: Mail[] = [];
  let vanished = 0;
  let [acknowledged, askedToForget] = [0n, 0n];
  while (taken.length < receipted.size) {
    const connection = await owner.login(server.target);
    const node = await owner.device.node();
    onTestFinished(() => owner.device.stop());
    const limit = 7 + 11 * (vanished % 12);
    for (let page = 0; ; page += 1) {
      const last = taken.at(-1)?.sequence ?? 0n;
      // A new client asks from the beginning: it is handed what it has not acknowledged, and every bit of it.
      const { mail, more } = await connection.ask('drain', { after: page === 0 ? 0n : last, limit });
      const first = mail[0]?.sequence ?? last + 1n;
      if (page === 0) {
        expect(first).toBeGreaterThan(acknowledged);
        expect(first).toBeLessThanOrEqual(askedToForget + 1n);
      }
      for (const [i, each] of mail.entries()) expect(each.sequence).toBe(first + BigInt(i));
      taken.push(...mail.filter(({ sequence }) => sequence > last));
      const upTo = mail.at(-1)?.sequence ?? last;
      const way = (vanished + page) % 4;
      if (way === 1 && page > 0) break;
      askedToForget = upTo > askedToForget ? upTo : askedToForget;
      const asked = connection.ask('acknowledge', { upTo });
      if (way === 2) {
        // On its way, or half done.
        asked.catch(() => undefined);
        break;
      }
      await asked;
      acknowledged = upTo;
      if (way === 3 || !more) break;
    }
    vanished += 1;
    for (const each of node.getConnections()) each.abort(new Error('gone'));
    await owner.device.stop();
  }
  expect(new Map(taken.map((each) => [idOf(each), each.sequence]))).toEqual(receipted);
  expect(taken.map(({ sequence }) => sequence)).toEqual(taken.map((_, i) => BigInt(i + 1)));
  console.log(`vanished ${String(vanished)} times: 0 of ${String(receipted.size)} mails lost`);
  expect(vanished).toBeGreaterThan(30);
}, 240_000);
