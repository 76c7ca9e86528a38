/** What the command line says, in both languages; `{name}` is filled in. Errors have their own table (shared/error-texts.ts). */
import type { Language } from '../../shared/language.ts';
import { DOCTOR_WORDS } from './words-doctor.ts';
import { IDENTITY_WORDS } from './identity-words.ts';
import { KEY_WORDS } from './words-key.ts';
import { LAN_WORDS } from './words-lan.ts';
import { LIVE_WORDS } from './words-live.ts';
import { NAME_WORDS } from './words-names.ts';
import { PATH_WORDS } from './words-paths.ts';

const WORDS = {
  ...IDENTITY_WORDS,
  ...KEY_WORDS,
  ...LAN_WORDS,
  ...PATH_WORDS,
  ...LIVE_WORDS,
  ...DOCTOR_WORDS,
  registered: {
    en: 'Welcome, {name}. Your account is registered and you are signed in.',
    zh: '欢迎您，{name}。账号已注册，您已登录。',
  },
  keepPassword: {
    en: 'Nobody can reset your password: it never leaves this machine. Keep a key file with `miyu key export`.',
    zh: '没有人能重置您的密码：它从不离开本机。请用 `miyu key export` 保存一份密钥文件。',
  },
  signedIn: { en: 'Signed in as {name}.', zh: '已登录：{name}。' },
  signedInOffline: {
    en: 'Unlocked as {name}. The server has not answered yet; it is tried again by itself.',
    zh: '已解锁：{name}。服务器尚未应答，会自动重试。',
  },
  signedOut: {
    en: 'Signed out; the server has confirmed it. The keys are gone from memory.',
    zh: '已退出登录，服务器已确认。密钥已从内存中清除。',
  },
  signedOutAlone: {
    en: 'Signed out. The server could not be told; the keys are gone from memory all the same.',
    zh: '已退出登录。未能通知服务器；密钥同样已从内存中清除。',
  },
  page: { en: 'Page', zh: '网页界面' },
  pageOpened: { en: 'The page is open in your browser: {address}', zh: '已在浏览器中打开：{address}' },
  pageLink: {
    en: 'Open this in a browser on this machine (it is good once, and for you alone):',
    zh: '请在本机的浏览器中打开（仅可使用一次，请勿转给他人）：',
  },
  stopped: { en: 'miyu has stopped.', zh: '密语已停止。' },
  ...NAME_WORDS,
  pinged: {
    en: '{name} answered in {ms} ms. Fingerprint: {fingerprint}',
    zh: '{name} 在 {ms} 毫秒内应答。指纹：{fingerprint}',
  },
  server: { en: 'the server', zh: '服务器' },

  state: { en: 'State', zh: '状态' },
  'state-no-account': { en: 'no account yet', zh: '尚无账号' },
  'state-locked': { en: 'locked', zh: '已锁定' },
  'state-connecting': { en: 'unlocked, connecting to the server', zh: '已解锁，正在连接服务器' },
  'state-online': { en: 'signed in', zh: '已登录' },
  'state-signed-out': { en: 'signed out', zh: '已退出' },
  account: { en: 'Account', zh: '账号' },
  fingerprint: { en: 'Fingerprint', zh: '指纹' },
  serverLine: { en: 'Server', zh: '服务器' },
  connected: { en: 'connected', zh: '已连接' },
  notConnected: { en: 'not connected', zh: '未连接' },
  listening: { en: 'Listening', zh: '监听' },
  portMapping: { en: 'Home router (UPnP)', zh: '家用路由器（UPnP）' },
  'portMapping-searching': { en: 'is being asked', zh: '正在询问' },
  'portMapping-mapped': {
    en: 'opens the port to the internet: {address}:{port}',
    zh: '已对互联网开放端口：{address}:{port}',
  },
  'portMapping-none': { en: 'none here opens ports', zh: '此处没有可开放端口的路由器' },
  'portMapping-refused': { en: 'does not open the port', zh: '未开放端口' },
  'portMapping-not-public': {
    en: 'is itself behind another one, so that its port leads nowhere',
    zh: '自身位于另一个路由器之后，开放端口也无用',
  },
  friendsLine: { en: 'Friends', zh: '好友' },
  friendsCount: { en: '{total}, {online} online', zh: '{total} 位，{online} 位在线' },
  outbox: { en: 'Waiting', zh: '待送达' },
  outboxCount: {
    en: '{waiting} to be delivered, {stored} of them in mailboxes',
    zh: '{waiting} 条消息，其中 {stored} 条在信箱中',
  },
  requestsLine: { en: 'Requests', zh: '好友请求' },
  missing: { en: 'Missing', zh: '不可用' },
  damage: { en: 'Damage', zh: '损坏' },
  damageRepaired: { en: 'repaired {time}', zh: '{time} 已修复' },
  damageRows: { en: 'rows unreadable or missing: {rows}', zh: '无法读取或缺失的记录：{rows}' },
  damageWrites: { en: 'writes gone: {writes}', zh: '丢失的写入：{writes}' },
  damageMessages: { en: 'messages gone for good: {messages}', zh: '永久丢失的消息：{messages}' },
  home: { en: 'Home', zh: '归属' },
  device: { en: 'Device', zh: '设备' },
  key: { en: 'Public key', zh: '公钥' },
  agreement: { en: 'Agreed', zh: '双方一致' },
  agreedBoth: {
    en: 'you sent {sent}; they sent {received}',
    zh: '您发出的 {sent}；对方发出的 {received}',
  },
  agreedUpTo: { en: '{agreed} of {total} up to {time}', zh: '{total} 条中的 {agreed} 条（截至 {time}）' },
  agreedNever: { en: 'not compared yet ({total})', zh: '尚未比对（{total} 条）' },
  differs: {
    en: 'A difference was found {time}; it is being repaired',
    zh: '{time} 发现不一致，正在修复',
  },
  differed: {
    en: 'A difference was found {time}; since then you agree again',
    zh: '{time} 曾发现不一致，之后已重新一致',
  },
  neverCame: { en: 'Never came', zh: '从未收到' },
  neverCameCount: { en: '{count} of their messages', zh: '对方的 {count} 条消息' },
  withheld: { en: 'Withheld by the server', zh: '被服务器扣留' },
  withheldCount: {
    en: '{count}, the last stored {time}; the server signed for it',
    zh: '{count} 条，最后一条存于 {time}；服务器为此签了名',
  },
  safetyNumber: { en: 'Safety number', zh: '安全码' },
  address: { en: 'Address', zh: '地址' },
  name: { en: 'Name', zh: '名字' },
  version: { en: 'Version', zh: '版本' },

  noFriends: {
    en: 'No friends yet. Ask somebody with `miyu friends add NAME`, or give them `miyu invite`.',
    zh: '还没有好友。请用 `miyu friends add NAME` 添加，或把 `miyu invite` 的链接发给对方。',
  },
  nobodySought: { en: 'Nobody of that name.', zh: '没有这个名字的好友。' },
  noRequests: { en: 'No friend requests are waiting.', zh: '没有等待答复的好友请求。' },
  noMessages: { en: 'No messages yet.', zh: '还没有消息。' },
  moreHistory: { en: 'Older ones: --before {position}', zh: '更早的消息：--before {position}' },
  'relation-requested': { en: 'asked, waiting for the answer', zh: '已请求，等待答复' },
  'relation-incoming': { en: 'asks to be your friend', zh: '请求加您为好友' },
  'relation-friend': { en: 'friend', zh: '好友' },
  'relation-removed': { en: 'has ended the friendship', zh: '已解除好友关系' },
  'relation-none': { en: 'not a friend', zh: '不是好友' },
  'relation-yourself': { en: 'yourself', zh: '您自己' },
  relation: { en: 'Relation', zh: '关系' },
  verified: { en: 'Verified', zh: '核实' },
  'verified-no': { en: 'unverified', zh: '未核实' },
  'verified-invite': { en: 'came by invite', zh: '经邀请' },
  'verified-yes': { en: 'verified', zh: '已核实' },
  presence: { en: 'Presence', zh: '在线状态' },
  'presence-online': { en: 'online', zh: '在线' },
  'presence-mailbox': { en: 'reachable by mailbox', zh: '可经信箱送达' },
  'presence-unreachable': { en: 'not reachable', zh: '无法送达' },
  lastSeen: { en: 'Last seen', zh: '上次在线' },
  unread: { en: '{count} unread', zh: '{count} 条未读' },
  blocked: { en: 'blocked', zh: '已屏蔽' },
  postponed: { en: 'postponed until the next sign-in', zh: '已推迟到下次登录' },
  'path-lan': { en: 'LAN', zh: '局域网' },
  'path-direct': { en: 'direct', zh: '直连' },
  'path-relayed': { en: 'relayed', zh: '中继' },
  'path-mailbox': { en: 'mailbox', zh: '信箱' },

  requested: {
    en: 'Your request is on its way to {name}; you are told what the answer is.',
    zh: '好友请求已发给 {name}；有答复时会告诉您。',
  },
  becameFriends: { en: 'You and {name} are friends now.', zh: '您和 {name} 已成为好友。' },
  refusedRequest: {
    en: 'The request from {name} is refused; they are told.',
    zh: '已拒绝 {name} 的请求，对方会得知。',
  },
  postponedRequest: {
    en: 'The request from {name} waits; you are asked again at the next sign-in.',
    zh: '{name} 的请求已推迟；下次登录时会再次询问。',
  },
  removed: { en: '{name} is no longer your friend.', zh: '已删除好友 {name}。' },
  historyForgotten: { en: 'The chat’s history is deleted.', zh: '聊天记录已删除。' },
  historyKept: { en: 'The chat’s history is kept.', zh: '聊天记录已保留。' },
  blockedNow: { en: '{name} is blocked.', zh: '已屏蔽 {name}。' },
  unblocked: { en: '{name} is no longer blocked.', zh: '已解除对 {name} 的屏蔽。' },
  markedVerified: { en: '{name} is marked as verified.', zh: '{name} 已标记为已核实。' },
  markedUnverified: { en: '{name} is marked as unverified.', zh: '{name} 已标记为未核实。' },
  unverifiedHint: {
    en: 'Found by name: compare the fingerprint with the person before you trust it.',
    zh: '按名字找到：请先与对方核对指纹再信任。',
  },
  compareHint: {
    en: 'Compare this with {name}, best in person or by voice:',
    zh: '请与 {name} 核对（最好当面或通话）：',
  },

  reacted: { en: 'Your reaction is on its way.', zh: '回应已发出。' },
  reactionTaken: { en: 'Your reaction is taken back.', zh: '回应已收回。' },
  edited: { en: 'The message is changed.', zh: '消息已修改。' },
  takenBack: { en: 'The message is taken back for both.', zh: '消息已为双方撤回。' },
  deletedHere: { en: 'The message is deleted here.', zh: '消息已在本机删除。' },
  wasTakenBack: { en: '(taken back)', zh: '（已撤回）' },
  wasEdited: { en: 'edited', zh: '已编辑' },
  'unsent-reaction': { en: 'your reaction did not go out', zh: '您的回应未能发出' },
  'unsent-edit': { en: 'your change did not go out', zh: '您的修改未能发出' },
  'unsent-deletion': {
    en: 'your friend still has it: the word that it is taken back did not go out',
    zh: '对方仍有此消息：撤回未能发出',
  },
  answersGone: { en: 'a message that is not here', zh: '不在此处的消息' },
  emojiOrRemove: { en: 'Give one emoji, or --remove.', zh: '请给出一个表情，或 --remove。' },
  badStyle: {
    en: 'Sizes: small, large, huge. Colours: red, orange, green, teal, blue, purple, pink, grey. Faces: serif, mono, hand.',
    zh: '字号：small、large、huge。颜色：red、orange、green、teal、blue、purple、pink、grey。字体：serif、mono、hand。',
  },

  sent: { en: 'Sent: {state}.', zh: '已发送：{state}。' },
  'message-queued': { en: 'waiting on this machine', zh: '在本机等待' },
  'message-stored': { en: 'stored in the mailbox', zh: '已存入信箱' },
  'message-delivered': { en: 'delivered', zh: '已送达' },
  'message-read': { en: 'read', zh: '已读' },
  'message-failed': { en: 'failed', zh: '发送失败' },
  'message-received': { en: 'received', zh: '已收到' },
  you: { en: 'you', zh: '我' },
  unknownKind: { en: '(needs a newer version of miyu)', zh: '（需要更新版本的密语才能查看）' },

  archived: {
    en: 'The chat with {name} is hidden until something new comes.',
    zh: '与 {name} 的聊天已隐藏，有新消息时会再出现。',
  },
  unarchived: { en: 'The chat with {name} is in the list again.', zh: '与 {name} 的聊天已回到列表。' },
  readAll: { en: 'Everything from {name} is marked as read.', zh: '{name} 的消息已全部标为已读。' },
  muted: { en: '{name} is muted.', zh: '已对 {name} 静音。' },
  unmuted: { en: '{name} is no longer muted.', zh: '已取消对 {name} 的静音。' },
  isMuted: { en: 'muted', zh: '静音' },
  isArchived: { en: 'hidden', zh: '已隐藏' },
  draft: { en: 'draft: {text}', zh: '草稿：{text}' },
  noDraft: { en: 'There is no draft.', zh: '没有草稿。' },
  draftKept: { en: 'The draft for {name} is kept.', zh: '给 {name} 的草稿已保存。' },
  draftCleared: { en: 'The draft for {name} is cleared.', zh: '给 {name} 的草稿已清除。' },
  noArchived: { en: 'No chat is hidden.', zh: '没有隐藏的聊天。' },
  newerHistory: { en: 'Newer ones: --after {position}', zh: '更新的消息：--after {position}' },
  beforeAndAfter: {
    en: '--before and --after do not go together.',
    zh: '--before 与 --after 不能同时使用。',
  },
  setTo: { en: '{name} is {value} now.', zh: '{name} 现在是 {value}。' },
  badSetting: {
    en: 'There is no setting “{text}”. There are: {names}.',
    zh: '没有名为“{text}”的设置。可用的有：{names}。',
  },
  badSettingValue: { en: '{name} can be: {values}.', zh: '{name} 可以是：{values}。' },

  knowsStatements: { en: 'Statements', zh: '身份声明' },
  knowsNameKey: { en: 'Your name, as nobody else may have it', zh: '您的名字（他人不可再用的形式）' },
  knowsLookAlike: { en: 'Hash of what looks like it', zh: '形似名字的散列' },
  knowsEmail: { en: 'E-mail', zh: '电子邮箱' },
  knowsRegistered: { en: 'Registered', zh: '注册时间' },
  knowsDevice: { en: 'Newest device', zh: '最新设备' },
  knowsDeviceEpoch: { en: '{device}, sign-in number {epoch}', zh: '{device}，第 {epoch} 次登录' },
  knowsConnections: { en: 'Connections just now (not stored)', zh: '当前连接（不保存）' },
  knowsPrekeys: { en: 'Keys for friends who write first', zh: '供好友首次发信的密钥' },
  knowsPrekeysLeft: { en: '{left} one-time keys left, made {time}', zh: '剩余 {left} 个一次性密钥，制作于 {time}' },
  knowsAddress: { en: 'Your addresses', zh: '您的地址' },
  knowsAddressUntil: { en: '{addresses} (until {time})', zh: '{addresses}（有效至 {time}）' },
  knowsGiven: { en: 'You let write to you', zh: '您允许来信的人' },
  knowsHeld: { en: 'Let you write to them', zh: '允许您去信的人' },
  knowsRevoked: { en: '{name} (ended)', zh: '{name}（已终止）' },
  knowsReceived: { en: 'Friend requests waiting for you', zh: '等待您答复的好友请求' },
  knowsSent: { en: 'Your requests that wait', zh: '您发出的待答复请求' },
  knowsBlocked: { en: 'You block', zh: '您屏蔽的人' },
  knowsMailbox: { en: 'Your mailbox', zh: '您的信箱' },
  knowsMailboxUse: {
    en: '{count} sealed messages, {bytes} bytes (of at most {mostCount}, {mostBytes} bytes)',
    zh: '{count} 条密封消息，{bytes} 字节（最多 {mostCount} 条，{mostBytes} 字节）',
  },
  knowsMailboxOldest: { en: '{use}; the oldest since {time}', zh: '{use}；最早一条存于 {time}' },
  knowsSenders: { en: 'From', zh: '来自' },
  knowsDeposited: { en: 'Your sealed messages in others’ mailboxes', zh: '您存在他人信箱中的密封消息' },
  knowsMailOf: { en: '{name}: {count}, {bytes} bytes', zh: '{name}：{count} 条，{bytes} 字节' },
  knowsTokens: { en: 'Your open registration tokens', zh: '您未使用的注册令牌' },
  knowsGuest: { en: 'You were a guest here', zh: '您曾作为访客到访' },
  knowsVault: { en: 'Your sealed profile (sign in anywhere)', zh: '您的密封资料（随处登录）' },
  knowsVaultOf: {
    en: 'version {version}, {bytes} bytes, stored {time}',
    zh: '第 {version} 版，{bytes} 字节，存于 {time}',
  },
  knowsLog: { en: 'In its log, for good', zh: '在其日志中（永久）' },
  knowsLogAt: { en: 'entry {index}: {entry}', zh: '第 {index} 条：{entry}' },
  knowsGuesses: { en: 'Passwords tried elsewhere', zh: '别处的密码尝试' },
  knowsGuessesLast: { en: '{count}, the last at {time}', zh: '{count} 次，最近一次 {time}' },
  knowsNotTold: {
    en: 'It also knows who has blocked you, which it tells nobody. It never has your password or a text, and a private key only sealed, in the profile that you chose to leave there.',
    zh: '服务器还知道谁屏蔽了您，但不告诉任何人。它从不拥有您的密码或任何文字；私钥只在您选择存放的密封资料里，它打不开。',
  },
  badShell: { en: 'A completion script is there for: {shells}.', zh: '补全脚本适用于：{shells}。' },
  nobody: { en: 'nobody', zh: '无' },
  more: { en: '… and {count} more', zh: '…… 另有 {count} 项' },

  exported: {
    en: 'The sealed key file is at {path}. Keep it safe, and its password apart from it.',
    zh: '已封存的密钥文件在 {path}。请妥善保管，密码与文件分开存放。',
  },
  imported: {
    en: 'The key file is imported; you are signed in as {name}. Other devices are signed out.',
    zh: '密钥文件已导入，您已登录为 {name}。其他设备已退出。',
  },

  signedInElsewhere: {
    en: 'You are signed in as {name}; your other devices are signed out. Friends and what waited for you follow.',
    zh: '您已登录为 {name}，其他设备已退出。好友和等待您的消息随后就到。',
  },
  serverAlone: { en: '--server goes with --elsewhere.', zh: '--server 须与 --elsewhere 同用。' },
  anywhereOff: { en: 'Sign in anywhere is off.', zh: '随处登录：已关闭。' },
  anywherePending: {
    en: 'Sign in anywhere is chosen; the server has still to be told, which happens by itself.',
    zh: '随处登录：已选择，尚待通知服务器，会自动进行。',
  },
  anywhereKept: {
    en: 'Sign in anywhere is on: name and password open your account on any machine.',
    zh: '随处登录：已开启，凭名字和密码可在任何机器登录。',
  },
  anywhereDropping: {
    en: 'Sign in anywhere is off; the server has still to delete what it keeps, which happens by itself.',
    zh: '随处登录：已关闭，服务器尚待删除所存内容，会自动进行。',
  },
  anywhereSuperseded: {
    en: 'Sign in anywhere was chosen anew or given up on another machine: say what shall be, with `on` or `off`.',
    zh: '随处登录已在另一台设备上重新设置或关闭：请用 `on` 或 `off` 决定。',
  },
  anywhereSince: { en: 'The server’s copy is of {time}.', zh: '服务器上的副本存于 {time}。' },
  anywhereWarning: {
    en: 'Your private key now also lies at the server, sealed: whoever owns the server can try passwords on it. Only a long one holds.',
    zh: '您的私钥现在也以密封形式存在服务器上：服务器的主人可以尝试猜密码，只有足够长的密码才挡得住。',
  },
  passwordChanged: { en: 'The password is changed.', zh: '密码已更换。' },
  accountDeleted: {
    en: 'The account {name} is deleted, at the server and here.',
    zh: '账号 {name} 已删除：服务器上的和本机的。',
  },
  askDelete: {
    en: 'This cannot be undone. Type the name of the account ({name}) to delete it: ',
    zh: '此操作不可恢复。请输入账号的名字（{name}）以删除：',
  },
  noTerminalNewPassword: {
    en: 'There is no terminal to ask for the new password: use --password-stdin (second line), --new-password-file or MIYU_NEW_PASSWORD.',
    zh: '没有终端可询问新密码：请用 --password-stdin（第二行）、--new-password-file 或 MIYU_NEW_PASSWORD。',
  },

  running: { en: 'miyu is running. Profile: {profile}', zh: '密语正在运行。资料夹：{profile}' },
  runningListen: { en: 'Listening on {addresses}', zh: '监听地址：{addresses}' },
  runningPage: {
    en: 'The page is at {address}; `miyu open` opens it.',
    zh: '网页界面：{address}；用 `miyu open` 打开。',
  },
  runningNext: {
    en: 'It is locked. In another terminal: `miyu login` (or `miyu register NAME` the first time).',
    zh: '目前已锁定。请在另一个终端执行 `miyu login`（首次请用 `miyu register NAME`）。',
  },
  lockedAgain: {
    en: 'Signed out: the keys are gone from memory, and miyu waits for `miyu login`.',
    zh: '已退出登录：密钥已从内存清除，等待 `miyu login`。',
  },
  takenOver: {
    en: 'Another device signed in to this account; this one is locked. `miyu login --take-over` signs in here again.',
    zh: '另一台设备登录了这个账号，本机已锁定。要在此重新登录：`miyu login --take-over`。',
  },
  restarted: {
    en: 'miyu is back, locked: sign in with `miyu login`.',
    zh: '密语已恢复（锁定）：请用 `miyu login` 登录。',
  },
  crashed: {
    en: 'miyu stopped unexpectedly; it is started again in {seconds} s. The log file says more.',
    zh: '密语意外停止，将在 {seconds} 秒后重启。日志文件里有详情。',
  },
  inBackground: {
    en: 'It runs in the background (process {pid}); end it with `miyu stop`.',
    zh: '正在后台运行（进程 {pid}）；用 `miyu stop` 停止。',
  },

  askName: { en: 'Name: ', zh: '名字：' },
  askPassword: { en: 'Password: ', zh: '密码：' },
  askNewPassword: { en: 'New password (at least 8 characters): ', zh: '新密码（至少 8 个字符）：' },
  askAgain: { en: 'The same again: ', zh: '再输入一次：' },
  askFilePassword: { en: 'Password of the key file: ', zh: '密钥文件的密码：' },
  askNewFilePassword: { en: 'New password for the key file: ', zh: '为密钥文件设置密码：' },
  askRemove: {
    en: 'Remove {name} and delete the chat’s history? [y/N] ',
    zh: '删除好友 {name} 并清除聊天记录？[y/N] ',
  },
  askRemoveKeep: {
    en: 'Remove {name}? The chat’s history is kept. [y/N] ',
    zh: '删除好友 {name}？聊天记录会保留。[y/N] ',
  },
  askBlock: {
    en: 'Block {name}? You are friends no more, and they can neither write nor ask. [y/N] ',
    zh: '屏蔽 {name}？你们将不再是好友，对方不能再写信或请求。[y/N] ',
  },
  askForget: {
    en: 'Delete all messages with {name} on this machine? {name} keeps theirs. [y/N] ',
    zh: '删除本机上与 {name} 的全部消息？{name} 那边会保留。[y/N] ',
  },
  askSame: { en: 'Did both of you see the same number? [y/N] ', zh: '双方看到的号码相同吗？[y/N] ' },
  nothingDone: { en: 'Nothing was done.', zh: '没有做任何更改。' },
  typeText: { en: 'Type the message; Ctrl-D ends it.', zh: '请输入消息，按 Ctrl-D 结束。' },

  noTerminalPassword: {
    en: 'There is no terminal to ask for the password. Use --password-stdin, --password-file or MIYU_PASSWORD.',
    zh: '没有终端可以询问密码。请用 --password-stdin、--password-file 或环境变量 MIYU_PASSWORD。',
  },
  noTerminalFilePassword: {
    en: 'There is no terminal to ask for the key file’s password. Use MIYU_FILE_PASSWORD, --file-password-file, or a second line with --password-stdin.',
    zh: '没有终端可以询问密钥文件的密码。请用 MIYU_FILE_PASSWORD、--file-password-file，或在 --password-stdin 的第二行给出。',
  },
  noTerminalName: {
    en: 'There is no terminal to ask for the name: give it.',
    zh: '没有终端可以询问名字：请直接给出。',
  },
  noTerminalConfirm: { en: 'There is no terminal to confirm this: add --yes.', zh: '没有终端可以确认：请加 --yes。' },
  notUtf8: { en: 'The text is not UTF-8. Nothing was sent.', zh: '文字不是 UTF-8 编码。没有发送任何内容。' },
  unreadableFile: { en: 'The file cannot be read: {path}', zh: '无法读取文件：{path}' },
  oneCode: {
    en: 'Give the text of the code or a picture of it, not both.',
    zh: '请给出二维码的内容或图片，二者选一。',
  },
  unwritableFile: { en: 'The file cannot be written: {path}', zh: '无法写入文件：{path}' },
  inputEnded: { en: 'The input ended before the password.', zh: '输入在密码之前结束。' },
  badLanguage: { en: 'The languages are zh and en.', zh: '可选语言为 zh 和 en。' },
  badNumber: { en: 'Not a number that makes sense here: {text}', zh: '此处需要合适的数字：{text}' },
  badState: { en: '--wait knows: stored, delivered, read.', zh: '--wait 可用：stored、delivered、read。' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type Word = keyof typeof WORDS;
export type Blanks = Readonly<Record<string, string | number>>;

export const say = (language: Language, word: Word, blanks: Blanks = {}): string => fill(WORDS[word][language], blanks);

/** A blank without a value stays visible, rather than silently empty. */
export const fill = (text: string, blanks: Blanks): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = blanks[name];
    return value === undefined ? whole : String(value);
  });
