/** What a person does about who somebody is: compares, says who he is himself, shows and checks certificates. */
import { ChatVerbs } from './chat-verbs.ts';
import { pictureOf } from './core/picture.ts';
import type {
  CheckedCertificate,
  IdentityPeer,
  PictureView,
  ProfileView,
  ScanView,
  VerificationView,
} from './flows/identity-peer.ts';
import type { Friend, Peer, Who } from './flows/peer.ts';
import { certificateView, profileView } from './flows/profile-views.ts';
import { friendView } from './flows/read-friends.ts';
import { markVerified, needContact } from './flows/unfriend.ts';
import { scanVerification, showVerification } from './flows/verification.ts';
import type { Unlocked } from './unlocked.ts';
import { publicIdentity } from '../shared/crypto/identity.ts';
import {
  encodeCertificateFile,
  openCertificateFile,
  openPersonCertificate,
} from '../shared/crypto/person-certificate.ts';
import type { LogPosition } from '../shared/crypto/verification-code.ts';
import { MiyuError } from '../shared/errors.ts';
import { equalBytes, toHex } from '../shared/ids.ts';
import { Signed } from '../shared/wire/generated/identity.js';

export abstract class IdentityVerbs extends ChatVerbs implements IdentityPeer, Pick<Peer, 'verify'> {
  /** Undefined while it is locked. */
  protected abstract unlocked(): Unlocked | undefined;

  async verify({ who, verified }: Parameters<Peer['verify']>[0]): Promise<Friend> {
    const { flows, reads } = this.need();
    const contact = flows.contacts.get(await markVerified(flows, who, verified));
    if (contact === undefined) throw new MiyuError('not-a-friend');
    return friendView(reads, contact);
  }

  keyChange(who: Who): ReturnType<Peer['keyChange']> {
    const { flows, transparency } = this.need();
    return transparency.keys.view(needContact(flows, who)) ?? null;
  }

  async decideKey({ who, decision }: Parameters<Peer['decideKey']>[0]): Promise<Friend> {
    const { flows, reads, transparency } = this.need();
    const contact = needContact(flows, who);
    const change = transparency.keys.view(contact);
    if (change === undefined) throw new MiyuError('no-such-alarm');
    if (decision === 'same') await markVerified(flows, toHex(contact.account), true);
    else await transparency.decide(change.alarm.id, decision === 'keep' ? 'trust' : 'stop');
    return friendView(reads, flows.contacts.get(contact.account) ?? contact);
  }

  verification(who: Who): VerificationView {
    const { flows } = this.need();
    return showVerification(flows.context, needContact(flows, who), this.latestHead());
  }

  async scanVerification(form: Parameters<IdentityPeer['scanVerification']>[0]): Promise<ScanView> {
    const { flows, reads } = this.need();
    const { outcome, account } = await scanVerification(flows, form, this.latestHead());
    const contact = account === undefined ? undefined : flows.contacts.get(account);
    return { outcome, friend: contact === undefined ? null : friendView(reads, contact) };
  }

  profile(): ProfileView | null {
    return profileView(this.need().ownCard.row);
  }

  async setProfile(change: Parameters<IdentityPeer['setProfile']>[0]): Promise<ProfileView | null> {
    const { anywhere, ownCard, introductions } = this.need();
    const row = await ownCard.set(change);
    introductions.tell();
    anywhere.changed('own');
    return profileView(row);
  }

  picture(who?: Who): PictureView | null {
    const { flows, reads, ownCard } = this.need();
    const bytes = who === undefined ? ownCard.picture() : reads.cards.picture(needContact(flows, who).account);
    const type = bytes === undefined ? undefined : pictureOf(bytes)?.type;
    return bytes === undefined || type === undefined ? null : { type, bytes };
  }

  async certificate(who?: Who): ReturnType<IdentityPeer['certificate']> {
    const { flows, reads, ownCard } = this.need();
    if (who === undefined) {
      const own = flows.context.own();
      const signed = await ownCard.certificate();
      const person = openPersonCertificate(signed, publicIdentity(own.identity).identityKey);
      const file = encodeCertificateFile(
        Signed.encode(signed),
        [own.statement, ...own.later].map((each) => Signed.encode(each)),
      );
      return { certificate: certificateView(person)!, file };
    }
    const contact = needContact(flows, who);
    const found = reads.cards.certificate(contact);
    if (found === undefined) throw new MiyuError('no-certificate');
    return {
      certificate: certificateView(found.person)!,
      file: encodeCertificateFile(found.encoded, [...contact.statements]),
    };
  }

  checkCertificate(file: string): CheckedCertificate {
    const person = openCertificateFile(file);
    const certificate = certificateView(person)!;
    const open = this.unlocked();
    if (open === undefined) return { certificate, known: 'unknown', friend: null };
    const { flows, reads } = open;
    const sameKeys = (keys: { readonly identityKey: Uint8Array; readonly exchangeKey: Uint8Array }): boolean =>
      equalBytes(keys.identityKey, person.identityKey) && equalBytes(keys.exchangeKey, person.exchangeKey);
    const own = flows.context.own();
    if (equalBytes(own.account, person.account)) {
      return { certificate, known: sameKeys(publicIdentity(own.identity)) ? 'yourself' : 'other-keys', friend: null };
    }
    const contact = flows.contacts.get(person.account);
    if (contact === undefined) return { certificate, known: 'unknown', friend: null };
    return { certificate, known: sameKeys(contact) ? 'same' : 'other-keys', friend: friendView(reads, contact) };
  }

  /** Where our home's log stood when last checked. What verification codes say of it comes from here alone. */
  protected latestHead(): LogPosition | undefined {
    const head = this.need().transparency.readHead();
    return head && { log: head.log, size: BigInt(head.size), root: head.root };
  }
}
