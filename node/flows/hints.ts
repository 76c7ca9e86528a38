/**
 * Address records in the DHT: ours goes to whoever has come that keeps records (hint-publication.ts); a friend's is asked of all who are
 * there when the friend is looked for, and of whoever has come since; what a friend brings of itself is kept for the next time.
 *
 * Whoever has come is asked behind our own publication, for two who look for each other mostly come at once: if both asked first, neither
 * would find anything, while of two who have told before they ask at least the later one finds the other.
 *
 * Friends who are away for long are asked after seldom: when they are back, it is they who look for us.
 */
import type { ContactRow } from '../core/generated/rows.js';
import type { RecordVersion } from '../core/paths.ts';
import { RELATION } from '../core/rows.ts';
import { isMiyuError } from '../../shared/errors.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import type { Signed } from '../../shared/wire/generated/identity.js';
import type { AddressSource, FoundAddresses, FoundListener } from './address-sources.ts';
import type { Contacts, FlowContext } from './context.ts';
import { createHintPublication, type PublicationPorts } from './hint-publication.ts';
import type { Waiting } from './ports.ts';

/** A look-up costs friends a little; the directory mostly answers before. */
const HEAD_START_MS = 1_000;
/** So long those who have come are not asked, for a publication that is under way; then they are, and once more behind it. */
const ASK_LATEST_MS = 1_000;
/** Friends come together: when this machine starts, when its network is back. */
const SETTLE_MS = 300;
/** A friend who was asked after in vain for so long is away, and is asked after so often from then on, or of somebody new. */
const AWAY_AFTER_MS = 10 * 60_000;
const AWAY_MS = 30 * 60_000;

export interface HintPorts extends PublicationPorts {
  readonly contacts: () => Contacts;
  readonly isOnline: (account: Uint8Array) => boolean;
  /** What a friend's record says now. @throws MiyuError 'record-invalid' */
  readonly open: (contact: Readonly<ContactRow>, record: Signed) => FoundAddresses | undefined;
}

interface Asked {
  /** Monotonic; of the first look-up since this friend was last here. */
  readonly since: number;
  at: number;
  readonly lastSeen: bigint;
}

