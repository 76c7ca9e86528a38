/**
 * What a relay's answer says to whoever cannot be reached directly.
 *
 *   seen                                                     finding        certainty  weight
 *   ───────────────────────────────────────────────────────  ─────────────  ─────────  ──────
 *   own home relays, and gives us no place                   relay-refused  certain    fault
 *   own home relays, and its limit is reached                relay-limit    certain    fault
 *   friend not reached, and a relay of the friend refuses    relay-refused  certain    fault
 *   friend not reached, and the limit of a relay is reached  relay-limit    certain    fault
 *   friend's link goes through a relay                       relayed        certain    note
 */
import type { RelaySeen } from './doctor-seen.ts';

export type RelayCause = 'relay-refused' | 'relay-limit' | 'relayed';

/** Undefined: nothing is wrong with it, or nothing is known. */
export function judgeRelay(relay: RelaySeen): RelayCause | undefined {
  if (relay === 'refused') return 'relay-refused';
  return relay === 'limit' ? 'relay-limit' : undefined;
}
