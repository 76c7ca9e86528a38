import { expect, test } from 'vitest';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { openReceipt } from '../../../shared/crypto/statements.ts';
import { toHex } from '../../../shared/ids.ts';
import type { Mail } from '../../../shared/wire/generated/rendezvous.js';
import { RawPerson, type RawConnection } from '../../support/raw-client.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { startProcess } from './process.ts';

const ROUNDS = 3;

async function drainAll(home: RawConnection): Promise<Mail[]> {
  const mail: Mail[] = [];
  for (let more = true; more;) {
    const page = await home.ask('drain', { after: mail.at(-1)?.sequence ?? 0n });
    mail.push(...page.mail);
    ({ more } = page);
  }
  return mail;
}

test('killed amid deposits, again and again: whatever was receipted is delivered once, under its number', async () => {
  const folder = await temporaryFolder();
  const owner = new RawPerson('owner');
  const friend = new RawPerson('friend');
  const receipted = new Map<string, bigint>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const { target, end } = await startProcess(folder);
    const home = round === 0 ? await owner.register(target) : await owner.login(target);
    if (round === 0) await home.ask('putGrant', { grant: owner.grant(friend.account) });
    const guest = await friend.introduce(target);
    const ended: Promise<unknown>[] = [];
    const before = receipted.size;
    let killed = false;
    const lanes = Array.from({ length: 16 }, async () => {
      while (!killed) {
        const envelope = owner.envelope();
        const { receipt } = await guest.ask('deposit', { owner: owner.account, envelope });
        const id = sha256(envelope);
        receipted.set(toHex(id), openReceipt(receipt!, target.server, { envelopeId: id }).sequence);
        if (receipted.size >= before + 150 && !killed) {
          killed = true;
          ended.push(end('SIGKILL'));
        }
      }
    });
    await Promise.allSettled(lanes);
    await Promise.all(ended);
    await owner.device.stop();
    await friend.device.stop();
  }
  const { target } = await startProcess(folder);
  const mail = await drainAll(await owner.login(target));
  const delivered = new Map(mail.map(({ envelope, sequence }) => [toHex(sha256(envelope)), sequence]));
  expect(delivered.size).toBe(mail.length);
  for (const [id, sequence] of receipted) expect(delivered.get(id)).toBe(sequence);
  expect(mail.map((each) => each.sequence)).toEqual(mail.map((_, i) => BigInt(i + 1)));
});