export function createHints(context: FlowContext, ports: HintPorts) {
  const { background } = ports;
  const asked = new Map<string, Asked>();
  /** The newest that was heard of, by account. */
  const versions = new Map<string, RecordVersion>();
  const listeners = new Set<FoundListener>();
  const come: Uint8Array[] = [];
  /** Who has put something here, by PeerId in hex. */
  const brought = new Map<string, Uint8Array>();
  let settling: NodeJS.Timeout | undefined;
  let heeding: NodeJS.Timeout | undefined;
  const publication = createHintPublication(context, ports, (taken) => askOf(taken));

  function settled(): void {
    settling = undefined;
    const among = come.splice(0);
    const published = publication.publish();
    background.run('ask-neighbours', () => askBehind(published, among));
  }

  async function askBehind(published: Promise<void>, among: readonly Uint8Array[]): Promise<void> {
    let latest: NodeJS.Timeout | undefined;
    const isTold = await Promise.race([
      published.then(() => true),
      new Promise<boolean>((resolve) => {
        latest = setTimeout(() => resolve(false), ASK_LATEST_MS);
      }),
    ]);
    clearTimeout(latest);
    await askOf(among);
    if (isTold) return;
    await published;
    await askOf(among);
  }

  /** One after the other, for nobody waits for it; who was here last is looked for most likely, and one of `among` may be slow. */
  async function askOf(among: readonly Uint8Array[]): Promise<void> {
    if (among.length === 0 || background.signal.aborted) return;
    const all = [...ports.contacts().all()].sort((a, b) => Number(b.lastSeen - a.lastSeen));
    for (const contact of all) {
      const isSought = contact.relation === RELATION.friend && !contact.blocked && contact.addressKey.length > 0;
      if (!isSought || ports.isOnline(contact.account)) continue;
      await hear(contact, among);
      if (background.signal.aborted) return;
    }
  }

  /** Where a friend is now is to be known when both start again, and whoever has dialled us has not told by that. */
  async function heed(): Promise<void> {
    heeding = undefined;
    const devices = [...brought.values()];
    brought.clear();
    for (const device of devices) {
      const contact = ports
        .contacts()
        .all()
        .find((each) => equalBytes(each.device, device));
      if (contact !== undefined && contact.addressKey.length > 0) await hear(contact, []);
      if (background.signal.aborted) return;
    }
  }

  async function hear(contact: Readonly<ContactRow>, among: readonly Uint8Array[]): Promise<void> {
    const found = await lookUp(contact, { among }).catch(quiet);
    if (found !== undefined) tellOf(contact, found);
  }

  function tellOf(contact: Readonly<ContactRow>, found: FoundAddresses): void {
    if (background.signal.aborted || !isNews(contact, found)) return;
    for (const listener of listeners) listener(contact.device, found.addresses, found.record);
  }

  function quiet(error: unknown): undefined {
    if (!isMiyuError(error) || error.code === 'internal') context.log.fault(error);
  }

  function isNews({ account }: Readonly<ContactRow>, { record: version }: FoundAddresses): boolean {
    const id = toHex(account);
    const known = versions.get(id);
    if (version === undefined) return false;
    const isNewer =
      known === undefined ||
      version.epoch > known.epoch ||
      (version.epoch === known.epoch && version.sequence > known.sequence);
    if (isNewer) versions.set(id, version);
    return isNewer;
  }

  /** What the first one answers is told at once: of those who are asked one may take long, or not answer at all. */
  async function lookUp(
    contact: Readonly<ContactRow>,
    waiting: Waiting & { readonly among?: readonly Uint8Array[] },
  ): Promise<FoundAddresses | undefined> {
    const onBetter = (record: Signed): void => {
      try {
        const early = ports.open(contact, record);
        if (early !== undefined) tellOf(contact, early);
      } catch (error) {
        quiet(error);
      }
    };
    const found = await ports.hints.find(contact.addressKey, { signal: background.signal, onBetter, ...waiting });
    return found === undefined ? undefined : ports.open(contact, found);
  }

  /** Whether to bother anybody with it now. */
  function mayAsk({ account, lastSeen }: Readonly<ContactRow>): boolean {
    const now = context.clock.monotonic();
    const id = toHex(account);
    const before = asked.get(id);
    if (before === undefined || before.lastSeen !== lastSeen) {
      asked.set(id, { since: now, at: now, lastSeen });
      return true;
    }
    if (now - before.since > AWAY_AFTER_MS && now - before.at < AWAY_MS) return false;
    before.at = now;
    return true;
  }

  const source: AddressSource = {
    name: 'dht',
    headStartMs: HEAD_START_MS,
    async find(contact, waiting) {
      if (contact.addressKey.length === 0 || !mayAsk(contact)) return undefined;
      const found = await lookUp(contact, waiting);
      if (found !== undefined) isNews(contact, found);
      return found;
    },
    onFound(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };

  return {
    source,
    /** Our newest record. */
    tell: (newest: Signed): void => publication.tell(newest),
    start(): void {
      ports.hints.onNeighbour((device) => {
        if (background.signal.aborted) return;
        come.push(device);
        settling ??= setTimeout(settled, SETTLE_MS);
      });
      ports.hints.onBrought((device) => {
        if (background.signal.aborted) return;
        brought.set(toHex(device), device);
        heeding ??= setTimeout(() => background.run('heed-hints', heed), SETTLE_MS);
      });
    },
    stop(): void {
      clearTimeout(settling);
      clearTimeout(heeding);
      publication.stop();
    },
  };
}

export type Hints = ReturnType<typeof createHints>;
