/** What the command line says of names and invitations (words.ts for the rest). */
export const NAME_WORDS = {
  renamed: { en: 'You are now called {name}. Your friends are told.', zh: '您现在叫 {name}，好友会收到通知。' },
  nameNotice: { en: '{former} is now called {name}.', zh: '{former} 现在叫 {name}。' },
  inviteLink: { en: 'Your invite link (give it to a friend):', zh: '您的邀请链接（发给朋友）：' },
  inviteNew: {
    en: 'An invite link for one new person. Nobody else can register by it once it is used:',
    zh: '给一位新人的邀请链接，使用一次后即失效：',
  },
  inviteExpires: {
    en: 'It lets somebody new in until {time} (number {id}; `miyu invite revoke {id}` takes it back).',
    zh: '新人可在 {time} 之前凭它注册（编号 {id}；可用 `miyu invite revoke {id}` 收回）。',
  },
  inviteQrTooWide: { en: '(The terminal is too narrow for a QR code.)', zh: '（终端太窄，无法显示二维码。）' },
  inviteRow: { en: '{id}  made {made}, until {time}', zh: '{id}  {made} 发出，有效至 {time}' },
  invitesOf: { en: '{count} of {most} open invitations.', zh: '已发出 {count} 个邀请，最多 {most} 个。' },
  invitesNone: { en: 'No invitation is open; you may have {most}.', zh: '没有未使用的邀请，最多可有 {most} 个。' },
  invitesOperator: {
    en: 'At this server its operator alone invites new people.',
    zh: '在这台服务器上，只有管理者可以邀请新人。',
  },
  invitesNotNeeded: {
    en: 'This server registers anybody: no token is needed.',
    zh: '这台服务器开放注册，不需要邀请。',
  },
  inviteRevoked: { en: 'Nobody registers by invitation {id} any more.', zh: '邀请 {id} 已收回。' },
  requestedDirect: {
    en: 'Your request is on the device of {name}, sent directly; you are told what the answer is.',
    zh: '好友请求已直接送达 {name} 的设备；有答复时会告诉您。',
  },
  requestedLater: {
    en: 'Your request to {name} is noted, and goes out as soon as their device or the server answers.',
    zh: '给 {name} 的好友请求已记下，对方设备或服务器一有应答就会发出。',
  },
  inviterAsked: {
    en: '{name}, who invited you, has your friend request.',
    zh: '已向邀请您的 {name} 发送好友请求。',
  },
  inviterWaits: {
    en: 'Whoever invited you could not be asked just now. Try again: miyu friends add LINK',
    zh: '暂时无法向邀请人发送好友请求。请稍后重试：miyu friends add 链接',
  },
} as const;
