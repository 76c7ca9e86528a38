/** The methods of the local API about who somebody is; contract.ts has the rest and says how they travel. */
import { z } from 'zod';
import { FriendView, Verified } from './contract-views.ts';

/** As in contract.ts. */
const Who = z.string().min(1).max(4096);
/** A code with every blank that somebody may put in: above MAX_CODE_LENGTH of verification-code.ts, which refuses the rest. */
const Payload = z.string().max(4096);

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
} as const;

export type Verification = z.infer<typeof VerificationBody>;
export type Scan = z.infer<typeof ScanBody>;
