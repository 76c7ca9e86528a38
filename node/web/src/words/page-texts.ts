/** Errors in the words of a page, where shared/error-texts.ts speaks of commands: a person who sits before a page types none. */
import type { BothTexts } from '../../../../shared/error-texts.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';

export const PAGE_TEXTS: Partial<Record<ErrorCode, BothTexts>> = {
  'log-alarm': {
    en: [
      'Nothing is sent to some friends: a server has contradicted itself about who they are.',
      'See what happened, and decide.',
    ],
    zh: ['暂停向部分好友发送：服务器关于其身份的声明自相矛盾。', '请查看发生了什么，并作出决定。'],
  },
  'friend-key-changed': {
    en: [
      'A friend’s key is another one than before. Nothing is sent to it; what you write to that friend waits.',
      'See what happened, compare the safety number, and decide.',
    ],
    zh: [
      '好友的密钥与之前不同。没有向它发送任何内容；您写给这位好友的内容会等待。',
      '请查看发生了什么，核对安全码，再作决定。',
    ],
  },
  'no-such-alarm': {
    en: ['This alarm is not there any more.', 'Nothing needs to be done.'],
    zh: ['此警报已不存在。', '无需任何操作。'],
  },
  'no-evidence': {
    en: ['Of this alarm there is nothing that would convince others.', 'What was seen stands above.'],
    zh: ['这个警报没有可以说服他人的证据。', '上面说明了看到的情况。'],
  },
  usage: {
    en: ['This was not understood.', 'Check what you have typed.'],
    zh: ['无法理解输入的内容。', '请检查后重试。'],
  },
  'already-friends': {
    en: ['You are friends already.', 'Find them among your chats.'],
    zh: ['你们已经是好友。', '可以在聊天列表中找到对方。'],
  },
  'not-a-friend': {
    en: ['This person is not among your friends.', 'Add them first.'],
    zh: ['对方不是您的好友。', '请先添加好友。'],
  },
  'no-such-message': {
    en: ['There is no such message in this chat any more.', 'Nothing needs to be done.'],
    zh: ['此聊天中已没有这条消息。', '无需任何操作。'],
  },
  'code-unreadable': {
    en: ['No QR code can be read in this file.', 'Take a picture in which the whole code is seen.'],
    zh: ['无法从此文件读出二维码。', '请选择能看到完整二维码的图片。'],
  },
  'api-version': {
    en: ['miyu was updated while this page was open.', 'Load the page again.'],
    zh: ['页面打开期间密语已更新。', '请重新载入页面。'],
  },
  'page-off': {
    en: ['This miyu serves no page.', 'Start miyu again, with its page.'],
    zh: ['此密语未提供页面。', '请重新启动密语，并开启页面。'],
  },
  'settings-lost': {
    en: [
      'What you had set could not be read any more.',
      'Until you choose anew, friends see neither that you have read nor that you are writing, and notifications show no text.',
    ],
    zh: ['您的设置已无法读取。', '在您重新选择之前，好友看不到您已读或正在输入，通知也不显示内容。'],
  },
  'no-such-request': {
    en: ['No request from this person is waiting any more.', 'Nothing needs to be done.'],
    zh: ['没有来自此人的请求在等待。', '无需任何操作。'],
  },
  'friend-blocked': {
    en: ['You have blocked this person.', 'Unblock them in their details first.'],
    zh: ['您已屏蔽此人。', '请先在详情中解除屏蔽。'],
  },
  'login-wrong': {
    en: [
      'That name and password open nothing at this server.',
      'Check both. It works only where you have chosen to sign in anywhere; otherwise use your key file.',
    ],
    zh: ['用这个名字和密码在该服务器上登录不了。', '请检查两者。只有先开启“随处登录”才行；否则请使用密钥文件。'],
  },
  'anywhere-superseded': {
    en: [
      'Signing in anywhere was chosen anew or given up on another machine.',
      'Say in the settings, at your account, what shall be.',
    ],
    zh: ['“随处登录”已在另一台设备上重新设置或关闭。', '请在设置的账号页决定。'],
  },
  'picture-left-out': {
    en: [
      'Your picture has no room in the copy by which you sign in anywhere.',
      'A new machine has your card without it, and your friends keep what they have. Choose a smaller picture in the settings, or use a key file, which has room.',
    ],
    zh: [
      '“随处登录”的副本放不下您的头像。',
      '新设备上的名片会没有头像，好友那里保留原样。请在设置里换小一些的图片，或使用密钥文件。',
    ],
  },
  'vault-rolled-back': {
    en: [
      'Your server gave this machine an older copy of your account than the last one: a friend has seen a later one.',
      'Friends added after that copy are missing here; write to them, or use a key file. Then choose signing in anywhere once more in the settings, at your account. If it was no restored backup, do not trust this server.',
    ],
    zh: [
      '服务器给本机的账号副本不是最新的：有好友见过更新的副本。',
      '该副本之后添加的好友在本机缺失；请联系他们，或使用密钥文件，再到设置的账号页重新开启“随处登录”。若不是恢复了备份，请不要信任这台服务器。',
    ],
  },
  'not-registered': {
    en: ['There is no account on this machine yet.', 'Create one, or use your key file.'],
    zh: ['本机还没有账号。', '请注册，或使用您的密钥文件。'],
  },
  'already-registered': {
    en: ['There is an account here already.', 'Unlock it with its password.'],
    zh: ['这里已有账号。', '请用密码解锁。'],
  },
  locked: {
    en: ['miyu is locked.', 'Unlock it with your password.'],
    zh: ['密语已锁定。', '请用密码解锁。'],
  },
  'signed-out': {
    en: ['Another device signed in to this account; this one is signed out.', 'You can take over here.'],
    zh: ['另一台设备登录了这个账号，本机已退出。', '您可以在此接管。'],
  },
  'no-server': {
    en: ['No server is known.', 'Paste an invite link, or a server’s address.'],
    zh: ['没有已知的服务器。', '请粘贴邀请链接或服务器地址。'],
  },
  'not-signed-in': {
    en: ['The server does not see you as signed in.', 'It is tried again by itself; wait a moment.'],
    zh: ['服务器认为您尚未登录。', '会自动重试，请稍候。'],
  },
  'profile-in-use': {
    en: ['This account is open in another miyu on this machine.', 'Stop that one first.'],
    zh: ['此账号正被本机另一个密语使用。', '请先停止它。'],
  },
  'folder-unwritable': {
    en: ['The data folder cannot be written.', 'Check who owns it.'],
    zh: ['数据文件夹不可写。', '请检查其所有者。'],
  },
  'folder-not-a-profile': {
    en: ['The data folder holds other things than miyu’s.', 'Start miyu with another folder.'],
    zh: ['数据文件夹里不是密语的资料。', '请为密语另选文件夹。'],
  },
  'profile-rolled-back': {
    en: [
      'A friend has messages of yours that this machine does not know: its data was probably copied back from an older state.',
      'Nothing that you write is lost; what the copy lacks, friends send again. A friend’s details say how you agree.',
    ],
    zh: [
      '好友那里有本机不知道的、您发出的消息：本机数据可能是从旧的备份恢复的。',
      '您写的内容不会丢失；缺少的部分，好友会重新发送。好友详情中会显示双方是否一致。',
    ],
  },
  'daemon-not-running': {
    en: ['miyu is not running on this machine.', 'Start it again.'],
    zh: ['本机的密语没有运行。', '请重新启动。'],
  },
  'link-closed': {
    en: ['The connection to miyu broke.', 'It comes back by itself; then try again.'],
    zh: ['与密语的连接断开了。', '会自动恢复，之后请重试。'],
  },
  'email-required': {
    en: ['This server asks for an e-mail address.', 'Give one, or use another server.'],
    zh: ['这台服务器要求填写电子邮箱。', '请填写，或换一台服务器。'],
  },
  'account-exists': {
    en: ['This account is registered at this server already.', 'Unlock it with its password.'],
    zh: ['这个账号已在此服务器注册。', '请用密码解锁。'],
  },
  'not-granted': {
    en: ['You may not reach this person’s mailbox.', 'Send a friend request first.'],
    zh: ['您无权向对方的信箱投递。', '请先发送好友请求。'],
  },
  'not-friends': {
    en: ['The other side does not count you among its friends.', 'Send a friend request.'],
    zh: ['对方没有把您列为好友。', '请发送好友请求。'],
  },
  'session-replaced': {
    en: ['A newer sign-in of this account took over.', 'You can take over here.'],
    zh: ['这个账号在别处重新登录，本机已退出。', '您可以在此接管。'],
  },
  timeout: {
    en: ['It took too long.', 'Try again; check the network if it happens again.'],
    zh: ['等待超时。', '请重试；若再次出现，请检查网络。'],
  },
  'unknown-request': {
    en: ['This miyu cannot do that yet.', 'Update miyu on this machine.'],
    zh: ['此版本的密语还不支持该操作。', '请更新本机的密语。'],
  },
};
