/** Scenario row 17 at a peer: friends to whom it has much to say, and who never take it. */
import { expect, test } from 'vitest';
import { joinFrames } from '../../shared/net/framing.ts';
import { encodePush } from '../../shared/net/messages.ts';
import { ChatMessage } from '../../shared/wire/generated/chat.js';
import { MAX_DELIVER_ENVELOPES, MAX_UNCOMMITTED_BYTES } from '../../shared/wire/limits.ts';
import { befriend, registerPeer, startServer } from '../support/processes.ts';
import type { TestPeer } from '../support/processes.ts';
import { until } from '../support/until.ts';
import { HostileFriend, NAMES, stopReading } from './hostile-friend.ts';
import type { HostileLink } from './hostile-friend.ts';
import { PROMPT_MS, Waits } from './promptness.ts';
import { CAN_LOOK, collectOnSignal, MAX_BYTES_PER_HOSTILE_PEER, MiB, settledBytes } from './victim.ts';

const HOSTILE = 8;
const TEXT = 'x'.repeat(65_000);
/** For each: a quarter more than may be on the way to one friend. */
const TEXTS = Math.ceil((1.25 * MAX_UNCOMMITTED_BYTES) / TEXT.length);
/** Deliveries that cannot be opened: each envelope makes the victim say so. 8,192 of them, or until it has enough. */
const ROUNDS = 64;

const NEWCOMERS_WELCOME = [
  '--accept-per-address',
  '1000',
  '--accept-total',
  '1000',
  '--registrations-per-minute',
  '1000',
];

async function sendTexts(victim: TestPeer, to: HostileFriend): Promise<void> {
  let last = 0;
  for (let i = 0; i < TEXTS; i += 1) last = (await victim.api.call('send', { to: to.name, text: TEXT })).position;
  await until(`everything for ${to.name} is at the server`, async () => {
    const { messages } = await victim.api.call('history', { with: to.name, before: last + 1, limit: 1 });
    return messages[0]?.state === 'stored';
  });
}

function deliverNonsense({ stream }: HostileLink, round: number): void {
  if (stream.status !== 'open') return;
  const firstSequence = BigInt(round * MAX_DELIVER_ENVELOPES + 1);
  const envelopes = Array.from({ length: MAX_DELIVER_ENVELOPES }, () => Uint8Array.of(7));
  stream.send(joinFrames([encodePush(ChatMessage.encode({ deliver: { firstSequence, envelopes } }))]));
}

test.skipIf(!CAN_LOOK)(
  'each friend that never reads costs a peer a bounded amount, and the honest friend is served',
  async () => {
    collectOnSignal();
    const server = await startServer(...NEWCOMERS_WELCOME);
    const victim = await registerPeer('victim', server);
    const honest = await registerPeer('honest', server);
    await befriend(victim, honest);
    const hostile = await Promise.all(NAMES.slice(0, HOSTILE).map((name) => HostileFriend.of(victim, server, name)));
    await Promise.all(hostile.map((friend) => sendTexts(victim, friend)));
    const before = await settledBytes(victim.pid);

    // Each is sent, directly, all that is at the server already.
    const links: HostileLink[] = [];
    for (const [i, friend] of hostile.entries()) {
      const link = await friend.link();
      if (i % 2 === 0) stopReading(link.connection);
      else link.stream.pause();
      links.push(link);
    }
    const waits = new Waits();
    const talk = async (text: string): Promise<void> => {
      const message = await honest.send(victim, text);
      await honest.hasState(victim, message, 'delivered', 'read');
    };
    for (let i = 0; i < 5; i += 1) await waits.of(() => talk(`before ${i}`));
    const perSilent = ((await settledBytes(victim.pid)) - before) / HOSTILE;

    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [i, link] of links.entries()) if (i % 2 === 1) deliverNonsense(link, round);
      await waits.of(() => victim.api.call('status'));
    }
    for (let i = 0; i < 5; i += 1) await waits.of(() => talk(`behind ${i}`));
    const perNoisy = ((await settledBytes(victim.pid)) - before) / HOSTILE;

    console.log(
      `peer: ${(perSilent / MiB).toFixed(1)} MiB for each friend that never reads, ${(perNoisy / MiB).toFixed(1)} ` +
        `where half of them talk nonsense; ${waits.toString()}`,
    );
    expect(perSilent).toBeLessThanOrEqual(MAX_BYTES_PER_HOSTILE_PEER);
    expect(perNoisy).toBeLessThanOrEqual(MAX_BYTES_PER_HOSTILE_PEER);
    expect(waits.longestMs).toBeLessThan(PROMPT_MS);
    expect(victim.process.child.exitCode).toBeNull();
    expect((await victim.api.call('status')).state).toBe('online');
  },
  180_000,
);
