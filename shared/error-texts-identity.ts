/** What people read where it is about who somebody is, and whether a directory says the truth of it. See error-texts.ts for the form. */
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
  'code-unreadable': {
    en: [
      'No QR code can be read in this file.',
      'Take a PNG picture, such as a screenshot, in which the whole code is seen; scan a photo in the page.',
    ],
    zh: ['无法从此文件读出二维码。', '请使用能看到完整二维码的 PNG 图片（例如截图）；照片请在网页界面中扫描。'],
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
  'log-alarm': {
    en: [
      'Nothing is sent: a server has contradicted itself about who your friends are.',
      'See what happened with `miyu alarms`, and decide there.',
    ],
    zh: ['暂停发送：服务器关于您好友身份的声明自相矛盾。', '请用 `miyu alarms` 查看发生了什么，并作出决定。'],
  },
  'log-stale': {
    en: [
      'What the server has signed about its directory is not of now.',
      'Check this machine’s clock; if it is right, ask the operator.',
    ],
    zh: ['服务器对其目录的签名不是现在的。', '请检查本机时钟；如果时钟正确，请询问管理者。'],
  },
  'log-unproven': {
    en: [
      'The server does not prove that what it says is in its log.',
      'Try again later; if it stays so, ask the operator and compare safety numbers.',
    ],
    zh: ['服务器未能证明它所说的内容在其日志中。', '请稍后重试；如果一直如此，请询问管理者，并与朋友核对安全码。'],
  },
  'no-such-alarm': {
    en: ['There is no alarm of this number.', '`miyu alarms` lists them.'],
    zh: ['没有这个编号的警报。', '`miyu alarms` 可列出全部警报。'],
  },
  'no-evidence': {
    en: ['Of this alarm there is nothing that would convince others.', 'What was seen is told by `miyu alarms show`.'],
    zh: ['这个警报没有可以说服他人的证据。', '`miyu alarms show` 会说明看到了什么。'],
  },
  'evidence-invalid': {
    en: [
      'This is no evidence against a server: it proves nothing.',
      'Check that the file is whole; ask whoever gave it to you.',
    ],
    zh: ['这不是针对服务器的有效证据：它不能证明任何事。', '请检查文件是否完整；请询问提供文件的人。'],
  },
  'tree-head-invalid': {
    en: [
      'What the server signed about its log does not hold.',
      'Do not go on; ask the operator, and compare safety numbers.',
    ],
    zh: ['服务器对其日志的签名声明不成立。', '请不要继续；请询问管理者，并与朋友核对安全码。'],
  },
};
