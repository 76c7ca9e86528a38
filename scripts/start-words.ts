/** What `npm start` says, in both languages. */
import type { Language } from '../shared/language.ts';
import { fill } from '../node/cli/words.ts';
import type { Blanks } from '../node/cli/words.ts';

const WORDS = {
  about: {
    en: 'Starts a rendezvous server and a peer and opens the page in your browser; where none can be opened, the chat here. Ctrl-C ends all.',
    zh: '启动汇合服务器与本机节点，并在浏览器中打开网页界面；无法打开时，在此打开聊天。Ctrl-C 结束全部。',
  },
  optionData: { en: 'data folder (MIYU_DATA)', zh: '数据文件夹（MIYU_DATA）' },
  optionPort: { en: 'port of the server', zh: '服务器端口' },
  optionPeerPort: { en: 'port of the peer', zh: '节点端口' },
  optionPagePort: { en: 'port of the page (MIYU_PAGE_PORT)', zh: '网页界面的端口（MIYU_PAGE_PORT）' },
  optionNoPage: { en: 'serve no page', zh: '不提供网页界面' },
  optionNoOpen: { en: 'do not open the page in the browser', zh: '不在浏览器中打开网页界面' },
  optionNoLan: { en: 'neither look nor be found on the local network', zh: '不在局域网中查找，也不被发现' },
  optionInvite: {
    en: 'join by this invite link, without a server of your own',
    zh: '用此邀请链接加入，不启动自己的服务器',
  },
  optionServer: {
    en: 'register at this server (address with /p2p/), without one of your own',
    zh: '在此服务器注册（带 /p2p/ 的地址），不启动自己的服务器',
  },
  optionName: { en: 'name to register on the first run (MIYU_NAME)', zh: '首次运行时注册的名字（MIYU_NAME）' },
  optionPasswordStdin: { en: 'read the password from standard input', zh: '从标准输入读取密码' },
  optionPasswordFile: { en: 'read the password from a file', zh: '从文件读取密码' },
  optionNoChat: { en: 'do not open the chat', zh: '不打开聊天' },
  optionPlain: { en: 'words in place of signs', zh: '用文字代替符号' },
  optionJson: { en: 'JSON lines on standard output', zh: '在标准输出给出 JSON 行' },
  optionLang: { en: 'zh or en', zh: '语言：zh 或 en' },
  starting: { en: 'Starting …', zh: '正在启动……' },
  otherPort: { en: 'Port {wanted} is taken; {port} is used instead.', zh: '端口 {wanted} 已被占用，改用 {port}。' },
  firstRun: { en: 'Welcome to miyu. Choose a name and a password.', zh: '欢迎使用密语。请选择名字和密码。' },
  welcomeBack: { en: 'Welcome back. Your password, please.', zh: '欢迎回来。请输入密码。' },
  firstRunEither: {
    en: 'Welcome to miyu. Choose a name and a password in the page, or press Enter to do it here.',
    zh: '欢迎使用密语。请在网页界面中选择名字和密码，或按回车键在此完成。',
  },
  welcomeBackEither: {
    en: 'Welcome back. Give your password in the page, or press Enter to give it here.',
    zh: '欢迎回来。请在网页界面中输入密码，或按回车键在此输入。',
  },
  doneInPage: { en: 'Done in the page.', zh: '已在网页界面中完成。' },
  noTerminal: {
    en: 'There is no terminal to ask for name and password. Set MIYU_NAME and MIYU_PASSWORD, or use --name with --password-stdin or --password-file.',
    zh: '没有终端可以询问名字和密码。请设置 MIYU_NAME 与 MIYU_PASSWORD，或使用 --name 加 --password-stdin 或 --password-file。',
  },
  server: { en: 'Server', zh: '服务器' },
  ownServer: { en: 'your own, at {addresses}', zh: '您自己的，地址 {addresses}' },
  fingerprint: { en: 'Server’s fingerprint', zh: '服务器指纹' },
  ownFingerprint: { en: 'Your fingerprint', zh: '您的指纹' },
  address: { en: 'Listening', zh: '监听' },
  data: { en: 'Data', zh: '数据' },
  invite: { en: 'Invite link for friends', zh: '给朋友的邀请链接' },
  page: { en: 'Page (this link is good once, and for you alone)', zh: '网页界面（链接仅可使用一次，请勿转给他人）' },
  pageOpened: { en: 'The page is open in your browser.', zh: '已在浏览器中打开网页界面。' },
  pageNotOpened: {
    en: 'No browser could be started: open the link yourself.',
    zh: '无法启动浏览器：请自行打开链接。',
  },
  serverFound: {
    en: 'A server on your local network: {name}, at {address}\n  fingerprint: {fingerprint}',
    zh: '局域网中有一台服务器：{name}，地址 {address}\n  指纹：{fingerprint}',
  },
  serverWithoutName: { en: '(no name)', zh: '（无名称）' },
  askJoin: {
    en: 'Join it, in place of a server of your own? Compare the fingerprint with whoever runs it. [y/N] ',
    zh: '加入它，而不启动自己的服务器？请与其管理者核对指纹。[y/N] ',
  },
  askJoinWhich: {
    en: 'Join one of them, in place of a server of your own? Its number; Enter: none. ',
    zh: '加入其中一台，而不启动自己的服务器？请输入编号；按回车则不加入。',
  },
  joinLater: {
    en: 'To join it at a first start: npm start -- --server {address}',
    zh: '首次启动时加入它：npm start -- --server {address}',
  },
  ownServerEnded: {
    en: 'Nobody uses the server that was started here: it has ended.',
    zh: '此处启动的服务器无人使用，已停止。',
  },
  addedInviter: { en: 'Your friend request is on its way to {name}.', zh: '好友请求已发给 {name}。' },
  chatOffer: {
    en: 'Press Enter to chat here as well; Ctrl-C ends all.',
    zh: '按回车键也可在此聊天；按 Ctrl-C 结束全部。',
  },
  chatHint: { en: '/help lists the commands, /quit ends.', zh: '/help 查看命令，/quit 退出。' },
  running: { en: 'All is running; Ctrl-C ends it.', zh: '一切正常运行；按 Ctrl-C 结束。' },
  serverRestarts: {
    en: 'The server stopped unexpectedly; it is started again in {seconds} s.',
    zh: '服务器意外停止，将在 {seconds} 秒后重启。',
  },
  serverGone: { en: 'The server keeps stopping; it is not started again.', zh: '服务器反复停止，不再重启。' },
  peerGone: { en: 'The peer has stopped.', zh: '节点已停止。' },
  stopping: { en: 'Ending …', zh: '正在结束……' },
  stopped: { en: 'All has ended.', zh: '已全部结束。' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type StartWord = keyof typeof WORDS;

export const startSay = (language: Language, word: StartWord, blanks: Blanks = {}): string =>
  fill(WORDS[word][language], blanks);
