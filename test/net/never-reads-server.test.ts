/** Scenario row 17 at the server: clients ask for all they can get, and never take an answer. */
import { expect, onTestFinished, test } from 'vitest';
import { joinFrames } from '../../shared/net/framing.ts';
import { encodeRequest } from '../../shared/net/messages.ts';
import { RendezvousRequest } from '../../shared/wire/generated/rendezvous.js';
import { MAX_FRAME_BYTES, READ_HIGH_WATER_BYTES, WRITE_HIGH_WATER_BYTES } from '../../shared/wire/limits.ts';
import { startProcess } from '../rendezvous/server/process.ts';
import { RawConnection, RawPerson } from '../support/raw-client.ts';
import type { Target } from '../support/raw-client.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { NAMES, stopReading } from './hostile-friend.ts';
import { PROMPT_MS, Waits } from './promptness.ts';
import { CAN_LOOK, collectOnSignal, MAX_BYTES_PER_HOSTILE_PEER, MiB, residentBytes, settledBytes } from './victim.ts';

const HOSTILE = 20;
/** Three of them make the largest page that a drain may answer with. */
const LARGE_BYTES = 58_000;
const PAGE_BYTES = 3 * LARGE_BYTES + 1_024;
/** As many pages as may wait for one stream: with one more, the server ends it and forgets them. */
const PAGES = Math.floor((2 * WRITE_HIGH_WATER_BYTES) / PAGE_BYTES);
/** Requests of the largest size that may wait for one stream, but one. */
const LARGE_REQUESTS = Math.floor(READ_HIGH_WATER_BYTES / MAX_FRAME_BYTES) - 1;

const NEWCOMERS_WELCOME = [
  '--accept-per-address',
  '1000',
  '--accept-total',
  '1000',
  '--registrations-per-minute',
  '1000',
];
const DRAIN = RendezvousRequest.encode({ drain: { after: 0n, limit: 0 } });
/** Refused, and held until its refusal has been taken. */
const LARGE_PING = RendezvousRequest.encode({ ping: { payload: new Uint8Array(MAX_FRAME_BYTES - 1_024) } });
/** Beyond the ids that the client's own channel has used. */
const FIRST_ID = 1_000;

/** One who has mail for the largest page. */
async function withMail(target: Target, depositor: RawPerson, guest: RawConnection, name: string): Promise<RawPerson> {
  const person = new RawPerson(name);
  const home = await person.register(target);
  await home.ask('putGrant', { grant: person.grant(depositor.account) });
  for (let i = 0; i < 3; i += 1) {
    await guest.ask('deposit', { owner: person.account, envelope: person.envelope(LARGE_BYTES) });
  }
  await person.device.stop();
  return person;
}

/** Signed in; from now on it takes nothing: of its socket, or (so that it can go on sending) of its stream. */
async function signInAndFallSilent(target: Target, person: RawPerson, of: 'socket' | 'stream') {
  const { stream, connection } = await person.device.open(target);
  const home = new RawConnection(stream, target, person.device);
  await home.hello();
  await person.loginOn(home);
  if (of === 'socket') stopReading(connection);
  else stream.pause();
  let id = FIRST_ID;
  const ask = (body: Uint8Array, times: number): void => {
    if (stream.status !== 'open') return;
    stream.send(joinFrames(Array.from({ length: times }, () => encodeRequest((id += 1), body))));
  };
  return { of, ask, isOpen: () => stream.status === 'open' };
}

test.skipIf(!CAN_LOOK)(
  'each client that never reads costs the server a bounded amount, and the honest are served',
  async () => {
    collectOnSignal();
    const { target, child } = await startProcess(await temporaryFolder(), NEWCOMERS_WELCOME);
    const depositor = new RawPerson('depositor');
    const guest = await depositor.introduce(target);
    const people: RawPerson[] = [];
    for (const name of NAMES.slice(0, HOSTILE)) people.push(await withMail(target, depositor, guest, name));
    const honest = new RawPerson('honest');
    const home = await honest.register(target);
    await home.ask('putGrant', { grant: honest.grant(depositor.account) });
    const pid = child.pid!;
    const before = await settledBytes(pid);
    let most = before;
    const looking = setInterval(() => (most = Math.max(most, residentBytes(pid))), 10);
    onTestFinished(() => clearInterval(looking));

    const hostile = await Promise.all(
      people.map(async (person, i) => signInAndFallSilent(target, person, i % 2 === 0 ? 'socket' : 'stream')),
    );
    const waits = new Waits();
    const sent: Uint8Array[] = [];
    for (let round = 0; round < PAGES; round += 1) {
      for (const { ask } of hostile) ask(DRAIN, 1);
      const envelope = honest.envelope();
      await waits.of(() => guest.ask('deposit', { owner: honest.account, envelope }));
      sent.push(envelope);
    }
    // What is asked while nothing can be answered waits too, and has a bound of its own.
    for (let i = 0; i < LARGE_REQUESTS; i += 1) {
      for (const { of, ask } of hostile) if (of === 'stream') ask(LARGE_PING, 1);
      await waits.of(() => guest.ask('ping', {}));
    }
    const page = await waits.of(() => home.ask('drain', { after: 0n }));
    expect(page.mail.map(({ envelope }) => envelope)).toEqual(sent);
    const perPeer = ((await settledBytes(pid)) - before) / HOSTILE;
    expect(hostile.filter(({ isOpen }) => isOpen())).toHaveLength(HOSTILE);

    // And whoever goes on asking is given up.
    for (let round = 0; round < PAGES; round += 1) {
      for (const { ask } of hostile) ask(DRAIN, 2);
      await waits.of(() => guest.ask('ping', {}));
    }
    const newcomer = new RawPerson('newcomer');
    await newcomer.device.node();
    await waits.of(() => newcomer.register(target));
    const perInsistent = ((await settledBytes(pid)) - before) / HOSTILE;

    console.log(
      `server: ${(perPeer / MiB).toFixed(1)} MiB for each client that never reads, ${(perInsistent / MiB).toFixed(1)} when it ` +
        `goes on asking, ${((most - before) / HOSTILE / MiB).toFixed(1)} at the most; ${waits.toString()}`,
    );
    expect(perPeer).toBeLessThanOrEqual(MAX_BYTES_PER_HOSTILE_PEER);
    expect(perInsistent).toBeLessThanOrEqual(MAX_BYTES_PER_HOSTILE_PEER);
    expect(waits.longestMs).toBeLessThan(PROMPT_MS);
    expect(child.exitCode).toBeNull();
  },
  120_000,
);
