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
/** Whoever has just refused does so again at once; a busy machine hears of it late. */
const REFUSED_MS = 1_500;

/**
 * Attempts that were refused: false: the refusals came by loopback, whoever it was in whose name; true: they did not, for fewer packets came
 * there than attempts were refused.
 */
export async function refusedFromOutside(target: Target, signal: AbortSignal): Promise<boolean | null> {
  let [idle, counted] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const quiet = await packetsOf('lo', 'received', () => sleep(ROUND_MS));
    const refusals = { all: true };
    const came = await packetsOf('lo', 'received', async () => {
      const attempts = Array.from({ length: BURST }, () => tcpOutcome(target, REFUSED_MS, signal));
      refusals.all = (await Promise.all(attempts)).every((outcome) => outcome === 'refused');
    });
    if (quiet === null || came === null || !refusals.all) return null;
    if (came < BURST) return true;
    idle += quiet;
    counted += came;
  }
  return idle < counted / 2 ? false : null;
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
