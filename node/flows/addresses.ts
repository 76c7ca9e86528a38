/**
 * Where this device and its friends' devices are to be found just now. Our own addresses go, signed and short-lived, to our home's
 * directory, where friends alone may read them, and sealed into the DHT. A friend's come from the friend's home and from the DHT, of
 * which the newest record counts (node/core/paths.ts); whatever they say, only the friend's device key makes a link.
 */
import { AddressStateRow } from '../core/generated/account.js';
import type { ContactRow } from '../core/generated/rows.js';
import { ONE_GROUP } from '../core/rows.ts';
import { isByAnother } from '../core/key-change.ts';
import { verifyBundle, type VerifiedBundle } from '../core/prekeys.ts';
import { makeAddressRecord, openAddressRecord, openCertificate } from '../../shared/crypto/statements.ts';
import { isMiyuError, MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import { Home, Signed } from '../../shared/wire/generated/identity.js';
import { CONTEXT } from '../../shared/wire/contexts.ts';
import { MAX_ADDRESSES } from '../../shared/wire/limits.ts';
import type { Account } from './account.ts';
import type { AddressSource, FoundAddresses } from './address-sources.ts';
import type { Background } from './background.ts';
import type { Contacts, FlowContext, Homes } from './context.ts';
import { createHints } from './hints.ts';
import type { PeerHost, RendezvousClient, Waiting } from './ports.ts';

/** How long a record is valid, and when it is published anew. */
export const RECORD_LIFETIME_MS = 24 * 60 * 60_000;
const REFRESH_MS = 12 * 60 * 60_000;
/** A directory that did not take it may be asked a few times before a record ends. */
const RETRY_MS = 30 * 60_000;
/** Changes of several addresses come together. */
const SETTLE_MS = 500;
/** What is known mostly works: then no server is asked. */
const DIRECTORY_HEAD_START_MS = 300;
const STATE_ROW = 3n;

export interface AddressPorts {
  readonly host: PeerHost;
  readonly homes: Homes;
  readonly contacts: () => Contacts;
  readonly account: Account;
  readonly background: Background;
  /** There is a link to this friend. */
  readonly isOnline: (account: Uint8Array) => boolean;
  /** The friend's home has something for this friend that another key has signed. On disk when it resolves. */
  readonly signedByAnother: (contact: Readonly<ContactRow>) => Promise<void>;
  /** The friend's home does not know the account any more. */
  readonly accountGone: (contact: Readonly<ContactRow>) => void;
  /** The friend's home takes nothing from us any more. */
  readonly endedByFriend: (account: Uint8Array, code: ErrorCode) => Promise<void>;
}

export function createAddresses(context: FlowContext, ports: AddressPorts) {
  const { store } = context;
  let timer: NodeJS.Timeout | undefined;
  let published: string | undefined;
  /** What friends keep for each other, where no server took it. */
  let hinted: string | undefined;
  let running = Promise.resolve();
  const hints = createHints(context, {
    ...{ hints: ports.host.hints, background: ports.background },
    ...{ contacts: ports.contacts, isOnline: ports.isOnline },
    addressKey: () => ports.account.content.addressKey,
    make: () => publishSoon(true),
    open: (contact, record) => addressesIn(contact, record),
  });

  function schedule(delay: number): void {
    clearTimeout(timer);
    if (ports.background.signal.aborted) return;
    timer = setTimeout(() => void publishSoon(true), delay);
    timer.unref();
  }

  /** `anew`: also where nothing has changed. @returns resolves when it is over, whatever came of it */
  function publishSoon(anew: boolean): Promise<void> {
    ports.background.run('publish-addresses', () => {
      const done = running.then(() => publish(anew));
      running = done.catch(() => {
        schedule(RETRY_MS);
      });
      return done;
    });
    return running;
  }

  async function publish(anew: boolean): Promise<void> {
    const addresses = ports.host.addresses().slice(0, MAX_ADDRESSES);
    const own = context.own();
    const what = [own.epoch, ...addresses].join(' ');
    const client = ports.homes.ownClient();
    if (!anew && what === (client === undefined ? hinted : published)) return;
    let record = await nextRecord(addresses, 0n);
    try {
      // At the next sign-in otherwise.
      if (client !== undefined) {
        record = await tell(client, record, addresses);
        published = what;
      }
      // Without a server too: friends keep it for each other.
      schedule(REFRESH_MS);
    } finally {
      hinted = what;
      hints.tell(record);
    }
  }

  /** On disk when it resolves. @param above a sequence that somebody has of us already */
  async function nextRecord(addresses: readonly string[], above: bigint): Promise<Signed> {
    const own = context.own();
    const value = store.get('profile', ONE_GROUP, STATE_ROW);
    const known = value === undefined ? 0n : AddressStateRow.decode(value).sequence;
    const last = known > above ? known : above;
    const now = BigInt(context.clock.wall());
    // By the clock where it goes on, so that a store that was lost does not begin below what the server has.
    const sequence = now > last ? now : last + 1n;
    const record = makeAddressRecord(own.identity, {
      account: own.account,
      device: own.device,
      epoch: own.epoch,
      addresses: [...addresses],
      sequence,
      issuedAt: now,
      expiresAt: now + BigInt(RECORD_LIFETIME_MS),
    });
    await store.commit([
      { op: 'put', table: 'profile', id: ONE_GROUP, seq: STATE_ROW, value: AddressStateRow.encode({ sequence }) },
    ]);
    return record;
  }

  /**
   * The directory has a later one of us where this profile was copied back after its clock had been ahead: the next one goes behind that.
   * @returns the record that it has now
   */
  async function tell(client: RendezvousClient, record: Signed, addresses: readonly string[]): Promise<Signed> {
    const { signal } = ports.background;
    try {
      await client.publishAddress({ record }, { signal });
      return record;
    } catch (error) {
      const there = isMiyuError(error, 'record-stale') ? (error.detail ?? 0) : 0;
      // Where a server says more, it lies: no clock is that far ahead.
      if (there <= 0 || !Number.isSafeInteger(there)) throw error;
      const later = await nextRecord(addresses, BigInt(there));
      await client.publishAddress({ record: later }, { signal });
      return later;
    }
  }

  /** Asks a server about a friend, and says so where its answer means that the friendship is over or its keys are others. */
  async function asked<T>(contact: Readonly<ContactRow>, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (isMiyuError(error, 'certificate-invalid') || isMiyuError(error, 'bundle-invalid')) {
        context.log.warn('friend-key-changed', { account: shortId(contact.account), code: error.code });
        throw new MiyuError('friend-key-changed', { cause: error });
      }
      if (isMiyuError(error, 'unknown-account')) ports.accountGone(contact);
      const over = isMiyuError(error, 'not-granted') || isMiyuError(error, 'grant-revoked');
      if (over || isMiyuError(error, 'unknown-account')) await ports.endedByFriend(contact.account, error.code);
      throw error;
    }
  }

  /** Where this was signed by another key than the pinned one, nothing is sent from here on. @throws MiyuError 'friend-key-changed' */
  async function checkSigner(
    contact: Readonly<ContactRow>,
    { certificate, bundle }: { readonly certificate?: Signed; readonly bundle?: Signed },
  ): Promise<void> {
    const { identityKey } = contact;
    const isForeign =
      isByAnother(CONTEXT.deviceCertificate, certificate, identityKey) ||
      isByAnother(CONTEXT.prekeyBundle, bundle, identityKey);
    if (!isForeign) return;
    await ports.signedByAnother(contact);
    throw new MiyuError('friend-key-changed');
  }

  /** The contact's newest device by a certificate that its home showed. @throws MiyuError 'certificate-invalid' */
  async function adopt(contact: Readonly<ContactRow>, certificate: Signed | undefined): Promise<void> {
    if (certificate === undefined) throw new MiyuError('certificate-invalid');
    const { account } = contact;
    const { device, epoch } = openCertificate(certificate, contact.identityKey, { account });
    if (epoch <= contact.epoch) return;
    const contacts = ports.contacts();
    if (contacts.get(account) === undefined) return;
    const encoded = Signed.encode(certificate);
    await contacts.update(account, (present) =>
      epoch > present.epoch ? { ...present, certificate: encoded, device, epoch, addresses: [] } : present,
    );
  }

  async function fromDirectory(contact: Readonly<ContactRow>, waiting: Waiting): Promise<FoundAddresses | undefined> {
    const client = await ports.homes.clientFor(Home.decode(contact.home), waiting);
    const { record, certificate } = await client.fetchAddress({ account: contact.account }, waiting);
    await checkSigner(contact, certificate === undefined ? {} : { certificate });
    await adopt(contact, certificate);
    return record === undefined ? undefined : addressesIn(contact, record);
  }

  /** Of the friend's present device, and not out of date. @throws MiyuError 'record-invalid' where it is not the friend's */
  function addressesIn(contact: Readonly<ContactRow>, signed: Signed): FoundAddresses | undefined {
    const present = ports.contacts().get(contact.account) ?? contact;
    const record = openAddressRecord(signed, present.identityKey, { account: present.account });
    const { addresses, epoch, sequence } = record;
    const isValid = record.expiresAt > BigInt(context.clock.wall());
    const isPresent = equalBytes(record.device, present.device) && epoch === present.epoch;
    return isValid && isPresent ? { addresses, record: { epoch, sequence } } : undefined;
  }

  const directory: AddressSource = {
    name: 'directory',
    headStartMs: DIRECTORY_HEAD_START_MS,
    /** @throws MiyuError 'server-unreachable' | 'friend-key-changed' | 'not-granted' | 'record-invalid' | … */
    find: (contact, waiting) => asked(contact, () => fromDirectory(contact, waiting)),
  };

  return {
    /** Signed in: the directory hears where we are. */
    signedIn: (): void => void publishSoon(true),
    start(): void {
      hints.start();
      ports.host.onAddressesChanged(() => {
        clearTimeout(timer);
        timer = setTimeout(() => void publishSoon(false), SETTLE_MS);
        timer.unref();
      });
    },
    stop(): void {
      clearTimeout(timer);
      hints.stop();
    },

    /** Where a friend's addresses are heard of, what is believed most first. */
    sources: [directory, hints.source] as const,

    /**
     * Verified prekeys of a friend's newest device, one one-time prekey among them while its home has any.
     * @throws MiyuError 'no-bundle' | 'friend-key-changed' | 'not-granted' | 'server-unreachable' | …
     */
    async prekeysFor(contact: Readonly<ContactRow>, waiting: Waiting = {}): Promise<VerifiedBundle> {
      const client = await ports.homes.clientFor(Home.decode(contact.home), waiting);
      return await asked(contact, async () => {
        const fetched = await client.fetchPrekeys({ account: contact.account }, waiting);
        await checkSigner(contact, fetched);
        const bundle = verifyBundle(contact, fetched);
        await adopt(contact, fetched.certificate);
        return bundle;
      });
    },
  };
}

export type Addresses = ReturnType<typeof createAddresses>;
