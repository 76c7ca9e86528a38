/** What the chat says, in both languages. */
import type { Language } from '../../../shared/language.ts';
import { fill } from '../words.ts';
import type { Blanks } from '../words.ts';

const WORDS = {
  locked: { en: 'The account is locked: /login', zh: '账号已锁定：请输入 /login' },
  noAccount: {
    en: 'There is no account here yet: `miyu register NAME`',
    zh: '这里还没有账号：请用 `miyu register NAME` 注册',
  },
  signedOut: {
    en: 'Another device signed in to this account; this one is signed out. /login takes it back.',
    zh: '另一台设备登录了这个账号，本机已退出。/login 可重新登录。',
  },
  down: { en: 'miyu has stopped; the chat waits until it is back.', zh: '密语已停止；聊天会等待其恢复。' },
  up: { en: 'miyu is back.', zh: '密语已恢复。' },
  online: { en: 'Connected to the server.', zh: '已连接服务器。' },
  connecting: {
    en: 'No connection to the server; friends who are connected go on. It is tried again by itself.',
    zh: '未连接服务器；已连接的好友不受影响。会自动重试。',
  },
  friendPresence: { en: '{name}: {presence}', zh: '{name}：{presence}' },
  incoming: {
    en: '{name} asks to be your friend{greeting} — /accept {name}, /refuse {name} or /later {name}',
    zh: '{name} 请求加您为好友{greeting} — /accept {name}、/refuse {name} 或 /later {name}',
  },
  manyAsk: {
    en: '{count} people ask to be your friend: /requests',
    zh: '{count} 人请求加您为好友：/requests',
  },
  greeting: { en: ' and says: “{text}”', zh: '，并留言：“{text}”' },
  accepted: { en: '{name} is your friend now: /chat {name}', zh: '{name} 已成为您的好友：/chat {name}' },
  refused: { en: '{name} refused your request.', zh: '{name} 拒绝了您的请求。' },
  restored: {
    en: '{name} has messages of yours that this profile does not know: it was probably copied back. See `miyu status`.',
    zh: '{name} 那里有此资料夹不知道的、您发出的消息：它可能是从旧备份恢复的。请看 `miyu status`。',
  },
  removedByFriend: { en: '{name} has ended the friendship.', zh: '{name} 已解除好友关系。' },
  renamedFriend: { en: '{former} is now called {name}.', zh: '{former} 现在叫 {name}。' },
  opened: { en: 'Chat with {name}', zh: '与 {name} 聊天' },
  lastSeen: { en: 'last seen {time}', zh: '上次在线 {time}' },
  newMessages: { en: 'New messages', zh: '新消息' },
  leftOut: {
    en: '{count} messages are new; here are the newest. All of them: `miyu history NAME --after {leftBehind}`, or /older',
    zh: '有 {count} 条新消息，以下是最新的。查看全部：`miyu history 名字 --after {leftBehind}`，或 /older',
  },
  olderHint: { en: '/older shows what was written before.', zh: '/older 显示更早的消息。' },
  beginning: { en: 'This is where the chat begins.', zh: '聊天从这里开始。' },
  unreadIn: { en: 'Unread: {list} (/chat NAME)', zh: '未读：{list}（/chat 名字）' },
  typing: { en: '{name} is typing…', zh: '{name} 正在输入……' },
  setAside: {
    en: 'Kept as a draft, and not sent. /draft puts it into the line again.',
    zh: '已存为草稿，未发送。/draft 可取回继续编辑。',
  },
  noDraft: { en: 'There is no draft.', zh: '没有草稿。' },
  draftUnfit: {
    en: 'The draft has signs that cannot be typed here. It stays: `miyu draft {name}`, or the page.',
    zh: '草稿中有无法在此输入的字符，已保留：`miyu draft {name}`，或在网页中查看。',
  },
  style: { en: 'What you write looks like this: {style}', zh: '您写的文字样式：{style}' },
  stylePlain: { en: 'plain', zh: '普通' },
  badStyle: {
    en: '/style plain, or of these: {words}',
    zh: '/style plain，或从这些中选择：{words}',
  },
  changed: { en: 'Changed: ', zh: '已变更：' },
  alarm: {
    en: 'A server has shown something that no honest one shows: `miyu alarms show {id}`.',
    zh: '服务器暴露了不诚实的迹象：`miyu alarms show {id}`。',
  },
  keyChanged: {
    en: 'A server shows another key of {name}. Nothing is sent: `miyu friends key {name}`.',
    zh: '服务器给出了 {name} 的另一个密钥，已暂停发送：`miyu friends key {name}`。',
  },
  removedHere: { en: 'Message #{position} is deleted here.', zh: '消息 #{position} 已在本机删除。' },
  sendAgain: { en: '/retry {position} sends it again.', zh: '/retry {position} 可重新发送。' },
  retrying: { en: 'It is sent again.', zh: '正在重新发送。' },
  choose: { en: 'Choose somebody first: /chat NAME', zh: '请先选择聊天对象：/chat 名字' },
  states: { en: '{mark}{state}: {what}', zh: '{mark}{state}：{what}' },
  several: { en: '{count} messages', zh: '{count} 条消息' },
  failed: {
    en: '{mark}{state}: {text} {reason} /retry {position}',
    zh: '{mark}{state}：{text} {reason} /retry {position}',
  },
  unsure: {
    en: 'miyu stopped while this was being saved. Look at /history before you send it again: {text}',
    zh: '保存此消息时密语停止了。请先查看 /history 再决定是否重发：{text}',
  },
  deleteWhich: { en: '/delete NUMBER, or /delete NUMBER both', zh: '/delete 编号，或 /delete 编号 both' },
  missed: {
    en: 'Much has happened: what is new in other chats is in /friends.',
    zh: '期间有许多变化：其他聊天的新消息见 /friends。',
  },
  unknownCommand: { en: 'There is no such command: {command} (/help)', zh: '没有这个命令：{command}（/help）' },
  needsName: { en: 'Name somebody: {command} NAME', zh: '请给出名字：{command} 名字' },
  help: {
    en: `/chat NAME       open a chat                /friends        all friends
/add NAME [TEXT] ask to be friends          /requests       who asks you
/accept NAME     accept                     /refuse NAME    refuse
/later NAME      be asked again             /remove NAME    end a friendship
/block NAME      and take no requests       /unblock NAME   take them again
/whois NAME      public key                 /verify NAME    details, safety number
/reply N TEXT    answer message #N          /react N EMOJI  react (none: take it back)
/edit N TEXT     change an own message      /delete N [both]  delete here, or for both
/retry N         send a failed one again    /draft          take the draft up again
/style [HOW …]   size, colour, face of what you write (plain: none)
/archive /unarchive [NAME]  hide a chat     /mute /unmute [NAME]  no notifications
/history [COUNT] what was written           /older [COUNT]  what was written before
/read [NAME]     mark as read               /status         what works
/invite          invite link                /login /logout  sign in, sign out
/quit            end
A text that begins with “/”: write “//”. A “\\” at the end of a line goes on in the next one.
Tab completes commands, names, and emoji by a word (:heart). Ctrl-C keeps what is typed as a draft.`,
    zh: `/chat 名字       打开聊天                   /friends        全部好友
/add 名字 [留言] 添加好友                   /requests       谁请求加我
/accept 名字     接受                       /refuse 名字    拒绝
/later 名字      以后再答复                 /remove 名字    删除好友
/block 名字      屏蔽，不再接受请求         /unblock 名字   解除屏蔽
/whois 名字      公钥                       /verify 名字    详情与安全码
/reply 编号 文字 回复消息                   /react 编号 表情 回应（不给表情：收回）
/edit 编号 文字  修改自己的消息             /delete 编号 [both] 删除（both：双方）
/retry 编号      重发失败的消息             /draft          取回草稿
/style [样式 …]  所写文字的字号、颜色、字体（plain：普通）
/archive /unarchive [名字]  隐藏聊天        /mute /unmute [名字]  不再通知
/history [条数]  聊天记录                   /older [条数]   更早的记录
/read [名字]     标为已读                   /status         当前状态
/invite          邀请链接                   /login /logout  登录、退出登录
/quit            结束
以“/”开头的文字请写成“//”。行末的“\\”表示续写下一行。
Tab 补全命令、名字，以及用词语写的表情（:爱心）。Ctrl-C 把未发送的文字存为草稿。`,
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type ChatWord = keyof typeof WORDS;

export const chatSay = (language: Language, word: ChatWord, blanks: Blanks = {}): string =>
  fill(WORDS[word][language], blanks);
