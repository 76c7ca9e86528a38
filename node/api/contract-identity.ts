/** The methods of the local API about who somebody is; contract.ts has the rest and says how they travel. */
import { z } from 'zod';
import { MAX_CERTIFICATE_FILE_BYTES, MAX_PICTURE_BYTES } from '../../shared/wire/limits.ts';
import { CertificateBody, FriendView, ProfileBody, Verified } from './contract-views.ts';

/** Of a card’s picture, and of a certificate as a file. */
export const PICTURE_LIMIT_BYTES = MAX_PICTURE_BYTES;
export const CERTIFICATE_FILE_LIMIT_BYTES = MAX_CERTIFICATE_FILE_BYTES;

/** As in contract.ts. */
const Who = z.string().min(1).max(4096);
/** A code with every blank that somebody may put in: above MAX_CODE_LENGTH of verification-code.ts, which refuses the rest. */
const Payload = z.string().max(4096);

/** A picture of more bytes than a card may have is refused with its own error up to here: three fourths of it are bytes. */
const MAX_PICTURE_BASE64 = 256 * 1024;

export const VerificationBody = z.object({
  account: z.string(),
  name: z.string(),
  verified: Verified,
  safetyNumber: z.string(),
  /** For a QR code. */
  payload: z.string(),
});
export const ScanBody = z.object({
  outcome: z.enum(['match', 'other-log', 'mismatch', 'other-person', 'yourself']),
  /** Who showed it, as known here. */
  friend: FriendView.nullable(),
});

export const IDENTITY_METHODS = {
  /** What to compare with a friend: the number, and what a QR code holds. */
  'verification.show': { params: z.strictObject({ who: Who }), result: VerificationBody },
  /** What a friend's code says; marks them as verified, or as not. `who`: whom it is meant to be of. */
  'verification.scan': {
    params: z.strictObject({ payload: Payload, who: Who.exactOptional() }),
    result: ScanBody,
  },

  /** The own card; null: nothing was ever filled in. */
  'profile.get': { params: z.strictObject({}), result: z.object({ profile: ProfileBody.nullable() }) },
  /** What is left out stays; null and '' take back. Friends get it sealed, and the server never. */
  'profile.set': {
    params: z.strictObject({
      displayName: z.string().max(1024).exactOptional(),
      sex: z.enum(['female', 'male', 'other']).nullable().exactOptional(),
      birthYear: z.number().int().nullable().exactOptional(),
      status: z.string().max(4096).exactOptional(),
      /** JPEG, PNG or WebP, at most 44 KiB and 512 × 512 pixels. */
      picture: z.base64().max(MAX_PICTURE_BASE64).nullable().exactOptional(),
    }),
    result: z.object({ profile: ProfileBody.nullable() }),
  },
  /** Of a friend, or the own one. */
  'profile.picture': {
    params: z.strictObject({ who: Who.exactOptional() }),
    result: z.object({
      picture: z.object({ type: z.enum(['image/jpeg', 'image/png', 'image/webp']), bytes: z.base64() }).nullable(),
    }),
  },
  /** Of a friend, or the own one: what it says, and the file that proves it to anybody. */
  'certificate.get': {
    params: z.strictObject({ who: Who.exactOptional() }),
    result: z.object({ certificate: CertificateBody, file: z.string() }),
  },
  /** Checks such a file; nobody is asked. */
  'certificate.verify': {
    params: z.strictObject({ file: z.string().max(128 * 1024) }),
    result: z.object({
      certificate: CertificateBody,
      known: z.enum(['yourself', 'same', 'other-keys', 'unknown']),
      friend: FriendView.nullable(),
    }),
  },
} as const;

export type Verification = z.infer<typeof VerificationBody>;
export type Scan = z.infer<typeof ScanBody>;
