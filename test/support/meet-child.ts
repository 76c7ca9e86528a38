/**
 * A peer in a process of its own, from the sources and so with failpoints: opens the profile, asks whom the link names or says yes to whoever
 * asks, and stays until its input ends. node test/support/meet-child.ts '{"folder":…}'
 */
import { createPeer } from '../../node/app.ts';
import { until } from './until.ts';

interface Task {
  readonly folder: string;
  readonly listen: readonly string[];
  readonly password: string;
  readonly add?: string;
  readonly accept?: string;
}

const { folder, listen, password, add, accept } = JSON.parse(process.argv[2] ?? '') as Task;
const peer = await createPeer({ folder, listen, dht: false });
await peer.login({ password });
process.stdout.write('ready\n');
if (add !== undefined) process.stdout.write(`${String((await peer.add({ who: add })).way)}\n`);
if (accept !== undefined) {
  await until('asked', () => peer.requests().some(({ name }) => name === accept), { timeoutMs: 60_000 });
  await peer.accept(accept);
  process.stdout.write('accepted\n');
}
process.stdin.on('end', () => void peer.stop().then(() => process.exit()));
process.stdin.resume();
