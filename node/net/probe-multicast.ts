/**
 * Whether multicast DNS (RFC 6762) works from here: a question is sent out of each interface, and heard by a socket of our own and, where
 * there is one, by a responder of another machine. The first says of this machine alone: the kernel loops it back before any cable. Machines
 * that were met before are asked alone as well, with another id: who answers that and not the other has not heard it.
 */
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import type { InterfaceSeen, MulticastSeen } from '../core/doctor-seen.ts';
import { neighboursSeen } from './probe-machine.ts';

const GROUP = '224.0.0.251';
const PORT = 5353;
/** Responders wait up to 120 ms before they answer a shared question; the question goes out three times, for a datagram may be lost. */
const LISTEN_MS = 1_800;
const ASK_AT_MS = [0, 400, 1_000];
const MAX_INTERFACES = 4;
/** Machines of the same network, as this one has met them, that are asked alone. */
const MAX_ASKED = 8;
/** More answers than these tell nothing more. */
const MAX_OTHERS = 64;
/** _services._dns-sd._udp.local, PTR, IN: which every responder with any service answers (RFC 6763 section 9). */
const NAME = ['_services', '_dns-sd', '_udp', 'local'];

/** @param id 16 bits, by which our own question is known again */
export async function multicastSeen(
  interfaces: readonly InterfaceSeen[],
  id: number,
  signal: AbortSignal,
): Promise<readonly MulticastSeen[]> {
  const usable = interfaces.filter(({ family, scope, tunnel }) => family === 4 && scope !== 'loopback' && !tunnel);
  const own = new Set(interfaces.map(({ address }) => address));
  const byName = new Map(usable.map((each) => [each.name, each]));
  return await Promise.all(
    [...byName.values()].slice(0, MAX_INTERFACES).map((each) => oneInterface(each, own, id & 0xffff, signal)),
  );
}

async function oneInterface(
  { name, address }: InterfaceSeen,
  own: ReadonlySet<string>,
  id: number,
  signal: AbortSignal,
): Promise<MulticastSeen> {
  const listener = createSocket({ type: 'udp4', reuseAddr: true });
  const sender = createSocket({ type: 'udp4', reuseAddr: true });
  const question = questionOf(id);
  const alone = questionOf(id ^ 1);
  const others = new Set<string>();
  const direct = new Set<string>();
  let heardOurselves = false;
  let sent: MulticastSeen['sent'] = 'failed';
  const hear = (message: Buffer, from: { readonly address: string }): void => {
    if (message.equals(question)) heardOurselves = true;
    else if (!own.has(from.address) && isAnswer(message)) {
      // Who is asked alone says which question it was; what comes to the group was said to all.
      const answered = message.readUInt16BE(0) === (id ^ 1) ? direct : others;
      if (answered.size < MAX_OTHERS) answered.add(from.address);
    }
  };
  try {
    await bound(listener, PORT);
    listener.addMembership(GROUP, address);
    listener.on('message', hear);
    await bound(sender, 0, address);
    // Answers to a question that does not come from port 5353 go to its sender alone (RFC 6762 section 6.7).
    sender.on('message', hear);
    sender.setMulticastInterface(address);
    sender.setMulticastLoopback(true);
    sender.setMulticastTTL(255);
    const timers = ASK_AT_MS.map((at) =>
      setTimeout(() => {
        sender.send(question, PORT, GROUP, (error: NodeJS.ErrnoException | null) => {
          if (error === null) sent = 'sent';
          else if (sent !== 'sent') sent = error.code === 'EPERM' || error.code === 'EACCES' ? 'forbidden' : 'failed';
        });
      }, at),
    );
    const met = (await neighboursSeen()) ?? [];
    for (const { address: to } of met.filter((each) => each.interface === name && each.answers).slice(0, MAX_ASKED)) {
      sender.send(alone, PORT, to, () => undefined);
    }
    await rest(LISTEN_MS, signal);
    for (const timer of timers) clearTimeout(timer);
  } catch {
    // As far as it went.
  } finally {
    close(listener);
    close(sender);
  }
  return { name, sent, heardOurselves, others: others.size, direct: direct.size };
}

function questionOf(id: number): Buffer {
  const labels = NAME.flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]);
  const header = Buffer.alloc(12);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(1, 4);
  return Buffer.concat([header, ...labels, Buffer.from([0, 0, 12, 0, 1])]);
}

/** A response that has an answer; what it says is not looked at. */
const isAnswer = (message: Buffer): boolean =>
  message.length >= 12 && (message.readUInt8(2) & 0x80) !== 0 && message.readUInt16BE(6) > 0;

async function bound(socket: Socket, port: number, address?: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind({ port, ...(address === undefined ? {} : { address }) }, () => {
      socket.off('error', reject);
      socket.on('error', () => undefined);
      resolve();
    });
  });
}

function close(socket: Socket): void {
  try {
    socket.close();
  } catch {
    // It was never bound.
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
