/** What people read where something on this machine, or on the way, is in the way. See error-texts.ts for the form. */
import type { LocalCode } from './errors.ts';
import type { BothTexts } from './error-texts.ts';

export const LOCAL_TEXTS: Record<LocalCode, BothTexts> = {
  usage: {
    en: ['The command was not understood.', 'See `miyu --help`.'],
    zh: ['无法理解这个命令。', '请查看 `miyu --help`。'],
  },
  'text-empty': {
    en: ['There is no text to send.', 'Write something.'],
    zh: ['没有要发送的文字。', '请写点什么。'],
  },
  'text-too-long': {
    en: ['The text is longer than 64 KiB (65,536 bytes).', 'Send it in parts; nothing was sent.'],
    zh: ['文字超过 64 KiB（65536 字节）。', '请分几次发送；这次没有发送任何内容。'],
  },
  'emoji-invalid': {
    en: ['A reaction is exactly one emoji.', 'Choose one, such as 👍.'],
    zh: ['回应只能是一个表情符号。', '请选一个，例如 👍。'],
  },
  'greeting-too-long': {
    en: ['The greeting is too long[: at most {detail} bytes].', 'Say it in fewer words.'],
    zh: ['问候语太长[：最多 {detail} 字节]。', '请写短一些。'],
  },
  'password-too-short': {
    en: ['The password is too short.', 'Use at least 8 characters; a few words in a row are good.'],
    zh: ['密码太短。', '请至少用 8 个字符；几个词连在一起就很好。'],
  },
  'password-too-common': {
    en: [
      'This password is among the first that an attacker tries.',
      'Choose one that is not a known word, row or name.',
    ],
    zh: ['这个密码是攻击者最先尝试的一类。', '请不要用常见的词、连续的键或您的名字。'],
  },
  'password-characters': {
    en: ['The password contains control characters or has more than 256 characters.', 'Choose another one.'],
    zh: ['密码含有控制字符，或超过 256 个字符。', '请换一个密码。'],
  },
  'password-mismatch': {
    en: ['The two passwords differ.', 'Type the same one twice.'],
    zh: ['两次输入的密码不同。', '请两次输入同一个密码。'],
  },
  'password-wrong': {
    en: ['The password is wrong.', 'Try again; nobody can reset it, for it never leaves this machine.'],
    zh: ['密码不对。', '请重试；密码从不离开本机，所以没有人能重置它。'],
  },
  'login-wrong': {
    en: [
      'That name and password open nothing at this server.',
      'Check both. It works only where you have chosen to sign in anywhere (`miyu anywhere on`); otherwise bring a key file.',
    ],
    zh: [
      '用这个名字和密码在该服务器上登录不了。',
      '请检查两者。只有先选择“随处登录”（`miyu anywhere on`）才行；否则请使用密钥文件。',
    ],
  },
  'invite-malformed': {
    en: ['This is no invite link, or it was damaged on the way.', 'Copy the whole link again: miyu://invite/…'],
    zh: ['这不是邀请链接，或在传送中损坏。', '请重新复制完整的链接：miyu://invite/…'],
  },
  'address-malformed': {
    en: ['This is not an address that miyu can use.', 'Example: /ip4/192.0.2.7/tcp/4710/p2p/12D3Koo…'],
    zh: ['这不是密语可用的地址。', '例如：/ip4/192.0.2.7/tcp/4710/p2p/12D3Koo…'],
  },
  'config-invalid': {
    en: ['A setting has no meaning.', 'Correct it in the file, the environment or the flag that gives it.'],
    zh: ['某项设置无效。', '请在给出它的文件、环境变量或参数中改正。'],
  },

  'no-such-user': {
    en: ['Nobody has this name here.', 'Check the spelling, or ask the person for an invite link.'],
    zh: ['这里没有叫这个名字的人。', '请检查拼写，或向对方索取邀请链接。'],
  },
  'ambiguous-friend': {
    en: ['More than one person could be meant.', 'Give the exact name, or more of the account’s digits.'],
    zh: ['可能指不止一个人。', '请给出确切的名字，或更多位账号数字。'],
  },
  'already-friends': {
    en: ['You are friends already.', 'Write to them with `miyu send`.'],
    zh: ['你们已经是好友。', '请用 `miyu send` 给对方写信。'],
  },
  'already-requested': {
    en: ['You have asked this person already.', 'They are asked again at their next sign-in.'],
    zh: ['您已向对方发出请求。', '对方下次登录时会再次看到。'],
  },
  'not-a-friend': {
    en: ['This person is not among your friends.', 'See `miyu friends list`; ask with `miyu friends add`.'],
    zh: ['对方不是您的好友。', '请看 `miyu friends list`；用 `miyu friends add` 添加。'],
  },
  'no-such-message': {
    en: ['There is no such message in this chat.', 'Its number stands in `miyu history`; perhaps it was deleted.'],
    zh: ['此聊天中没有这条消息。', '编号见 `miyu history`；它可能已被删除。'],
  },
  'not-your-message': {
    en: [
      'This message is not yours.',
      'Only its author may change it or take it back; you can delete it for yourself.',
    ],
    zh: ['这条消息不是您写的。', '只有作者可以修改或撤回；您可以只为自己删除。'],
  },
  'message-failed': {
    en: ['This message was not delivered.', 'Send it again first.'],
    zh: ['这条消息没有送达。', '请先重新发送。'],
  },
  'message-not-failed': {
    en: ['This message has not failed.', 'Nothing needs to be sent again.'],
    zh: ['这条消息没有发送失败。', '无需重新发送。'],
  },
  'message-deleted': {
    en: ['This message was taken back.', 'Nothing of it is left.'],
    zh: ['这条消息已被撤回。', '其内容已不存在。'],
  },
  'too-many-changes': {
    en: ['This message was changed too often[: at most {detail} times].', 'Write a new one.'],
    zh: ['这条消息修改次数过多[：最多 {detail} 次]。', '请另写一条。'],
  },
  'request-refused': {
    en: ['The person refused the request.', 'Nothing needs to be done.'],
    zh: ['对方拒绝了请求。', '无需任何操作。'],
  },
  'no-such-request': {
    en: ['No request from this person is waiting.', 'See `miyu friends requests`.'],
    zh: ['没有来自此人的请求在等待。', '请看 `miyu friends requests`。'],
  },
  'friend-key-changed': {
    en: [
      'A friend’s key is another one than before. Nothing is sent to it; what you write to that friend waits.',
      'See `miyu friends key NAME`: compare the safety number, then decide.',
    ],
    zh: [
      '好友的密钥与之前不同。没有向它发送任何内容；您写给这位好友的内容会等待。',
      '请看 `miyu friends key 名字`：先核对安全码，再作决定。',
    ],
  },
  'friend-blocked': {
    en: ['You have blocked this person.', 'Use `miyu friends unblock` first.'],
    zh: ['您已屏蔽此人。', '请先用 `miyu friends unblock` 解除屏蔽。'],
  },

  'not-registered': {
    en: ['There is no account on this machine yet.', 'Create one with `miyu register`, or `miyu key import` yours.'],
    zh: ['本机还没有账号。', '请用 `miyu register` 注册，或用 `miyu key import` 导入。'],
  },
  'account-lost': {
    en: [
      'Your server was set back to an older backup, does not know your account any more, and does not take it again.',
      'Ask its operator: the name may be taken by now, or it needs a new registration token. Friends who are online can still be reached.',
    ],
    zh: [
      '您的服务器恢复到了旧的备份，已不认识您的账号，也没有接受重新登记。',
      '请联系服务器的管理员：用户名可能已被别人占用，或需要新的注册令牌。在线的好友仍可直接联系。',
    ],
  },
  'already-registered': {
    en: ['This profile has an account already.', 'Sign in with `miyu login`, or use another --profile.'],
    zh: ['这个资料夹里已有账号。', '请用 `miyu login` 登录，或用 --profile 指定另一个。'],
  },
  locked: {
    en: ['The account is locked.', 'Unlock it with `miyu login`.'],
    zh: ['账号已锁定。', '请用 `miyu login` 解锁。'],
  },
  'already-unlocked': {
    en: ['You are signed in already.', 'Nothing needs to be done.'],
    zh: ['您已经登录。', '无需任何操作。'],
  },
  'signed-out': {
    en: [
      'Another device signed in to this account; this one is signed out.',
      'Take over with `miyu login --take-over`.',
    ],
    zh: ['另一台设备登录了这个账号，本机已退出。', '若要接管，请用 `miyu login --take-over`。'],
  },
  'no-server': {
    en: ['No server is known.', 'Give an invite link or an address with --server.'],
    zh: ['没有已知的服务器。', '请用 --server 给出邀请链接或地址。'],
  },
  'profile-in-use': {
    en: ['This folder is in use by a running miyu.', 'Stop that one, or choose another folder (--data or --profile).'],
    zh: ['这个文件夹正被运行中的密语使用。', '请先停止它，或另选文件夹（--data 或 --profile）。'],
  },
  'folder-unwritable': {
    en: ['The folder cannot be written.', 'Check who owns it, or choose another one (--data or --profile).'],
    zh: ['文件夹不可写。', '请检查其所有者，或另选文件夹（--data 或 --profile）。'],
  },
  'folder-not-a-profile': {
    en: ['The folder holds other things than a profile.', 'Choose an empty folder, or the right one.'],
    zh: ['文件夹里不是密语的资料。', '请选择空文件夹，或正确的那一个。'],
  },
  'port-taken': {
    en: ['The port[ {detail}] is taken by another program.', 'Choose another port, or 0 for any free one.'],
    zh: ['端口[ {detail}] 已被别的程序占用。', '请换一个端口，或用 0 自动选择。'],
  },
  'daemon-not-running': {
    en: ['miyu is not running for this profile.', 'Start it with `miyu up` (or `npm start`) in another terminal.'],
    zh: ['这个资料夹的密语没有运行。', '请在另一个终端用 `miyu up`（或 `npm start`）启动。'],
  },
  'daemon-failed': {
    en: ['The program stopped unexpectedly.', 'Start it again; its log file says more.'],
    zh: ['程序意外停止。', '请重新启动；日志文件里有详情。'],
  },
  'api-version': {
    en: ['The running miyu is of another version than this command.', 'Stop it and start it again.'],
    zh: ['运行中的密语与此命令版本不同。', '请停止后重新启动。'],
  },
  'api-unauthorized': {
    en: ['This user may not speak to the running miyu.', 'Use the account of the machine that started it.'],
    zh: ['此用户无权访问运行中的密语。', '请使用启动它的系统用户。'],
  },
  'page-off': {
    en: ['This miyu serves no page.', 'Start it without --no-page, or with another --page-port.'],
    zh: ['这个密语没有提供网页界面。', '启动时请去掉 --no-page，或换一个 --page-port。'],
  },
  'disk-full': {
    en: ['The disk is full. Nothing was lost.', 'Free some space; miyu goes on by itself.'],
    zh: ['磁盘已满。没有丢失任何内容。', '请腾出空间；密语会自行继续。'],
  },
  'profile-rolled-back': {
    en: [
      'A friend has messages of yours that this profile does not know: it was probably copied back from an older state.',
      'Nothing that you write is lost; what the copy lacks, friends send again. `miyu friends show NAME` says how you agree. Do not copy a profile back; keep a key file.',
    ],
    zh: [
      '好友那里有此资料夹不知道的、您发出的消息：它可能是从旧的备份恢复的。',
      '您写的内容不会丢失；备份里缺少的，好友会重新发送。用 `miyu friends show 名字` 查看双方是否一致。请不要把旧资料夹拷回来，请保留密钥文件。',
    ],
  },
  'store-damaged': {
    en: [
      'Part of what this profile keeps cannot be read any more: messages, or what belongs to them.',
      'Check the disk and keep a key file. What friends still have of it they send again; where the profile does not open, begin a new one with your key file.',
    ],
    zh: [
      '此资料夹保存的部分内容已无法读取：消息，或与之相关的数据。',
      '请检查磁盘，并保留密钥文件。好友仍有的内容会重新发送；若资料夹无法打开，请用密钥文件建立新的资料夹。',
    ],
  },
  'store-failed': {
    en: ['The disk did not take what was written.', 'Check the disk; nothing was sent that is not kept.'],
    zh: ['磁盘没有写入成功。', '请检查磁盘；未保存的内容没有发送。'],
  },
  'store-newer': {
    en: ['This profile was written by a newer miyu.', 'Update miyu.'],
    zh: ['这份资料由更新版本的密语写入。', '请更新密语。'],
  },
  'store-repaired': {
    en: [
      'Part of what this profile keeps could not be read any more, and was repaired.',
      'What friends still have of it comes back by itself; texts of your own that were damaged are gone here, and your friends have them. Check the disk and keep a key file.',
    ],
    zh: [
      '此资料夹保存的部分内容曾无法读取，现已修复。',
      '好友仍有的内容会自动恢复；您自己发出的、已损坏的消息在本机已丢失，但好友那里仍有。请检查磁盘，并保留密钥文件。',
    ],
  },
  'settings-lost': {
    en: [
      'What you had set could not be read any more.',
      'Until you choose anew, friends see neither that you have read nor that you are writing, and notifications show no text: `miyu settings privacy.typing on` (or off).',
    ],
    zh: [
      '您的设置已无法读取。',
      '在您重新选择之前，好友看不到您已读或正在输入，通知也不显示内容：`miyu settings privacy.typing on`（或 off）。',
    ],
  },
  'vault-damaged': {
    en: ['The vault of this profile is damaged.', 'Restore a backup, or import your key file into a new profile.'],
    zh: ['资料夹里的密钥库已损坏。', '请恢复备份，或把密钥文件导入新的资料夹。'],
  },
  'vault-rejected': {
    en: [
      'The server gave a sealed profile that does not fit this account.',
      'Nothing was kept. Do not trust this server with it; use a key file, and tell its operator.',
    ],
    zh: [
      '服务器给出的密封资料与这个账号不符。',
      '没有保留任何内容。请不要信任这台服务器；改用密钥文件，并告知管理者。',
    ],
  },
  'anywhere-superseded': {
    en: [
      'Signing in anywhere was chosen anew or given up on another machine.',
      'Say what shall be: `miyu anywhere on`, or `miyu anywhere off`.',
    ],
    zh: ['“随处登录”已在另一台设备上重新设置或关闭。', '请决定：`miyu anywhere on` 或 `miyu anywhere off`。'],
  },
  'picture-left-out': {
    en: [
      'Your picture has no room in the copy by which you sign in anywhere.',
      'A new machine has your card without it. Take a smaller picture, or a key file, which has room.',
    ],
    zh: ['“随处登录”的副本放不下您的头像。', '新设备上的名片会没有头像。请换小一些的图片，或使用密钥文件。'],
  },
  'vault-rolled-back': {
    en: ['Your server gave out an old copy of your account.', 'Befriend who is missing; then `miyu anywhere on`.'],
    zh: ['服务器给出的账号副本不是最新的，请谨慎信任它。', '重新添加缺失的好友，再执行 `miyu anywhere on`。'],
  },
  'vault-parameters': {
    en: [
      'The vault asks for a weaker or costlier protection than miyu allows.',
      'Restore a backup: somebody changed it.',
    ],
    zh: ['密钥库要求的保护强度超出密语允许的范围。', '它可能被改动过，请恢复备份。'],
  },
  'key-file-damaged': {
    en: ['The key file is damaged, or is none.', 'Use the file as it was exported.'],
    zh: ['密钥文件已损坏，或不是密钥文件。', '请使用导出时的原文件。'],
  },
  'key-file-exists': {
    en: ['A file of this name is there already.', 'Choose another name; nothing was overwritten.'],
    zh: ['同名文件已存在。', '请换一个文件名；没有覆盖任何内容。'],
  },
  'snapshot-required': {
    en: ['Older events are no longer kept.', 'Read the present state anew, then follow from its cursor.'],
    zh: ['较早的事件已不再保留。', '请重新读取当前状态，再从其游标继续。'],
  },
  closed: {
    en: ['miyu is stopping.', 'Start it again, then repeat this.'],
    zh: ['密语正在停止。', '请重新启动后再试。'],
  },
  internal: {
    en: ['Something unexpected went wrong inside miyu.', 'Try again; the log file says more.'],
    zh: ['密语内部出现意外错误。', '请重试；日志文件里有详情。'],
  },

  'server-unreachable': {
    en: [
      'The server cannot be reached.',
      'Check the network; friends who are connected go on. It is tried again by itself.',
    ],
    zh: ['无法连接服务器。', '请检查网络；已连接的好友不受影响。会自动重试。'],
  },
  'server-key-mismatch': {
    en: [
      'Another server answers at this address: its key is not the pinned one.',
      'Nothing was sent. Ask the operator.',
    ],
    zh: ['此地址上是另一台服务器：它的密钥不是已固定的那一个。', '没有发送任何内容。请询问管理者。'],
  },
  'server-statement-invalid': {
    en: ['What the server says about itself does not hold.', 'Do not go on; ask its operator.'],
    zh: ['服务器的自我声明不成立。', '请不要继续；请询问管理者。'],
  },
  'friend-unreachable': {
    en: ['There is no direct path to this person just now.', 'Messages go to the mailbox and arrive later.'],
    zh: ['目前没有到此人的直接通路。', '消息会先进信箱，稍后送达。'],
  },
  'inviter-unreachable': {
    en: [
      'Neither the server in the link answers nor the device of whoever made it.',
      'Try again while they are online, or ask for a new link.',
    ],
    zh: ['链接中的服务器和发出链接的设备都没有应答。', '请在对方在线时重试，或索取新的链接。'],
  },
  'peer-key-mismatch': {
    en: ['Somebody else answers at this person’s address.', 'Nothing was sent there.'],
    zh: ['此人的地址上是别人。', '没有向那里发送任何内容。'],
  },
  'relay-limit': {
    en: [
      'The server relays no more for now: what may go through it within an hour is used up, or every place is taken.',
      'Messages go by the mailbox meanwhile. Nothing needs to be done.',
    ],
    zh: ['服务器暂时不再中转：一小时内的流量已用完，或名额已满。', '期间消息会经由信箱送达，无需任何操作。'],
  },
  'relay-refused': {
    en: [
      'The server does not relay for you just now.',
      'Messages go by the mailbox, or directly where you can be reached. Ask its operator if this stays.',
    ],
    zh: ['服务器目前不为您中转连接。', '消息会经由信箱送达，能直连时则直接送达。若一直如此，请询问管理者。'],
  },
  timeout: {
    en: ['It took too long.', 'Try again; `miyu status` says what does not work.'],
    zh: ['等待超时。', '请重试；`miyu status` 会说明哪里不通。'],
  },
  aborted: {
    en: ['It was broken off.', 'Start it again if you want to.'],
    zh: ['操作已中止。', '需要的话请重新开始。'],
  },
  'link-closed': {
    en: ['The connection was closed in the middle.', 'Try again.'],
    zh: ['连接中途断开。', '请重试。'],
  },
  'protocol-violation': {
    en: ['The other side broke the rules of the protocol.', 'Update miyu on both sides.'],
    zh: ['对方违反了协议。', '请更新双方的密语。'],
  },
  refused: {
    en: ['The other side refused, for a reason that this version does not know.', 'Update miyu.'],
    zh: ['对方拒绝了，原因是此版本不认识的。', '请更新密语。'],
  },

  'cannot-open': {
    en: ['A sealed message could not be opened.', 'It is asked for again by itself.'],
    zh: ['有一条密封消息无法打开。', '会自动请求重发。'],
  },
  'signature-invalid': {
    en: ['A signature does not hold.', 'Do not go on; compare the safety number with the person.'],
    zh: ['签名不成立。', '请不要继续；请与对方核对安全码。'],
  },
  'key-invalid': {
    en: ['A key is not usable.', 'Do not go on; ask the person, or the operator.'],
    zh: ['密钥不可用。', '请不要继续；请询问对方或管理者。'],
  },
  'too-many-skipped': {
    en: ['Too many messages are missing in between.', 'They are asked for again by itself.'],
    zh: ['中间缺失的消息太多。', '会自动请求重发。'],
  },
  'needs-newer-version': {
    en: ['This needs a newer miyu.', 'Update miyu to read it.'],
    zh: ['这需要更新版本的密语。', '请更新密语后查看。'],
  },
};
