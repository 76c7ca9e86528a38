/** What people read where it is about who somebody is. See error-texts.ts for the form. */
import type { IdentityCode } from './errors.ts';
import type { BothTexts } from './error-texts.ts';

export const IDENTITY_TEXTS: Record<IdentityCode, BothTexts> = {
  'verification-malformed': {
    en: [
      'This is no verification code, or part of it is missing.',
      'Scan the code that the person’s details show under “Verification”, or copy the whole text.',
    ],
    zh: ['这不是核对码，或者不完整。', '请扫描对方在详情“身份核对”中显示的二维码，或复制完整的文字。'],
  },
};
