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
  'certificate-file-invalid': {
    en: ['This file is no certificate, or it was changed.', 'Ask the person for the file again.'],
    zh: ['此文件不是证书，或已被改动。', '请向对方重新索取。'],
  },
  'no-certificate': {
    en: ['This person’s certificate has not come yet.', 'It comes by itself as soon as their miyu reaches yours.'],
    zh: ['尚未收到此人的证书。', '对方的密语连上后会自动收到。'],
  },
  'display-name-invalid': {
    en: ['This cannot be a display name.', 'Take at most 64 characters in one line, without control characters.'],
    zh: ['不能用作显示名。', '请使用最多 64 个字符，单行，不含控制字符。'],
  },
  'status-invalid': {
    en: ['This cannot be a status.', 'Take at most 140 characters in one line, without control characters.'],
    zh: ['不能用作个性签名。', '请使用最多 140 个字符，单行，不含控制字符。'],
  },
  'birth-year-invalid': {
    en: ['This is no year of birth.', 'Give four digits, from 1900 to this year, or leave it out.'],
    zh: ['这不是出生年份。', '请填写 1900 至今年的四位数字，或留空。'],
  },
  'picture-invalid': {
    en: ['This picture cannot be used.', 'Take a JPEG, PNG or WebP picture of at most 512 × 512 pixels.'],
    zh: ['无法使用此图片。', '请使用不超过 512 × 512 像素的 JPEG、PNG 或 WebP 图片。'],
  },
  'picture-too-large': {
    en: ['The picture has too many bytes[: at most {detail}].', 'Make it smaller, or save it as JPEG.'],
    zh: ['图片文件太大[：最多 {detail} 字节]。', '请缩小图片，或另存为 JPEG。'],
  },
};
