/** Circuit relay v2 by hand: what a device asks a relay for, and what one who is called answers. */
import type { Stream } from '@libp2p/interface';
import { pbStream } from '@libp2p/utils';
import { HopMessage, StopMessage } from '../../shared/wire/generated/relay.js';
import { HOP, HOP_PROTOCOL, RELAY_STATUS, STOP, STOP_PROTOCOL } from '../../shared/wire/protocols.ts';
import type { RawDevice, Target } from './raw-client.ts';

export interface Answered {
  readonly status: number | undefined;
  readonly message: HopMessage;
  /** What it has become, where it is a link now. */
  readonly stream: Stream;
}

async function ask(device: RawDevice, target: Target, message: HopMessage): Promise<Answered> {
  const { stream } = await device.open(target, HOP_PROTOCOL);
  const messages = pbStream(stream);
  const hop = messages.pb(HopMessage);
  await hop.write(message);
  const answer = await hop.read();
  const isLink = message.type === HOP.connect && answer.status === RELAY_STATUS.ok;
  if (!isLink) await stream.close();
  return { status: answer.status, message: answer, stream: isLink ? messages.unwrap() : stream };
}

export const reserve = (device: RawDevice, target: Target): Promise<Answered> =>
  ask(device, target, { type: HOP.reserve });

/** @param called PeerId bytes */
export const connect = (device: RawDevice, target: Target, called: Uint8Array): Promise<Answered> =>
  ask(device, target, { type: HOP.connect, peer: { id: called, addrs: [] } });

/** From now on every caller is let in. */
export async function takeCalls(device: RawDevice, onCall: (stream: Stream) => void): Promise<void> {
  const node = await device.node();
  await node.handle(STOP_PROTOCOL, async (stream) => {
    const messages = pbStream(stream);
    const stop = messages.pb(StopMessage);
    await stop.read();
    await stop.write({ type: STOP.status, status: RELAY_STATUS.ok });
    onCall(messages.unwrap());
  });
}
