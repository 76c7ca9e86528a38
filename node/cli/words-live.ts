/** What the command line says of the one live login, and of what locks. */
export const LIVE_WORDS = {
  lockedElsewhere: { en: 'signed in elsewhere at {time}: {what}', zh: '{time} 在别处登录：{what}' },
  lockedElsewhereFrom: { en: '{what}, from {address}', zh: '{what}，来自 {address}' },
  lockedIdle: {
    en: 'by itself: nobody did anything since {time}; messages wait at your server',
    zh: '自动锁定：自 {time} 起无人操作；消息在您的服务器等候',
  },
  lockedWhy: { en: 'Locked', zh: '锁定原因' },
  knowsSignedIn: { en: 'Its sign-in', zh: '其登录' },
  knowsSignedInOf: {
    en: '{time}, {label}, {address} (the last two sealed for you)',
    zh: '{time}，{label}，{address}（后两项为您密封）',
  },
  anywhereCarried: {
    en: 'Signing in anywhere stays on, with the password that you chose it under.',
    zh: '“随处登录”保持开启，仍用当初设置它的密码。',
  },
} as const;
