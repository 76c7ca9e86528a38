/** Scenario row 17: what one hostile peer costs that asks for all at once, or on all the streams that it may have. */
import { expect, test } from 'vitest';
import { MAX_STREAMS } from '../../rendezvous/limits.ts';
import { joinFrames } from '../../shared/net/framing.ts';
import { encodeRequest } from '../../shared/net/messages.ts';
import { RendezvousRequest } from '../../shared/wire/generated/rendezvous.js';
import { MAX_OPEN_REQUESTS } from '../../shared/wire/limits.ts';
import { startProcess } from '../rendezvous/server/process.ts';
import { RawConnection, RawDevice, RawPerson } from '../support/raw-client.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';
import { NAMES } from './hostile-friend.ts';
import { CAN_LOOK, collectOnSignal, MAX_BYTES_PER_HOSTILE_PEER, MiB, residentBytes, settledBytes } from './victim.ts';

/** Before whom others did the same: what the program itself grows by is no cost of one of them. */
const HOSTILE = 20;
const WARM_UP = 4;
const WELCOME = ['--accept-per-address', '1000', '--accept-total', '1000', '--registrations-per-minute', '1000'];
const DRAIN = RendezvousRequest.encode({ drain: { after: 0n, limit: 0 } });

test.skipIf(!CAN_LOOK).each([
  ['a whole window of drains in one piece', 1, MAX_OPEN_REQUESTS - 6],
  ['on every stream that it may have, as much as may wait for each', MAX_STREAMS, 11],
])(
  '%s',
  async (what, streams, drains) => {
    collectOnSignal();
    const { target, child } = await startProcess(await temporaryFolder(), WELCOME);
    const pid = child.pid!;
    const depositor = new RawPerson('depositor');
    const guest = await depositor.introduce(target);
    const opened = [];
    for (const name of NAMES.slice(0, WARM_UP + HOSTILE)) {
      const person = new RawPerson(name);
      const home = await person.register(target);
      await home.ask('putGrant', { grant: person.grant(depositor.account) });
      for (let i = 0; i < 3; i += 1) {
        await guest.ask('deposit', { owner: person.account, envelope: person.envelope(58_000) });
      }
      await person.device.stop();
      const device = new RawDevice(person.device.seed);
      for (let i = 0; i < streams; i += 1) {
        const { stream } = await device.open(target);
        const link = new RawConnection(stream, target, device);
        await link.hello();
        await person.loginOn(link);
        stream.pause();
        opened.push(stream);
      }
    }
    let id = 1_000;
    const ask = (all: readonly { send(bytes: Uint8Array): unknown }[]): void => {
      for (const stream of all) {
        stream.send(joinFrames(Array.from({ length: drains }, () => encodeRequest((id += 1), DRAIN))));
      }
    };
    ask(opened.slice(0, WARM_UP * streams));
    const before = await settledBytes(pid);
    let most = before;
    ask(opened.slice(WARM_UP * streams));
    let looks = 0;
    await until(
      'it has been looked at for a while',
      () => {
        most = Math.max(most, residentBytes(pid));
        looks += 1;
        return looks > 200;
      },
      { everyMs: 5 },
    );
    await guest.ask('ping', {});
    const after = await settledBytes(pid);
    console.log(
      `${what}: ${((after - before) / HOSTILE / MiB).toFixed(1)} MiB, at the most ${((most - before) / HOSTILE / MiB).toFixed(1)}`,
    );
    // What is held for it. The most, which is told, has what was thrown away and not collected yet in it.
    expect((after - before) / HOSTILE).toBeLessThanOrEqual(MAX_BYTES_PER_HOSTILE_PEER);
  },
  60_000,
);
