/**
 * Scenario row 18 at a real server: friends deposit far beyond what they may. What was receipted is kept through a kill -9 and
 * handed out once; what was not is a refusal that says why.
 */
import { expect, test } from 'vitest';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { openReceipt } from '../../../shared/crypto/statements.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { toHex } from '../../../shared/ids.ts';
import { RawPerson } from '../../support/raw-client.ts';
import type { RawConnection } from '../../support/raw-client.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { startProcess } from '../server/process.ts';

const SENDER_ITEMS = 20;
const MAILBOX_ITEMS = 600;
const FRIENDS = 100;
/** Of each: twice what it may, or thrice. */
const ALONE = 3 * SENDER_ITEMS;
const TOGETHER = 10;

const SETTINGS = [
  ...['--sender-items', String(SENDER_ITEMS), '--mailbox-items', String(MAILBOX_ITEMS)],
  ...['--accept-per-address', '1000', '--accept-total', '1000', '--registrations-per-minute', '1000'],
];

/** Every deposit of a test, by its envelope. */
class Deposits {
  readonly #owner: RawPerson;
  /** Envelope id → number in the mailbox, for what was receipted. */
  readonly receipted = new Map<string, bigint>();
  readonly refused: MiyuError[] = [];

  constructor(owner: RawPerson) {
    this.#owner = owner;
  }

  async put(guest: RawConnection): Promise<void> {
    const envelope = this.#owner.envelope();
    const envelopeId = sha256(envelope);
    try {
      const { receipt } = await guest.ask('deposit', { owner: this.#owner.account, envelope });
      const expected = { owner: this.#owner.account, envelopeId };
      this.receipted.set(toHex(envelopeId), openReceipt(receipt!, guest.target.server, expected).sequence);
    } catch (error) {
      if (!(error instanceof MiyuError)) throw error;
      this.refused.push(error);
    }
  }

  /** Many at once on one connection. @returns how many of them were receipted */
  async flood(guest: RawConnection, times: number): Promise<number> {
    const before = this.receipted.size;
    await Promise.all(Array.from({ length: times }, () => this.put(guest)));
    return this.receipted.size - before;
  }

  expectRefused(code: string, detail: number, times: number): void {
    expect(this.refused).toHaveLength(times);
    for (const error of this.refused.splice(0)) {
      expect([error.code, error.detail]).toEqual([code, detail]);
      expect(error.retryAfterMs).toBeGreaterThan(0);
    }
  }

  /** The mailbox hands out what was receipted under its numbers, in order, and nothing else. */
  async expectDrained(home: RawConnection): Promise<void> {
    const drained = await this.#drain(home);
    const byNumber = [...this.receipted].toSorted(([, a], [, b]) => Number(a - b));
    expect(drained).toEqual(byNumber);
    await home.ask('acknowledge', { upTo: drained.at(-1)![1] });
    this.receipted.clear();
  }

  async #drain(home: RawConnection): Promise<[string, bigint][]> {
    const drained: [string, bigint][] = [];
    for (let after = 0n, more = true; more;) {
      const page = await home.ask('drain', { after });
      drained.push(...page.mail.map((mail): [string, bigint] => [toHex(sha256(mail.envelope)), mail.sequence]));
      ({ more } = page);
      after = page.mail.at(-1)?.sequence ?? after;
    }
    return drained;
  }
}

/** Somebody who may deposit. */
async function friendOf(owner: RawPerson, home: RawConnection, name: string): Promise<RawPerson> {
  const friend = new RawPerson(name);
  await home.ask('putGrant', { grant: owner.grant(friend.account) });
  return friend;
}

async function guestOf(owner: RawPerson, home: RawConnection, name: string): Promise<RawConnection> {
  return (await friendOf(owner, home, name)).introduce(home.target);
}

test('one friend far beyond its quota: refusals, no false receipt, and room for everybody else', async () => {
  const folder = await temporaryFolder();
  const first = await startProcess(folder, SETTINGS);
  const owner = new RawPerson('owner');
  const home = await owner.register(first.target);
  const flooder = await friendOf(owner, home, 'flooder');
  const honest = await guestOf(owner, home, 'honest');
  const mail = new Deposits(owner);
  const flooding = await flooder.introduce(first.target);
  const honestMail = (async (): Promise<void> => {
    for (let i = 0; i < SENDER_ITEMS; i += 1) await mail.put(honest);
  })();
  await Promise.all([mail.flood(flooding, ALONE), honestMail]);
  // All of the honest one's, and of the other's as many as it may have there, though it asked for all of them at once.
  mail.expectRefused('sender-quota', SENDER_ITEMS, ALONE - SENDER_ITEMS);
  expect(mail.receipted.size).toBe(2 * SENDER_ITEMS);

  await first.end('SIGKILL');
  await owner.device.stop();
  const second = await startProcess(folder, SETTINGS);
  const back = await owner.login(second.target);
  await mail.expectDrained(back);
  // What it may have there is its own again when its mail is fetched: as much as before, and no more.
  await flooder.device.stop();
  expect(await mail.flood(await flooder.introduce(second.target), ALONE)).toBe(SENDER_ITEMS);
  mail.expectRefused('sender-quota', SENDER_ITEMS, ALONE - SENDER_ITEMS);
  await mail.expectDrained(back);
}, 60_000);

test('a hundred friends fill the mailbox: refusals, nothing lost at a kill -9, and room again with each drain', async () => {
  const folder = await temporaryFolder();
  const first = await startProcess(folder, SETTINGS);
  const owner = new RawPerson('owner');
  const home = await owner.register(first.target);
  const honest = await guestOf(owner, home, 'honest');
  const flooders = await Promise.all(
    Array.from({ length: FRIENDS }, async (_, i) => guestOf(owner, home, `flooder ${String(i)}`)),
  );
  const mail = new Deposits(owner);
  // Before the mailbox is full, an honest friend gets in among them.
  await Promise.all([...flooders.map((guest) => mail.flood(guest, TOGETHER / 2)), mail.put(honest)]);
  expect(mail.refused).toEqual([]);
  await Promise.all(flooders.map((guest) => mail.flood(guest, TOGETHER / 2)));
  mail.expectRefused('mailbox-full', MAILBOX_ITEMS, FRIENDS * TOGETHER + 1 - MAILBOX_ITEMS);
  expect(mail.receipted.size).toBe(MAILBOX_ITEMS);
  // Then it is told so, as everybody is; it has it still, and sends it again.
  expect(await mail.flood(honest, 1)).toBe(0);
  mail.expectRefused('mailbox-full', MAILBOX_ITEMS, 1);

  await first.end('SIGKILL');
  await owner.device.stop();
  const second = await startProcess(folder, SETTINGS);
  const back = await owner.login(second.target);
  await mail.expectDrained(back);
  const late = await guestOf(owner, back, 'late');
  expect(await mail.flood(late, 1)).toBe(1);
  await mail.expectDrained(back);
}, 60_000);
