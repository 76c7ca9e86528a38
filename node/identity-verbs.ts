/** What a person does about who somebody is: compares. */
import { ChatVerbs } from './chat-verbs.ts';
import type { IdentityPeer, ScanView, VerificationView } from './flows/identity-peer.ts';
import type { Who } from './flows/peer.ts';
import { friendView } from './flows/read-friends.ts';
import { needContact } from './flows/unfriend.ts';
import { scanVerification, showVerification } from './flows/verification.ts';
import type { LogPosition } from '../shared/crypto/verification-code.ts';

export abstract class IdentityVerbs extends ChatVerbs implements IdentityPeer {
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

  /** Where our home's log stood when last checked: nowhere, as long as look-ups carry no proofs. What verification codes say of it comes from here alone. */
  protected latestHead(): LogPosition | undefined {
    return undefined;
  }
}
