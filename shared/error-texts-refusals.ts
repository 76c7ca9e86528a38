/** What people read where somebody else (a server, a friend) refuses. See error-texts.ts for the form. */
import type { RefusalCode } from './wire/refusals.ts';
import type { BothTexts } from './error-texts.ts';

export const REFUSAL_TEXTS: Record<RefusalCode, BothTexts> = {
  malformed: {
    en: ['The other side did not understand what was sent.', 'Update miyu on both sides; then try again.'],
    zh: ['对方无法理解发送的内容。', '请把双方的密语更新到最新版本，然后重试。'],
  },
  'version-mismatch': {
    en: ['The two programs speak different versions of the protocol.', 'Update miyu on the older side.'],
    zh: ['双方使用的协议版本不同。', '请更新较旧一方的密语。'],
  },
  'hello-first': {
    en: ['The server expected a greeting first.', 'Update miyu; if it persists, tell the server’s operator.'],
    zh: ['服务器要求先打招呼。', '请更新密语；若仍出现，请告知服务器的管理者。'],
  },
  'unknown-request': {
    en: ['The server does not know this request.', 'Ask its operator to update the server.'],
    zh: ['服务器不认识这个请求。', '请让管理者更新服务器。'],
  },
  busy: {
    en: ['The server is busy just now.', 'Wait a moment and try again.'],
    zh: ['服务器正忙。', '请稍候再试。'],
  },
  'too-large': {
    en: ['This is larger than the server accepts[: at most {detail} bytes].', 'Send less at once.'],
    zh: ['内容超过服务器接受的大小[：最多 {detail} 字节]。', '请减少一次发送的内容。'],
  },
  'rate-limited': {
    en: ['Too many attempts in a short time.', 'Wait[ {retry} s] and try again.'],
    zh: ['短时间内尝试次数过多。', '请等待[ {retry} 秒]后再试。'],
  },
  'not-signed-in': {
    en: ['The server does not see you as signed in.', 'Sign in with `miyu login`, then try again.'],
    zh: ['服务器认为您尚未登录。', '请用 `miyu login` 登录，然后重试。'],
  },
  'already-signed-in': {
    en: ['You are signed in at this server already.', 'Nothing needs to be done.'],
    zh: ['您已经登录到这台服务器。', '无需任何操作。'],
  },
  'server-fault': {
    en: ['Something went wrong inside the server.', 'Try again; if it persists, tell the server’s operator.'],
    zh: ['服务器内部出错。', '请重试；若仍出现，请告知服务器的管理者。'],
  },
  'storage-full': {
    en: ['The server has no room left on its disk.', 'Tell the server’s operator; what waits here is kept.'],
    zh: ['服务器的磁盘已满。', '请告知服务器的管理者；在此等待的内容会保留。'],
  },

  'name-empty': {
    en: ['The name is empty.', 'Choose a name of at least one character.'],
    zh: ['名字为空。', '请至少输入一个字符作为名字。'],
  },
  'name-too-long': {
    en: ['The name is too long[: at most {detail} characters].', 'Choose a shorter name.'],
    zh: ['名字太长[：最多 {detail} 个字符]。', '请换一个较短的名字。'],
  },
  'name-characters': {
    en: [
      'The name contains characters that a name cannot have.',
      'Use letters, digits, and “-”, “_” or “.” between them.',
    ],
    zh: ['名字里有不允许的字符。', '请使用文字、数字，以及其间的“-”“_”或“.”。'],
  },
  'name-mixed-scripts': {
    en: [
      'The name mixes scripts in a way that could deceive.',
      'Keep to one script, or to Chinese with Latin letters.',
    ],
    zh: ['名字混用了容易让人误认的文字。', '请只用一种文字，或中文加拉丁字母。'],
  },
  'name-taken': {
    en: ['This name is taken at this server.', 'Choose another name.'],
    zh: ['这个名字在此服务器上已被使用。', '请换一个名字。'],
  },
  'name-look-alike': {
    en: ['This name looks like one that is taken.', 'Choose a name that nobody could take for the other.'],
    zh: ['这个名字与已有的名字看起来太像。', '请选一个不会被误认的名字。'],
  },
  'name-held': {
    en: [
      'This name was given up not long ago. It is nobody’s just now.',
      'Choose another name, or ask the person for the new one.',
    ],
    zh: ['这个名字不久前被放弃，目前不属于任何人。', '请换一个名字，或向对方询问新名字。'],
  },
  'name-reserved': {
    en: [
      'This name is reserved: whoever had it would be taken for the people who run the server.',
      'Choose another name.',
    ],
    zh: ['这个名字是保留的：使用它的人会被误认为服务器的管理人员。', '请换一个名字。'],
  },
  'rename-limited': {
    en: [
      'You have changed your name often enough for now[: at most {detail} times in 30 days].',
      'Wait[ {days} d] and try again.',
    ],
    zh: ['近期更改名字的次数已达上限[：30 天内最多 {detail} 次]。', '请等待[ {days} 天]后再试。'],
  },
  'invites-full': {
    en: [
      'You cannot make another invitation just now[: this server allows a member {detail} open ones].',
      'Take one back that was not used, or ask the operator for an invite link.',
    ],
    zh: [
      '目前不能再发出邀请[：这台服务器允许每位成员同时持有 {detail} 个]。',
      '请收回一个未使用的邀请，或向管理者索取邀请链接。',
    ],
  },
  'registration-closed': {
    en: ['This server takes no new accounts.', 'Ask its operator, or use another server.'],
    zh: ['这台服务器不接受新账号。', '请询问管理者，或换一台服务器。'],
  },
  'email-malformed': {
    en: ['This is not an e-mail address.', 'Check it, or leave it out where it is optional.'],
    zh: ['这不是有效的电子邮箱地址。', '请检查；若可不填，也可以留空。'],
  },
  'email-required': {
    en: ['This server asks for an e-mail address.', 'Give one with --email, or use another server.'],
    zh: ['这台服务器要求填写电子邮箱。', '请用 --email 填写，或换一台服务器。'],
  },
  'email-not-wanted': {
    en: ['This server takes no e-mail addresses.', 'Register without one.'],
    zh: ['这台服务器不接受电子邮箱。', '请不填邮箱再注册。'],
  },
  'email-taken': {
    en: ['This e-mail address belongs to another account here.', 'Use another address, or leave it out.'],
    zh: ['这个电子邮箱已属于另一个账号。', '请换一个邮箱，或留空。'],
  },
  'token-required': {
    en: ['This server registers only people with an invitation.', 'Ask its operator, or a member, for an invite link.'],
    zh: ['这台服务器只接受受邀者注册。', '请向管理者或成员索取邀请链接。'],
  },
  'token-invalid': {
    en: ['This invitation was used already or has expired.', 'Ask for a new invite link.'],
    zh: ['这个邀请已被使用或已过期。', '请索取新的邀请链接。'],
  },
  'statement-invalid': {
    en: [
      'A signed statement about an identity does not hold.',
      'Do not go on; compare the safety number with the person.',
    ],
    zh: ['某个身份声明的签名不成立。', '请不要继续；请与对方核对安全码。'],
  },
  'certificate-invalid': {
    en: ['The certificate of a device does not hold.', 'Sign in again; if it persists, compare the safety number.'],
    zh: ['设备证书不成立。', '请重新登录；若仍出现，请核对安全码。'],
  },
  'proof-invalid': {
    en: ['The server did not accept the proof of your key.', 'Sign in again; if it persists, tell the operator.'],
    zh: ['服务器不接受您的密钥证明。', '请重新登录；若仍出现，请告知管理者。'],
  },
  'unknown-account': {
    en: ['The server does not know this account.', 'Check that it is the right server, or register.'],
    zh: ['服务器没有这个账号。', '请检查是否是正确的服务器，或先注册。'],
  },
  'epoch-conflict': {
    en: ['Another device signed in to this account in the meantime.', 'Sign in again to take over.'],
    zh: ['期间另一台设备登录了这个账号。', '请重新登录以接管。'],
  },
  'account-exists': {
    en: ['This account is registered at this server already.', 'Sign in with `miyu login`.'],
    zh: ['这个账号已在此服务器注册。', '请用 `miyu login` 登录。'],
  },
  'accounts-full': {
    en: ['This server takes no more accounts.', 'Ask its operator, or use another server.'],
    zh: ['这台服务器的账号已满。', '请询问管理者，或换一台服务器。'],
  },
  'vault-conflict': {
    en: [
      'The server keeps another version of your sealed profile.',
      'Nothing needs to be done; the newer one is kept.',
    ],
    zh: ['服务器上保存的密封资料是另一个版本。', '无需操作；会保留较新的版本。'],
  },
  'vault-login-invalid': {
    en: ['The server did not accept this sign-in by password.', 'Check name and password, and try again.'],
    zh: ['服务器不接受这次密码登录。', '请检查名字和密码后重试。'],
  },
  'log-other': {
    en: ['The server has begun its log anew since.', 'Try again; if it happens often, ask the operator.'],
    zh: ['服务器已重新开始其日志。', '请重试；如果经常发生，请询问管理者。'],
  },
  'log-short': {
    en: [
      'The server’s log is shorter than one that it has signed.',
      'Do not go on; ask the operator, and compare safety numbers.',
    ],
    zh: ['服务器的日志比它签过名的要短。', '请不要继续；请询问管理者，并与朋友核对安全码。'],
  },

  'no-bundle': {
    en: [
      'This person has not published the keys that a first message needs.',
      'It goes on when they sign in next time.',
    ],
    zh: ['对方尚未发布首条消息所需的密钥。', '对方下次登录后会自动继续。'],
  },
  'bundle-invalid': {
    en: ['The keys that the server gave do not hold.', 'Nothing was sent. Compare the safety number with the person.'],
    zh: ['服务器给出的密钥不成立。', '没有发送任何内容。请与对方核对安全码。'],
  },
  'record-invalid': {
    en: ['An address record does not hold.', 'Nothing needs to be done; the mailbox is used meanwhile.'],
    zh: ['地址记录不成立。', '无需操作；期间会使用信箱。'],
  },
  'record-stale': {
    en: ['A newer address record is there already.', 'Nothing needs to be done.'],
    zh: ['已有更新的地址记录。', '无需任何操作。'],
  },

  'not-granted': {
    en: ['You may not reach this person’s mailbox.', 'Send a friend request first with `miyu friends add`.'],
    zh: ['您无权向对方的信箱投递。', '请先用 `miyu friends add` 发送好友请求。'],
  },
  'grant-revoked': {
    en: ['This person has ended the friendship: their mailbox takes nothing from you.', 'You can ask again.'],
    zh: ['对方已解除好友关系：其信箱不再接收您的消息。', '您可以重新发送好友请求。'],
  },
  'grant-invalid': {
    en: ['The permission for this mailbox does not hold.', 'Ask the person to be friends again.'],
    zh: ['信箱的许可不成立。', '请重新与对方加为好友。'],
  },
  'mailbox-full': {
    en: ['This person’s mailbox is full.', 'It is sent as soon as they sign in; nothing is lost.'],
    zh: ['对方的信箱已满。', '对方登录后会自动送达，不会丢失。'],
  },
  'sender-quota': {
    en: ['You have as much waiting for this person as one sender may.', 'The rest follows as soon as they fetch it.'],
    zh: ['您在对方信箱中的待取内容已达上限。', '对方取走后会继续发送。'],
  },
  'no-mailbox': {
    en: ['This person has no mailbox at this server.', 'Ask them for a new invite link.'],
    zh: ['对方在这台服务器上没有信箱。', '请向对方索取新的邀请链接。'],
  },
  'envelope-invalid': {
    en: ['The server refused the form of a sealed message.', 'Update miyu; the message is kept here.'],
    zh: ['服务器拒绝了密封消息的格式。', '请更新密语；消息仍保存在本机。'],
  },
  'request-waiting': {
    en: ['Your request is waiting for this person already.', 'They are asked again at their next sign-in.'],
    zh: ['您的请求已在等待对方答复。', '对方下次登录时会再次看到。'],
  },
  'requests-full': {
    en: ['Too many requests are waiting for this person.', 'Ask them to answer some, or for their invite link.'],
    zh: ['等待对方答复的请求太多。', '请让对方处理一些，或索取其邀请链接。'],
  },
  'no-request': {
    en: ['There is no such request any more.', 'Ask this person to be friends yourself.'],
    zh: ['这个请求已不存在。', '您可以主动添加对方为好友。'],
  },
  'not-yourself': {
    en: ['That is you yourself.', 'Name somebody else.'],
    zh: ['那是您自己。', '请指定别人。'],
  },
  'not-accepting': {
    en: ['This person takes no request from you.', 'Nothing more can be done from here.'],
    zh: ['对方不接受您的请求。', '在此无法再做什么。'],
  },

  'not-friends': {
    en: ['The other side does not count you among its friends.', 'Send a friend request with `miyu friends add`.'],
    zh: ['对方没有把您列为好友。', '请用 `miyu friends add` 发送好友请求。'],
  },
  'session-replaced': {
    en: [
      'A newer sign-in of this account took over.',
      'Sign in here with `miyu login --take-over` if you want it back.',
    ],
    zh: ['这个账号在别处重新登录，本机已退出。', '若要在此继续，请用 `miyu login --take-over` 登录。'],
  },
};
