/** What comparing with a friend has shown, as a face shows it. */
import { isLately } from '../../shared/clock.ts';
import { peerIdOfBytes } from '../../shared/net/peers.ts';
import type { CountersRow, StandRow } from '../core/generated/rows.js';
import type { Agreed, Agreement } from './peer.ts';

/** How long a profile that was copied back is called missing something: long enough to be seen, and it is in the feed for good. */
const TOLD_FOR_MS = 3 * 24 * 60 * 60_000;

export function agreementOf(counters: CountersRow, stand: StandRow): Agreement {
  // Only a sender can tell what differs; what the friend finds of theirs, their side shows.
  const isAgreed = stand.sentAgreedAt > 0n || stand.receivedAgreedAt > 0n;
  const state = stand.differedAt > stand.sentAgreedAt ? 'differs' : isAgreed ? 'agreed' : 'unknown';
  return {
    sent: agreed(stand.sentAgreed, counters.sentCount, stand.sentAgreedAt),
    received: agreed(stand.receivedAgreed, stand.receivedTotal, stand.receivedAgreedAt),
    state,
    differedAt: stand.differedAt === 0n ? null : Number(stand.differedAt),
    missing: counters.inbox
      .flatMap(({ skipped }) => skipped)
      .map(({ first, last: to }) => ({ from: Number(first), to: Number(to) })),
    withheld: stand.withheld.map(({ number, storedAt, server }) => ({
      number: Number(number),
      storedAt: Number(storedAt),
      server: peerIdOfBytes(server).toString(),
    })),
  };
}

const agreed = (count: bigint, total: bigint, at: bigint): Agreed => ({
  agreed: Number(count),
  total: Number(total > count ? total : count),
  upTo: at === 0n ? null : Number(at),
});

/** True while the person should hear that this profile was copied back. */
export const wasCopiedBack = ({ rolledBackAt }: StandRow, now: number): boolean =>
  rolledBackAt > 0n && isLately(Number(rolledBackAt), now, TOLD_FOR_MS);
