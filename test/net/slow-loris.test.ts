/**
 * Scenario row 2 at both programs, with the times of the protocol: what is opened and left, and what comes by a byte a second, is
 * closed; those who are only quiet stay.
 */
import { connect } from 'node:net';
import type { Stream } from '@libp2p/interface';
import { expect, onTestFinished, test } from 'vitest';
import { joinFrames } from '../../shared/net/framing.ts';
import { encodePush, encodeRequest } from '../../shared/net/messages.ts';
import { ChatMessage } from '../../shared/wire/generated/chat.js';
import { RendezvousRequest } from '../../shared/wire/generated/rendezvous.js';
import { FRAME_RATE_WINDOW_MS, HELLO_TIMEOUT_MS } from '../../shared/wire/limits.ts';
import { STATEMENT_PROTOCOL, WIRE_VERSION } from '../../shared/wire/protocols.ts';
import { registerPeer, startServer } from '../support/processes.ts';
import { RawConnection, RawDevice, RawPerson } from '../support/raw-client.ts';
import { until } from '../support/until.ts';
import { HostileFriend, targetOf } from './hostile-friend.ts';

/** On a machine with other work: an honest timer may be so late, and no more. */
const LATE_MS = 5_000;
/** Before it, closing would be against the protocol. Our own clock began a little before the server's. */
const EARLY_MS = 250;

interface Loris {
  readonly name: string;
  readonly begun: number;
  /** Within what time it must be closed. */
  readonly dueMs: number;
  isOver(): boolean;
}

const overOf = (stream: Stream) => (): boolean => stream.status !== 'open';
const loris = (name: string, stream: Stream, dueMs = HELLO_TIMEOUT_MS): Loris => ({
  name,
  begun: performance.now(),
  dueMs,
  isOver: overOf(stream),
});

/** A byte a second of a frame that would be whole in five minutes. */
function drip(stream: Stream, frame: Uint8Array): void {
  let sent = 0;
  const send = (): void => {
    if (stream.status === 'open') stream.send(joinFrames([frame]).subarray(sent, sent + 1));
    sent += 1;
  };
  send();
  const timer = setInterval(send, 1_000);
  onTestFinished(() => clearInterval(timer));
}

/** A connection on which nobody ever speaks, or that ends its words in the middle. */
function socketLoris(port: number, words: string): Loris {
  const socket = connect({ host: '127.0.0.1', port });
  socket.on('error', () => undefined).resume();
  if (words !== '') socket.write(words);
  onTestFinished(() => void socket.destroy());
  const name = words === '' ? 'a silent socket' : 'half a negotiation';
  return { name, begun: performance.now(), dueMs: HELLO_TIMEOUT_MS, isOver: () => socket.closed };
}

test('a stream that is left, and a byte a second, are closed in time by server and peer', async () => {
  const server = await startServer();
  const target = targetOf(server);
  const victim = await registerPeer('victim', server);
  const friend = await HostileFriend.of(victim, server, 'dripping');
  const device = new RawDevice();
  const frame = encodeRequest(1, RendezvousRequest.encode({ hello: { version: WIRE_VERSION } }));
  const long = encodeRequest(9, RendezvousRequest.encode({ ping: { payload: new Uint8Array(300) } }));
  const push = encodePush(ChatMessage.encode({ deliver: { firstSequence: 1n, envelopes: [new Uint8Array(300)] } }));

  // Before a hello: the hello's time. At the server…
  const left = (await device.open(target)).stream;
  const begun = (await device.open(target)).stream;
  begun.send(joinFrames([frame]).subarray(0, 5));
  const helloByBytes = (await device.open(target)).stream;
  const question = (await device.open(target, STATEMENT_PROTOCOL)).stream;
  const all = [
    loris('a stream that is opened and left', left),
    loris('a hello that is begun and left', begun),
    loris('a hello by a byte a second', helloByBytes),
    loris('a question that never comes', question),
    socketLoris(server.port, ''),
    socketLoris(server.port, '\x13/multistream/1.0.0\n'),
  ];
  drip(helloByBytes, long);
  // … and at the peer.
  const toPeer = await friend.open();
  all.push(loris('a chat stream that is opened and left', toPeer.stream));

  // Behind a hello: the rate, which is looked at when a frame has been open for a whole window.
  const second = new RawDevice();
  const greeted = await second.connect(target);
  await greeted.hello();
  const { stream: slow } = await second.open(target);
  const slowly = new RawConnection(slow, target, second);
  await slowly.hello();
  drip(slow, long);
  all.push(loris('a request by a byte a second', slow, 2 * FRAME_RATE_WINDOW_MS));
  const link = await friend.link();
  drip(link.stream, push);
  all.push(loris('a delivery by a byte a second', link.stream, 2 * FRAME_RATE_WINDOW_MS));
  const quiet = await new RawPerson('quiet').register(target);

  const tookMs = new Map<string, number>();
  await until(
    'all are closed',
    () => {
      for (const { name, begun: at, isOver } of all) {
        if (!tookMs.has(name) && isOver()) tookMs.set(name, performance.now() - at);
      }
      return tookMs.size === all.length;
    },
    { timeoutMs: 2 * FRAME_RATE_WINDOW_MS + LATE_MS },
  ).catch(() => undefined);
  const told = [...tookMs].map(([name, ms]) => `${name} ${(ms / 1_000).toFixed(1)} s`);
  console.log(`closed: ${told.join(', ')}`);
  for (const { name, dueMs } of all) expect(tookMs.get(name), name).toBeLessThan(dueMs + LATE_MS);
  // Who is closed before its time was closed for another reason.
  expect(tookMs.get('a stream that is opened and left')).toBeGreaterThan(HELLO_TIMEOUT_MS - EARLY_MS);
  expect(tookMs.get('a request by a byte a second')).toBeGreaterThan(FRAME_RATE_WINDOW_MS - EARLY_MS);
  expect(tookMs.get('a delivery by a byte a second')).toBeGreaterThan(FRAME_RATE_WINDOW_MS - EARLY_MS);
  // Between two frames one may be quiet for as long as one likes.
  expect(await quiet.ask('ping', {})).toBeDefined();
  expect(await greeted.ask('ping', {})).toBeDefined();
  expect((await victim.api.call('status')).state).toBe('online');
}, 90_000);
