/**
 * What the home router does for this machine's port, told with the finding that a router is in between (behind-nat): with it, the next step
 * is another one (shared/doctor-texts.ts).
 *
 *   seen                                                          portMapping
 *   ────────────────────────────────────────────────────────────  ───────────
 *   it opens the port, at the address that the server sees        mapped
 *   it opens the port, and the server sees another address: a     elsewhere
 *     VPN or a second router is used on the way out
 *   no router here opens ports                                    none
 *   it does not open this one                                     refused
 *   it is itself behind another router, or the provider's         not-public
 *   nobody has asked it, or it has not answered yet               nothing is told
 *
 * Pure.
 */
import type { Evidence } from './doctor-path.ts';

/** As the peer's host keeps it (shared/net/port-mapping.ts). */
export type RouterSeen =
  | { readonly state: 'searching' | 'none' | 'not-public' | 'refused' }
  | { readonly state: 'mapped'; readonly address: string; readonly port: number };

/** @param seesUs the address under which the server sees us */
export function routerEvidence(router: RouterSeen | null | undefined, seesUs: string): Evidence {
  if (router === null || router === undefined || router.state === 'searching') return {};
  if (router.state !== 'mapped') return { portMapping: router.state };
  const { address, port } = router;
  // By IPv6 it sees what no IPv4 router has anything to do with.
  const isElsewhere = address !== seesUs && !seesUs.includes(':');
  return { portMapping: isElsewhere ? 'elsewhere' : 'mapped', outside: `${address}:${port}` };
}
