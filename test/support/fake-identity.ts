/** The part of a peer in memory (fake-peer.ts) that is about who somebody is. */
import type {
  CertificateView,
  CheckedCertificate,
  IdentityPeer,
  PictureView,
  ProfileView,
  ScanView,
  VerificationView,
} from '../../node/flows/identity-peer.ts';
import { MiyuError } from '../../shared/errors.ts';
import type { Friend, FriendDetails } from '../../node/flows/peer.ts';

export abstract class FakeIdentity implements IdentityPeer {
  abstract friend(who: string): FriendDetails;
  abstract friends(): readonly Friend[];
  abstract keyChange(who: string): ReturnType<IdentityPeer['keyChange']>;
  abstract decideKey(form: Parameters<IdentityPeer['decideKey']>[0]): Promise<Friend>;
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

  card: ProfileView | null = null;
  ownPicture: Uint8Array | null = null;

  profile(): ProfileView | null {
    return this.card;
  }

  async setProfile({ picture, ...change }: Parameters<IdentityPeer['setProfile']>[0]): Promise<ProfileView | null> {
    if (change.status?.includes('\n') === true) throw new MiyuError('status-invalid', { field: 'status' });
    const before = this.card ?? { displayName: '', sex: null, birthYear: null, status: '', hasPicture: false };
    if (picture !== undefined) this.ownPicture = picture;
    this.card = { ...before, ...change, version: (this.card?.version ?? 0) + 1, hasPicture: this.ownPicture !== null };
    return this.card;
  }

  picture(who?: string): PictureView | null {
    return who === undefined && this.ownPicture !== null ? { type: 'image/png', bytes: this.ownPicture } : null;
  }

  async certificate(who?: string): ReturnType<IdentityPeer['certificate']> {
    if (who !== undefined && this.friend(who).certificate === null) throw new MiyuError('no-certificate');
    return {
      certificate: CERTIFICATE,
      file: `-----BEGIN MIYU CERTIFICATE-----\nAAAA\n-----END MIYU CERTIFICATE-----\n`,
    };
  }

  checkCertificate(file: string): CheckedCertificate {
    if (!file.includes('AAAA')) throw new MiyuError('certificate-file-invalid');
    return { certificate: CERTIFICATE, known: 'yourself', friend: null };
  }
}

const CERTIFICATE: CertificateView = {
  account: 'ab'.repeat(32),
  name: 'alice',
  email: 'alice@example.org',
  fingerprint: 'aaaa bbbb',
  identityKey: 'cd'.repeat(32),
  exchangeKey: 'ef'.repeat(32),
  epoch: 1,
  issuedAt: 1_700_000_000_000,
};
