/**
 * Whether attempts to connect leave this machine. A filter of its own that swallows them, or answers a reset in the other's name, looks like
 * silence or a refusal of the other; but then no packet goes out of the device, or the answer comes by loopback. The counters of Linux
 * (/proc/net/dev) say so to everybody. Other traffic counts too: only what agrees in every round is said.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSocket } from 'node:dgram';
import { isIPv4 } from 'node:net';
import { OTHER_PORT, tcpOutcome, type Target } from './probe-dial.ts';

/** In a round; few enough for every limit of connections, and more than a quiet machine sends in the same time. */
const BURST = 6;
const ROUNDS = 3;
/** A reset of the own system comes at once; a device counts within this. */
const ROUND_MS = 60;

/** Attempts that were refused: false: the refusals came by loopback, whoever it was in whose name. */
export async function refusedFromOutside(target: Target, signal: AbortSignal): Promise<boolean | null> {
  const rounds: (boolean | null)[] = [];
  for (let round = 0; round < ROUNDS && !signal.aborted; round += 1) {
    const idle = await packetsOf('lo', 'received', () => sleep(ROUND_MS));
    const counted = await packetsOf('lo', 'received', () => burst(target, signal));
    if (idle === null || counted === null) return null;
    if (counted < BURST) return true;
    rounds.push(counted - idle >= BURST && idle < BURST / 2 ? false : null);
  }
  return rounds.length === ROUNDS && rounds.every((each) => each === false) ? false : null;
}

/** Attempts to which nothing answers, where the device is known by which they leave, and it knows to whom. Datagrams show that it counts. */
export async function silentlyLeave(target: Target, device: string, signal: AbortSignal): Promise<boolean | null> {
  let left = 0;
  let datagrams = 0;
  for (let round = 0; round < ROUNDS && !signal.aborted; round += 1) {
    const shown = await packetsOf(device, 'sent', () => datagramBurst(target));
    const counted = await packetsOf(device, 'sent', () => burst(target, signal));
    if (shown === null || counted === null) return null;
    datagrams += shown;
    left += counted;
  }
  const all = BURST * ROUNDS;
  if (left >= all) return true;
  return datagrams >= all && left < all / 3 ? false : null;
}

async function burst(target: Target, signal: AbortSignal): Promise<void> {
  await Promise.all([sleep(ROUND_MS), ...Array.from({ length: BURST }, () => tcpOutcome(target, ROUND_MS, signal))]);
}

async function datagramBurst({ host }: Target): Promise<void> {
  const socket = createSocket(isIPv4(host) ? 'udp4' : 'udp6');
  socket.on('error', () => undefined);
  try {
    for (let sent = 0; sent < BURST; sent += 1) socket.send('', OTHER_PORT, host, () => undefined);
    await sleep(ROUND_MS);
  } finally {
    socket.close();
  }
}

/** How many more there are after it; null: this system does not say. */
async function packetsOf(
  device: string,
  which: 'received' | 'sent',
  during: () => Promise<unknown>,
): Promise<number | null> {
  const before = await counterOf(device, which);
  await during();
  const after = await counterOf(device, which);
  return before === null || after === null ? null : after - before;
}

/** Columns of /proc/net/dev behind the name: eight of what was received, then what was sent; packets are the second of each. */
async function counterOf(device: string, which: 'received' | 'sent'): Promise<number | null> {
  const text = await readFile('/proc/net/dev', 'utf8').catch(() => '');
  for (const line of text.split('\n')) {
    const [name = '', numbers = ''] = line.split(':');
    if (name.trim() !== device) continue;
    const value = Number(numbers.trim().split(/\s+/)[which === 'received' ? 1 : 9]);
    return Number.isFinite(value) ? value : null;
  }
  return null;
}
