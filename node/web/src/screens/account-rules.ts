/** What a name, a password and an address must be, as the page says it before it asks the peer. */
import { findPasswordFault } from '../../../../shared/passwords.ts';
import { isNameFault, normaliseEmail, normaliseName } from '../../../../shared/usernames.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import type { FieldFault } from './use-form.ts';

export function nameFault(name: string): FieldFault | undefined {
  if (name.trim() === '') return 'required';
  const normal = normaliseName(name.trim());
  return isNameFault(normal) ? normal : undefined;
}

export function newPasswordFault(password: string, name?: string): FieldFault | undefined {
  if (password === '') return 'required';
  return findPasswordFault(password, name === undefined ? {} : { name });
}

export function repeatFault(password: string, repeated: string): FieldFault | undefined {
  if (repeated === '') return 'required';
  return repeated === password ? undefined : 'password-mismatch';
}

export function emailFault(email: string): FieldFault | undefined {
  if (email.trim() === '') return undefined;
  const normal = normaliseEmail(email.trim());
  return typeof normal === 'string' ? normal : undefined;
}

/** The part of a form that an error is about, by the family of its code. */
export function familyOf(code: ErrorCode): 'name' | 'password' | 'email' | 'server' | undefined {
  if (code.startsWith('name-')) return 'name';
  if (code.startsWith('password-')) return 'password';
  if (code.startsWith('email-')) return 'email';
  if (/^(server-|invite-|token-|no-server$|address-malformed$)/.test(code)) return 'server';
  return undefined;
}
