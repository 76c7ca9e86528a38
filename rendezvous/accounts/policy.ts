/** What an operator asks of whoever registers, and how device epochs move. Pure. */
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { isNameFault, normaliseEmail, normaliseName, type NormalName } from '../../shared/usernames.ts';
import type { ReservedNames } from './reserved.ts';

export interface AccountPolicy {
  /** 1 .. 32 code points. */
  readonly maxNameLength: number;
  readonly email: 'off' | 'optional' | 'required';
  readonly tokenRequired: boolean;
  /** Nobody registers. */
  readonly registrationClosed: boolean;
  /** Names that nobody may take from now on. */
  readonly reserved: ReservedNames;
  readonly maxAccounts: number;
}

/**
 * The name of a statement must be normal already, for the statement is signed.
 * @throws MiyuError 'name-*', field "name"
 */
export function checkName(name: string, policy: AccountPolicy): NormalName {
  const normal = normaliseName(name, policy.maxNameLength);
  const field = 'name';
  if (normal === 'name-too-long') throw new MiyuError(normal, { field, detail: policy.maxNameLength });
  if (isNameFault(normal)) throw new MiyuError(normal, { field });
  if (normal.display !== name) throw new MiyuError('name-characters', { field });
  if (policy.reserved.has(name)) throw new MiyuError('name-reserved', { field });
  return normal;
}

/** The address in the form in which it is kept, empty where none was given. @throws MiyuError 'email-*', field "email" */
export function checkEmail(text: string, policy: AccountPolicy): string {
  const field = 'email';
  if (text === '') {
    if (policy.email === 'required') throw new MiyuError('email-required', { field });
    return '';
  }
  if (policy.email === 'off') throw new MiyuError('email-not-wanted', { field });
  const normal = normaliseEmail(text);
  if (typeof normal === 'string') throw new MiyuError(normal, { field });
  return normal.email;
}

/** In which form an address is unique: nobody's provider tells people apart by the case of a letter. */
export const emailKey = (email: string): string => email.toLowerCase();

export interface DeviceEpoch {
  readonly device: Uint8Array;
  readonly epoch: bigint;
}

/**
 * What becomes of a sign-in whose proof is good: the same device and epoch resume; the next epoch is the newer device's;
 * anything else came too late, or from the future.
 */
export function judgeEpoch(current: DeviceEpoch, claimed: DeviceEpoch): 'resumes' | 'advances' | 'conflict' {
  if (claimed.epoch === current.epoch && equalBytes(claimed.device, current.device)) return 'resumes';
  return claimed.epoch === current.epoch + 1n ? 'advances' : 'conflict';
}

/** A guest's epoch never goes back, and belongs to one device where we know it. */
export function judgeGuest(
  known: { readonly epoch: bigint; readonly device?: Uint8Array },
  claimed: DeviceEpoch,
): boolean {
  if (claimed.epoch !== known.epoch) return claimed.epoch > known.epoch;
  return known.device === undefined || equalBytes(claimed.device, known.device);
}
