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
    en: 'It does NOT fit: one of you has a false key of the other. Somebody may be reading along. What you write to {name} waits from now on. Find out together on another way, then decide: miyu friends key {name}',
    zh: '不一致：你们中有一方持有对方的虚假密钥。可能有人在窃听。从现在起，您写给 {name} 的内容会等待。请通过其他途径一起查明原因，再作决定：miyu friends key {name}',
  },
  'outcome-other-person': {
    en: 'This code is not of {name}, or was not shown to you: {name} has to open their details of you, and show the code there.',
    zh: '这个码不是 {name} 的，或不是给您看的：请 {name} 打开关于您的详情，并出示那里的码。',
  },
  'outcome-yourself': {
    en: 'This is your own code. Scan the one of {name}.',
    zh: '这是您自己的码。请扫描 {name} 的码。',
  },
  noCard: { en: 'Nothing is filled in.', zh: '尚未填写。' },
  cardSet: { en: 'Your card is changed; friends get it sealed.', zh: '名片已更新，将加密发送给好友。' },
  nothingToSet: {
    en: 'Say what to set, such as --display-name or --status.',
    zh: '请给出要设置的内容，例如 --display-name 或 --status。',
  },
  badSex: {
    en: '--sex knows: female, male, other, or an empty text.',
    zh: '--sex 可用：female、male、other，或空文字。',
  },
  noPicture: { en: 'There is no picture.', zh: '没有头像。' },
  displayName: { en: 'Display name', zh: '显示名' },
  sex: { en: 'Sex', zh: '性别' },
  'sex-female': { en: 'female', zh: '女' },
  'sex-male': { en: 'male', zh: '男' },
  'sex-other': { en: 'other', zh: '其他' },
  birthYear: { en: 'Year of birth', zh: '出生年份' },
  cardStatus: { en: 'Status', zh: '个性签名' },
  picture: { en: 'Picture', zh: '头像' },
  yes: { en: 'yes', zh: '有' },
  none: { en: 'none', zh: '无' },
  email: { en: 'E-mail', zh: '邮箱' },
  epoch: { en: 'Device number', zh: '设备序号' },
  issued: { en: 'Signed at', zh: '签发时间' },
  certificateSaved: {
    en: 'Written to {path}. Whoever has it can check it with `miyu certificate verify`.',
    zh: '已写入 {path}。拿到的人可用 `miyu certificate verify` 验证。',
  },
  'certificate-yourself': { en: 'The signature holds. It is your own.', zh: '签名有效。这是您自己的证书。' },
  'certificate-same': {
    en: 'The signature holds, and the keys are those of your friend {name}.',
    zh: '签名有效，公钥与您的好友 {name} 一致。',
  },
  'certificate-other-keys': {
    en: 'The signature holds, but the keys are NOT those that you know of {name}. Compare before you trust either.',
    zh: '签名有效，但公钥与您所知的 {name} 不一致。请先核对再信任。',
  },
  'certificate-unknown': {
    en: 'The signature holds. Whether it is of the person whose name it bears, only they can tell you: compare the fingerprint.',
    zh: '签名有效。它是否属于名字所指的人，只有本人能确认：请核对指纹。',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
