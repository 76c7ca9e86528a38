/** The part of a peer in memory (fake-peer.ts) that is about who somebody is. */
import type { IdentityPeer, ScanView, VerificationView } from '../../node/flows/identity-peer.ts';
import type { Friend, FriendDetails } from '../../node/flows/peer.ts';

export abstract class FakeIdentity implements IdentityPeer {
  abstract friend(who: string): FriendDetails;
  abstract friends(): readonly Friend[];
  /** What the next scans say. */
  outcome: ScanView['outcome'] = 'match';

  verification(who: string): VerificationView {
    const { account, name, verified, safetyNumber } = this.friend(who);
    return { account, name, verified, safetyNumber, payload: 'MIYU-VERIFY:FAKE' };
  }

  async scanVerification({ who }: { readonly payload: string; readonly who?: string }): Promise<ScanView> {
    const friend = this.friends().find(({ name }) => name === who) ?? null;
    return { outcome: this.outcome, friend };
  }
}
