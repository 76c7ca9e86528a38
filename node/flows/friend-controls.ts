/**
 * What friends say about the friendship itself: yes, no, the end, a new device, the key of their address records. A handler is
 * pure; what must follow on the network runs in the background, and again after the next start where it was cut short.
 *
 *   contact    accept          refuse              remove              announce, address key
 *   requested  → friend        → closing, removed  → removed           taken
 *   friend     newer grant     ignored             → removed           taken
 *   closing    ignored         ignored             ignored             ignored
 *   removed    ignored         ignored             ignored             ignored
 */
import { decodeAddressKey, decodeDeviceAnnounce, decodeFriendAccept } from '../core/content.ts';
import { RenamedNotice, type ContactRow } from '../core/generated/rows.js';
import { renamed } from '../core/renaming.ts';
import { NOTE, RELATION } from '../core/rows.ts';
import { decodeHome } from '../../shared/crypto/home.ts';
import { openCertificate, openGrant } from '../../shared/crypto/statements.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { shortId } from '../../shared/ids.ts';
import { MailboxGrant, Signed } from '../../shared/wire/generated/identity.js';
import { ANSWER, CONTENT, SCOPE } from '../../shared/wire/protocols.ts';
import { CHORE } from './chores.ts';
import type { ControlHandler, ControlOutcome } from './context.ts';
import { renamedEvent } from './events.ts';
import {
  afterRequest,
  forgetRequest,
  friendEvent,
  mayTell,
  requestFrom,
  sendAddressKey,
  sendName,
  type FriendFlows,
} from './friend-flows.ts';
import { revokeGrant } from './grants.ts';
import { noteAnswered } from './requests.ts';
import { renewAddressKey } from './unfriend.ts';

const UNCHANGED: ControlOutcome = {};

export function handleControls(flows: FriendFlows): void {
  const { contacts, context, chores, background } = flows;

  /** A content that does not decode or verify is acknowledged and forgotten; it says nothing that we may believe. */
  const guarded =
    (handler: ControlHandler): ControlHandler =>
    (contact, body) => {
      try {
        return handler(contact, body);
      } catch (error) {
        if (!(error instanceof MiyuError)) throw error;
        context.log.warn('control-refused', { account: shortId(contact.account), code: error.code });
        return UNCHANGED;
      }
    };

  const later = (what: string, work: () => Promise<void>) => async (): Promise<void> => {
    background.run(what, work);
  };

  const accept: ControlHandler = (contact, body) => {
    if (contact.relation !== RELATION.requested && contact.relation !== RELATION.friend) return UNCHANGED;
    const content = decodeFriendAccept(body);
    const grantHeld = newerGrant(flows, contact, content.grant);
    if (contact.relation === RELATION.friend)
      return grantHeld === undefined ? UNCHANGED : { contact: { ...contact, grantHeld } };
    const home = content.home.length === 0 ? contact.home : checkedHome(content.home);
    const { account } = contact;
    // Both had asked: the friend's own request is answered by this.
    const request = requestFrom(context, account);
    return {
      contact: { ...contact, relation: RELATION.friend, home, grantHeld: grantHeld ?? contact.grantHeld },
      ops: [
        friendEvent(contact, 'accepted'),
        ...chores.forget(account, CHORE.request),
        ...chores.note({ account, kind: CHORE.answer, outcome: ANSWER.accepted }),
        ...(request === undefined
          ? []
          : [forgetRequest(request.seq), ...noteAnswered(context, request.request, ANSWER.accepted)]),
      ],
      after: later('accepted', async () => {
        if (contacts.get(account)?.relation !== RELATION.friend) return;
        await sendAddressKey(flows, account);
        await sendName(flows, account);
        chores.run();
        flows.retry(account);
      }),
    };
  };

  const refuse: ControlHandler = (contact) => {
    if (contact.relation !== RELATION.requested) return UNCHANGED;
    return {
      contact: { ...contact, ...revokeGrant(context, contact), ...afterRequest(context, contact.account) },
      ops: [friendEvent(contact, 'refused'), ...chores.forget(contact.account, CHORE.request)],
      after: later('refused', async () => {
        chores.run();
      }),
    };
  };

  const remove: ControlHandler = (contact) => {
    if (contact.relation !== RELATION.requested && contact.relation !== RELATION.friend) return UNCHANGED;
    return {
      contact: {
        ...contact,
        ...revokeGrant(context, contact),
        relation: RELATION.removed,
        grantHeld: new Uint8Array(0),
        addressKey: new Uint8Array(0),
      },
      ops: [friendEvent(contact, 'removed'), ...chores.forget(contact.account, CHORE.request)],
      after: later('removed', async () => {
        chores.run();
        await renewAddressKey(flows);
      }),
    };
  };

  const announce: ControlHandler = (contact, body) => {
    if (!mayTell(contact)) return UNCHANGED;
    const content = decodeDeviceAnnounce(body);
    const { device, epoch } = openCertificate(Signed.decode(content.certificate), contact.identityKey, {
      account: contact.account,
    });
    if (epoch < contact.epoch) return UNCHANGED;
    const grantHeld = content.grant.length === 0 ? undefined : newerGrant(flows, contact, content.grant);
    let named: ReturnType<typeof renamed>;
    try {
      named = renamed(contact, content.statements);
    } catch (error) {
      if (!isMiyuError(error, 'friend-key-changed')) throw error;
      const statements = content.statements.map((each) => Signed.decode(each));
      return { after: later('key-change', () => flows.keys.otherKeys(contact, statements)) };
    }
    const newName = named === undefined || named.name === contact.name ? undefined : named.name;
    return {
      contact: {
        ...contact,
        certificate: content.certificate,
        device,
        epoch,
        home: content.home.length === 0 ? contact.home : checkedHome(content.home),
        grantHeld: grantHeld ?? contact.grantHeld,
        ...named,
      },
      ops: [
        newName === undefined ? friendEvent(contact, 'updated') : renamedEvent(contact.account, newName, contact.name),
      ],
      ...(newName === undefined ? {} : { note: { kind: NOTE.renamed, body: noticeOf(contact.name, newName) } }),
    };
  };

  const addressKey: ControlHandler = (contact, body) =>
    mayTell(contact) ? { contact: { ...contact, addressKey: decodeAddressKey(body).key } } : UNCHANGED;

  contacts.onControl(CONTENT.friendAccept, guarded(accept));
  contacts.onControl(CONTENT.friendRefuse, guarded(refuse));
  contacts.onControl(CONTENT.friendRemove, guarded(remove));
  contacts.onControl(CONTENT.deviceAnnounce, guarded(announce));
  contacts.onControl(CONTENT.addressKey, guarded(addressKey));
}

const noticeOf = (formerName: string, name: string): Uint8Array => RenamedNotice.encode({ formerName, name });

function checkedHome(bytes: Uint8Array): Uint8Array {
  decodeHome(bytes);
  return bytes;
}

/** The friend's grant to us where it is newer than the one we hold. @throws MiyuError 'grant-invalid' */
function newerGrant(
  { context }: FriendFlows,
  contact: Readonly<ContactRow>,
  grant: Uint8Array,
): Uint8Array | undefined {
  const opened = openGrant(Signed.decode(grant), contact.identityKey, {
    owner: contact.account,
    depositor: context.own().account,
    scope: SCOPE.friend,
  });
  const held =
    contact.grantHeld.length === 0 ? 0n : MailboxGrant.decode(Signed.decode(contact.grantHeld).payload).serial;
  return opened.serial > held ? grant : undefined;
}
