/** What the command line says of who somebody is; the rest is in words.ts. */
import type { Language } from '../../shared/language.ts';

export const IDENTITY_WORDS = {
  compareCodes: {
    en: 'Let {name} scan this with miyu, and scan theirs with `miyu verify {name} --scan TEXT`; or compare the number, in person or by voice, and then say `miyu friends verify {name}`:',
    zh: '请 {name} 用密语扫描此码，再用 `miyu verify {name} --scan 文字` 扫描对方的码；或当面、通话核对安全码，然后运行 `miyu friends verify {name}`：',
  },
  codeAsText: { en: 'The same as text:', zh: '同样内容的文字：' },
  'outcome-match': {
    en: 'It fits. {name} is verified: nobody stands between you.',
    zh: '一致。{name} 已通过核对：没有人夹在你们中间。',
  },
  'outcome-other-log': {
    en: 'The keys fit, and {name} is verified. But the server shows the two of you different directories: it lies to one of you. Do not trust its answers about other people.',
    zh: '密钥一致，{name} 已通过核对。但服务器给你们两人看的目录不同：它在欺骗其中一人。请不要相信它关于其他人的回答。',
  },
  'outcome-mismatch': {
    en: 'It does NOT fit: one of you has a false key of the other. Somebody may be reading along. Say nothing secret, and find out together on another way.',
    zh: '不一致：你们中有一方持有对方的虚假密钥。可能有人在窃听。请不要发送机密内容，并通过其他途径一起查明原因。',
  },
  'outcome-other-person': {
    en: 'This code is not of {name}, or was not shown to you: {name} has to open their details of you, and show the code there.',
    zh: '这个码不是 {name} 的，或不是给您看的：请 {name} 打开关于您的详情，并出示那里的码。',
  },
  'outcome-yourself': {
    en: 'This is your own code. Scan the one of {name}.',
    zh: '这是您自己的码。请扫描 {name} 的码。',
  },
  somebody: { en: 'somebody else', zh: '其他人' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
