/** What a face may ask of a running peer about who somebody is: the part of `Peer` (peer.ts) that node/identity-verbs.ts does. */
import type { VerificationOutcome } from '../../shared/crypto/verification-code.ts';
import type { Friend, Hex, Who } from './peer.ts';

/** What both people compare, as this side shows it. */
export interface VerificationView {
  readonly account: Hex;
  readonly name: string;
  readonly verified: Friend['verified'];
  /** 60 digits in groups of 5. */
  readonly safetyNumber: string;
  /** For a QR code (shared/crypto/verification-code.ts). */
  readonly payload: string;
}

export interface ScanView {
  readonly outcome: VerificationOutcome;
  /** Who showed the code, as known here; null: nobody of ours. */
  readonly friend: Friend | null;
}

export interface IdentityPeer {
  /** @throws 'not-a-friend' */
  verification(who: Who): VerificationView;
  /**
   * Compares what a friend's screen shows, and marks the friend as verified where it fits, and as not where it does not.
   * `who`: whom it is meant to be of; left out: whoever it says.
   * @throws 'verification-malformed' | 'version-mismatch' | 'not-a-friend'
   */
  scanVerification(form: { readonly payload: string; readonly who?: Who }): Promise<ScanView>;
}
