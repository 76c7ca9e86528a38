/**
 * A relayed link costs its server and says to it who talks with whom: so while one is up, the friend's other addresses are tried, at
 * once and then less and less often. A direct link takes its place at both ends by itself (node/net/chat-links.ts).
 */
import { orderCandidates } from '../core/candidates.ts';
import type { IpNetwork } from '../core/ip.ts';
import { MiyuError } from '../../shared/errors.ts';
import { shortId } from '../../shared/ids.ts';
import type { AddressSource } from './address-sources.ts';
import { backOff, pause } from './back-off.ts';
import type { FlowContext } from './context.ts';
import type { Lane } from './lane.ts';
import type { ChatLink, ChatLinks } from './ports.ts';

const FIRST_TRY_MS = 5_000;
const LONGEST_TRY_MS = 10 * 60_000;
/** It takes a place among the dials that somebody waits for. */
const DIAL_MS = 4_000;

export interface UpgradePorts {
  readonly links: Pick<ChatLinks, 'dial'>;
  readonly sources: readonly AddressSource[];
  readonly networks: () => readonly IpNetwork[];
  readonly turns: UpgradeTurns;
  readonly signal: AbortSignal;
}

/** Friends for whom a direct way is tried at the same time: a server that comes back brings many relayed links at once. */
const MOST_AT_ONCE = 4;

export class UpgradeTurns {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  async take(work: () => Promise<void>): Promise<void> {
    if (this.#running >= MOST_AT_ONCE) {
      const turn = Promise.withResolvers<void>();
      this.#waiting.push(turn.resolve);
      await turn.promise;
    }
    this.#running += 1;
    try {
      await work();
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }
}

export const isRelayedAddress = (address: string): boolean => address.includes('/p2p-circuit');

/** Tries until the link is over, or another one has taken its place. Never rejects. */
export async function upgrade(
  context: Pick<FlowContext, 'log' | 'random'>,
  lane: Lane,
  link: ChatLink,
  ports: UpgradePorts,
): Promise<void> {
  const over = new AbortController();
  void link.closed.then(() => over.abort(new MiyuError('link-closed')));
  const signal = AbortSignal.any([over.signal, ports.signal]);
  for (let tries = 1; ; tries += 1) {
    if (signal.aborted || lane.link !== link) return;
    await ports.turns.take(() => tryDirect(context, lane, ports, signal));
    if (signal.aborted || lane.link !== link) return;
    await pause(backOff(tries, FIRST_TRY_MS, LONGEST_TRY_MS, context.random), signal);
  }
}

async function tryDirect(
  context: Pick<FlowContext, 'log'>,
  lane: Lane,
  ports: UpgradePorts,
  signal: AbortSignal,
): Promise<void> {
  // Its turn may have come late.
  if (signal.aborted) return;
  const waiting = { signal, timeoutMs: DIAL_MS };
  const { contact } = lane;
  try {
    const found = await Promise.all(ports.sources.map((source) => source.find(contact, waiting).catch(soft)));
    const told = found.flatMap((each) => each?.addresses ?? []);
    const addresses = orderCandidates([...told, ...contact.addresses], ports.networks()).filter(
      (address) => !isRelayedAddress(address),
    );
    if (addresses.length === 0) return;
    // All at once: one that hangs tells nothing of the others, and only one of them can become the link.
    await Promise.any(
      addresses.map((address) => ports.links.dial(contact.device, [address], { ...waiting, directOnly: true })),
    );
    context.log.info('link-upgraded', { account: shortId(lane.account) });
  } catch (error) {
    // Not reached is what was to be expected: else there would be no relay.
    const failures = error instanceof AggregateError ? error.errors : [error];
    for (const failure of failures) if (!(failure instanceof MiyuError)) context.log.fault(failure);
  }
}

function soft(error: unknown): undefined {
  if (!(error instanceof MiyuError)) throw error;
  return undefined;
}
