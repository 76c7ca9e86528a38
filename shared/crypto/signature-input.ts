/** What a signature covers. */
import type { SignatureContext } from '../wire/contexts.ts';
import { concatBytes } from '../ids.ts';
import { utf8 } from './hash.ts';

const ZERO = Uint8Array.of(0);

/** utf8(context) ‖ 0x00 ‖ payload. No context is the beginning of another with a zero behind it. */
export const signatureInput = (context: SignatureContext, payload: Uint8Array): Uint8Array =>
  concatBytes(utf8(context), ZERO, payload);
