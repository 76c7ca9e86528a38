/** What a face may ask of a running peer about who somebody is: the part of `Peer` (peer.ts) that node/identity-verbs.ts does. */
import type { KeyChangeView, KeyDecision } from './key-changes.ts';
import type { VerificationOutcome } from '../../shared/crypto/verification-code.ts';
import type { Sex } from '../core/card.ts';
import type { CardChange } from './own-card.ts';
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

/** Of a friend's card, what stands in a list. */
export interface CardName {
  /** '': none given. */
  readonly displayName: string;
  /** Version of the card that its picture belongs to, so that it is asked for once; null: none. */
  readonly picture: number | null;
}

export interface ProfileView {
  readonly version: number;
  readonly displayName: string;
  readonly sex: Sex | null;
  readonly birthYear: number | null;
  readonly status: string;
  readonly hasPicture: boolean;
}

export interface PictureView {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly bytes: Uint8Array;
}

export interface CertificateView {
  readonly account: Hex;
  readonly name: string;
  readonly email: string | null;
  readonly fingerprint: string;
  readonly identityKey: Hex;
  readonly exchangeKey: Hex;
  readonly epoch: number;
  readonly issuedAt: number;
}

export interface CheckedCertificate {
  readonly certificate: CertificateView;
  /** Whose it is, by what is pinned here: same, the keys of this friend are these; other-keys, they are not. */
  readonly known: 'yourself' | 'same' | 'other-keys' | 'unknown';
  readonly friend: Friend | null;
}

export interface IdentityPeer {
  /** What was shown in the place of this friend's key, and what to compare; null: nothing, or it is decided. @throws 'not-a-friend' */
  keyChange(who: Who): KeyChangeView | null;
  /**
   * same: compared, and it is the friend's key: verified, and what waits goes out. keep: goes out without. stop: waits on. On disk when it
   * resolves. @throws 'not-a-friend' | 'no-such-alarm'
   */
  decideKey(form: { readonly who: Who; readonly decision: KeyDecision }): Promise<Friend>;
  /** @throws 'not-a-friend' */
  verification(who: Who): VerificationView;
  /**
   * Compares what a friend's screen shows, and marks the friend as verified where it fits, and as not where it does not.
   * `who`: whom it is meant to be of; left out: whoever it says.
   * @throws 'verification-malformed' | 'version-mismatch' | 'not-a-friend'
   */
  scanVerification(form: { readonly payload: string; readonly who?: Who }): Promise<ScanView>;

  /** The own card; null: nothing was ever filled in. */
  profile(): ProfileView | null;
  /** What is left out stays; null and '' take back. On disk when it resolves; friends hear of it. @throws 'display-name-invalid' | 'status-invalid' | 'birth-year-invalid' | 'picture-*' */
  setProfile(change: CardChange): Promise<ProfileView | null>;
  /** A friend's, or the own one; null: none. */
  picture(who?: Who): PictureView | null;
  /** A friend's, or the own one, with the file that proves it. @throws 'no-certificate' | 'not-a-friend' */
  certificate(who?: Who): Promise<{ readonly certificate: CertificateView; readonly file: string }>;
  /** Checks such a file, of anybody. Nobody is asked; a locked peer tells nothing of friends. @throws 'certificate-file-invalid' | 'version-mismatch' */
  checkCertificate(file: string): CheckedCertificate;
}
