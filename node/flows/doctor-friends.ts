/** The friends whom the doctor looks at: where they were last, what their home's directory says, and how they are dialled. */
import type { ContactRow } from '../core/generated/rows.js';
import type { RecordSeen } from '../core/doctor-seen.ts';
import { RELATION } from '../core/rows.ts';
import { openAddressRecord } from '../../shared/crypto/statements.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { Home } from '../../shared/wire/generated/identity.js';
import type { FlowContext, Homes } from './context.ts';
import { DOCTOR_FRIENDS, type FriendToSee } from './doctor.ts';
import type { PresenceView } from './links.ts';
import type { ChatLinks, Waiting } from './ports.ts';

export interface DoctorFriendPorts {
  readonly context: FlowContext;
  readonly homes: Homes;
  readonly links: ChatLinks;
  readonly presence: (account: Uint8Array) => PresenceView;
  readonly lostMs: (account: Uint8Array) => number | null;
}

type Contact = Readonly<ContactRow>;

/** @param named looked at alone; otherwise those who are away come first */
export function friendsToSee(
  ports: DoctorFriendPorts,
  contacts: readonly Contact[],
  named: Contact | undefined,
): { readonly friends: readonly FriendToSee[]; readonly leftOut: number } {
  if (named !== undefined) return { friends: [toSee(ports, named)], leftOut: 0 };
  const all = contacts.filter(({ relation, blocked }) => relation === RELATION.friend && !blocked);
  const isAway = ({ account }: Contact): boolean => ports.presence(account).presence !== 'online';
  const first = [...all.filter(isAway), ...all.filter((contact) => !isAway(contact))].slice(0, DOCTOR_FRIENDS);
  return { friends: first.map((contact) => toSee(ports, contact)), leftOut: all.length - first.length };
}

function toSee(ports: DoctorFriendPorts, contact: Contact): FriendToSee {
  const { links, presence } = ports;
  const { presence: state, path, address } = presence(contact.account);
  return {
    account: toHex(contact.account),
    name: contact.name,
    lostMs: ports.lostMs(contact.account),
    online: state !== 'online' ? false : path === 'relayed' ? 'relayed' : true,
    addresses:
      address === null ? contact.addresses : [address, ...contact.addresses.filter((each) => each !== address)],
    record: (waiting) => recordOf(ports, contact, waiting),
    dial: (addresses, waiting) => links.dial(contact.device, addresses, waiting),
  };
}

/** @throws MiyuError what the friend's home answered, or 'server-unreachable' */
async function recordOf(
  { context, homes }: DoctorFriendPorts,
  contact: Contact,
  waiting: Waiting,
): Promise<{ record: RecordSeen; addresses: readonly string[] }> {
  const client = await homes.clientFor(Home.decode(contact.home), waiting);
  const { record: signed } = await client.fetchAddress({ account: contact.account }, waiting);
  if (signed === undefined) return { record: { state: 'none', ageMs: null }, addresses: [] };
  const record = openAddressRecord(signed, contact.identityKey, { account: contact.account });
  const now = context.clock.wall();
  const ageMs = Math.max(0, now - Number(record.issuedAt));
  const isPresent = equalBytes(record.device, contact.device) && record.epoch === contact.epoch;
  const state = record.expiresAt <= BigInt(now) ? 'expired' : isPresent ? 'fresh' : 'none';
  return { record: { state, ageMs }, addresses: isPresent ? record.addresses : [] };
}
