/**
 * Asking somebody without a server, device to device: whose device it is says its certificate, whose account id its chain must hash to. The
 * request is the same that a server would carry, and racing both ways is harmless. What nobody took is tried again while neither way works.
 */
import { RELATION } from '../core/rows.ts';
import type { ContactRow } from '../core/generated/rows.js';
import { openCertificate, openIdentityChain } from '../../shared/crypto/statements.ts';
import { MiyuError } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import type { DevicePlace } from '../../shared/invites.ts';
import { isNameFault, normaliseName } from '../../shared/usernames.ts';
import { Home, Signed } from '../../shared/wire/generated/identity.js';
import { MAX_ADDRESSES } from '../../shared/wire/limits.ts';
import { backOff } from './back-off.ts';
import { CHORE } from './chores.ts';
import { sealedRequest, type FriendFlows } from './friend-flows.ts';
import type { Found } from './lookup.ts';
import type { Meeting, Meetings, Waiting } from './ports.ts';
import type { Prekeys } from './prekeys.ts';

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 5 * 60_000;

/** Somebody who can be asked without a server: from an invite, or seen nearby. Nothing of it is believed before the device has shown it. */
export interface MeetingPoint extends DevicePlace {
  readonly account: Uint8Array;
  readonly home: Home;
}

export interface Met {
  readonly found: Found;
  readonly meeting: Meeting;
}

export interface MeetPorts {
  readonly meetings: Meetings;
  readonly prekeys: Pick<Prekeys, 'forMeeting'>;
  /** Where this device listens. */
  readonly addresses: () => readonly string[];
}

export interface Meets {
  /** Present addresses of this device, as others reach it. */
  addresses(): readonly string[];
  /**
   * The person at this place, consistent in itself and the one that the account id means.
   * @throws MiyuError 'friend-unreachable' | 'peer-key-mismatch' | 'unknown-account' | 'statement-invalid' | 'certificate-invalid' | …
   */
  meet(point: MeetingPoint, waiting?: Waiting): Promise<Met>;
  /** Hands over the request that is noted for this contact, and notes that it is done. @throws MiyuError */
  ask(meeting: Meeting, account: Uint8Array, waiting?: Waiting): Promise<void>;
  /** Tries all that wait, now and again while some are left. */
  tend(): void;
  stop(): void;
}

export function createMeets(flows: () => FriendFlows, ports: MeetPorts): Meets {
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;

  async function meet({ account, device, addresses, home }: MeetingPoint, waiting: Waiting = {}): Promise<Met> {
    const meeting = await ports.meetings.meet(device, addresses, account, waiting);
    try {
      const { statements, certificate } = meeting.introduction;
      const person = openIdentityChain(statements);
      const name = normaliseName(person.name);
      const isMeant = equalBytes(person.account, account) && person.kind !== 'delete';
      if (!isMeant || isNameFault(name) || name.display !== person.name) throw new MiyuError('statement-invalid');
      const { epoch } = openCertificate(certificate, person.identityKey, { account, device });
      const found: Found = {
        ...{ account, device, epoch, home },
        ...{ name: person.name, identityKey: person.identityKey, exchangeKey: person.exchangeKey },
        statements: statements.map((each) => Signed.encode(each)),
        certificate: Signed.encode(certificate),
      };
      return { found, meeting };
    } catch (error) {
      meeting.close();
      throw error;
    }
  }

  async function ask(meeting: Meeting, account: Uint8Array, waiting: Waiting = {}): Promise<void> {
    const { background, chores, contacts, context, retry } = flows();
    try {
      const contact = contacts.get(account);
      if (contact === undefined || contact.grantGiven.length === 0) return;
      const prekeys = await ports.prekeys.forMeeting();
      const sealed = sealedRequest(context, contact, contact.greeting);
      const addresses = ports.addresses().slice(0, MAX_ADDRESSES);
      await meeting.ask({ sealed, ...prekeys, addresses }, { signal: background.signal, ...waiting });
    } finally {
      meeting.close();
    }
    failpoint('meet-asked');
    // Whatever the server would be told, the person has it.
    const done = chores.forget(account, CHORE.request);
    if (done.length > 0) await context.store.commit(done);
    failpoint('meet-noted');
    context.log.info('request-handed-over', { account: shortId(account) });
    // The answer comes over a link: the other dials us, and we the other, should only one of the two be reachable.
    retry(account);
  }

  const waits = ({ account, addresses, device, relation }: Readonly<ContactRow>): boolean =>
    relation === RELATION.requested &&
    addresses.length > 0 &&
    device.length > 0 &&
    flows().chores.waitsFor(account, CHORE.request);

  async function tryOne({ account, addresses, device, home }: Readonly<ContactRow>): Promise<boolean> {
    const { background, context } = flows();
    try {
      const { meeting } = await meet(
        { account, addresses, device, home: Home.decode(home) },
        { signal: background.signal },
      );
      await ask(meeting, account);
      return true;
    } catch (error) {
      if (!(error instanceof MiyuError)) throw error;
      context.log.info('meeting-failed', { account: shortId(account), code: error.code });
      return false;
    }
  }

  async function round(): Promise<void> {
    again = true;
    if (running) return;
    running = true;
    let left = false;
    try {
      while (again && !flows().background.signal.aborted) {
        again = false;
        left = false;
        for (const contact of flows().contacts.all()) {
          if (waits(contact) && !(await tryOne(contact))) left = true;
        }
      }
    } finally {
      running = false;
    }
    if (!left || flows().background.signal.aborted) return;
    failures += 1;
    clearTimeout(timer);
    timer = setTimeout(
      () => flows().background.run('meet', round),
      backOff(failures, FIRST_RETRY_MS, LONGEST_RETRY_MS, flows().context.random),
    );
    timer.unref();
  }

  return {
    addresses: ports.addresses,
    meet,
    ask,
    tend(): void {
      failures = 0;
      clearTimeout(timer);
      flows().background.run('meet', round);
    },
    stop(): void {
      clearTimeout(timer);
    },
  };
}
