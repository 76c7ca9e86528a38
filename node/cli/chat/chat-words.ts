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
  greeting: { en: ' and says: “{text}”', zh: '，并留言：“{text}”' },
  accepted: { en: '{name} is your friend now: /chat {name}', zh: '{name} 已成为您的好友：/chat {name}' },
  refused: { en: '{name} refused your request.', zh: '{name} 拒绝了您的请求。' },
  restored: {
    en: '{name} has messages of yours that this profile does not know: it was probably copied back. See `miyu status`.',
    zh: '{name} 那里有此资料夹不知道的、您发出的消息：它可能是从旧备份恢复的。请看 `miyu status`。',
  },
  removedByFriend: { en: '{name} has ended the friendship.', zh: '{name} 已解除好友关系。' },
  opened: { en: 'Chat with {name} · {presence} · {verified}', zh: '与 {name} 聊天 · {presence} · {verified}' },
  choose: { en: 'Choose somebody first: /chat NAME', zh: '请先选择聊天对象：/chat 名字' },
  states: { en: '{mark}{state}: {what}', zh: '{mark}{state}：{what}' },
  several: { en: '{count} messages', zh: '{count} 条消息' },
  failed: { en: 'Not sent: {reason}', zh: '未能发送：{reason}' },
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
/whois NAME      public key                 /verify NAME    safety number
/reply N TEXT    answer message #N          /react N EMOJI  react (none: take it back)
/edit N TEXT     change an own message      /delete N [both]  delete here, or for both
/retry N         send a failed one again
/archive /unarchive [NAME]  hide a chat     /mute /unmute [NAME]  no notifications
/history [COUNT] what was written           /status         what works
/invite          invite link                /login /logout  sign in, sign out
/quit            end
A text that begins with “/”: write “//”. A “\\” at the end of a line goes on in the next one.`,
    zh: `/chat 名字       打开聊天                   /friends        全部好友
/add 名字 [留言] 添加好友                   /requests       谁请求加我
/accept 名字     接受                       /refuse 名字    拒绝
/later 名字      以后再答复                 /remove 名字    删除好友
/whois 名字      公钥                       /verify 名字    安全码
/reply 编号 文字 回复消息                   /react 编号 表情 回应（不给表情：收回）
/edit 编号 文字  修改自己的消息             /delete 编号 [both] 删除（both：双方）
/retry 编号      重发失败的消息
/archive /unarchive [名字]  隐藏聊天        /mute /unmute [名字]  不再通知
/history [条数]  聊天记录                   /status         当前状态
/invite          邀请链接                   /login /logout  登录、退出登录
/quit            结束
以“/”开头的文字请写成“//”。行末的“\\”表示续写下一行。`,
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type ChatWord = keyof typeof WORDS;

export const chatSay = (language: Language, word: ChatWord, blanks: Blanks = {}): string =>
  fill(WORDS[word][language], blanks);
