/** What the operator reads, in both languages. `{name}` stands for a value. */
import type { Language } from '../shared/language.ts';

const WORDS = {
  about: {
    en: 'The rendezvous server of miyu: registration, directory, friend requests and sealed mailboxes.',
    zh: '密语的汇合服务器：注册、目录、好友请求和密封的信箱。',
  },
  up: { en: 'run the server (also without a command)', zh: '运行服务器（不带命令时也是如此）' },
  identity: {
    en: 'who this server is: PeerId, fingerprint, addresses, an invite',
    zh: '显示服务器的身份：PeerId、指纹、地址、邀请链接',
  },
  status: { en: 'counts and state; exit code 4 where no server runs', zh: '数量与状态；没有服务器运行时退出码为 4' },
  policy: { en: 'what the server asks of people who register, and its quotas', zh: '注册要求与配额' },
  token: { en: 'registration tokens (single-use, seven days)', zh: '注册令牌（一次有效，七天到期）' },
  tokenCreate: { en: 'make one, inside an invite', zh: '生成一个，附在邀请链接中' },
  tokenList: { en: 'those that can still be used', zh: '列出仍可使用的令牌' },
  tokenRevoke: { en: 'take one back that was not used yet', zh: '收回一个尚未使用的令牌' },
  argumentTokenId: { en: 'its first digits, as the list shows them', zh: '令牌编号的前几位，见列表' },
  tokenRevoked: { en: 'Token {id} lets nobody in any more.', zh: '令牌 {id} 已收回。' },
  check: {
    en: 'read and check every row of the store; exit code 3 where something is damaged',
    zh: '读取并检查数据库的每一行；发现损坏时退出码为 3',
  },
  optionJson: { en: 'JSON on stdout, one value per line', zh: '在标准输出以 JSON 显示，每行一个值' },
  optionConfig: { en: 'JSON file of settings', zh: 'JSON 设置文件' },
  optionData: { en: 'data folder', zh: '数据文件夹' },
  optionPort: {
    en: 'TCP port on every IPv4 address, 0 for any free one',
    zh: '所有 IPv4 地址上的 TCP 端口，0 为任意空闲端口',
  },
  optionListen: { en: 'multiaddrs to listen on, in place of --port', zh: '监听的 multiaddr，代替 --port' },
  optionAnnounce: { en: 'multiaddrs that clients are told', zh: '告知客户端的 multiaddr' },
  optionAnnounceOnLan: {
    en: 'be found on the local network (mDNS): auto, on or off; auto: where an address is private',
    zh: '能否在局域网中被发现（mDNS）：auto、on 或 off；auto 为有私有地址时开启',
  },
  optionLanPort: { en: 'UDP port of that, in place of 5353', zh: '上述发现所用的 UDP 端口，代替 5353' },
  optionLanInterfaces: {
    en: 'network interfaces to be found on, separated by commas; otherwise all of local networks',
    zh: '在哪些网络接口上可被发现，用逗号分隔；不写则为所有局域网接口',
  },
  optionUpnp: {
    en: 'have the port opened to the internet by the home router (UPnP)',
    zh: '请家用路由器（UPnP）对互联网开放端口',
  },
  optionName: { en: 'shown to people who register', zh: '注册时显示的服务器名称' },
  optionEmail: { en: 'e-mail at registration: off, optional or required', zh: '注册邮箱：off、optional 或 required' },
  optionMaxNameLength: { en: 'longest name, 1 to 32 characters', zh: '名字最长多少个字符，1 到 32' },
  optionTokenRequired: { en: 'register only people with a token', zh: '只接受持有令牌者注册' },
  optionRegistrationClosed: { en: 'register nobody, not even with a token', zh: '不接受任何注册，持有令牌者也不例外' },
  optionInvitesPerAccount: {
    en: 'open invitations of one member at most, 0: the operator alone invites',
    zh: '每个成员可同时持有的邀请数，0 为只有管理者可以邀请',
  },
  optionReservedNames: {
    en: 'names that nobody may take, beside the built-in list; separated by commas',
    zh: '任何人都不能使用的名字（在内置列表之外），用逗号分隔',
  },
  optionMaxAccounts: { en: 'accounts at most', zh: '账号数量上限' },
  optionMailDays: { en: 'days for which mail is kept', zh: '信件保存天数' },
  optionMailboxItems: { en: 'mails in one mailbox at most', zh: '每个信箱的信件数上限' },
  optionMailboxMiB: { en: 'mebibytes of one mailbox at most', zh: '每个信箱的容量上限（MiB）' },
  optionSenderItems: { en: 'of these, mails by one sender', zh: '其中每个发送者的信件数上限' },
  optionSenderMiB: { en: 'of these, mebibytes by one sender', zh: '其中每个发送者的容量上限（MiB）' },
  optionVaultKiB: {
    en: 'kibibytes of one sealed vault (sign in anywhere) at most; 0: none',
    zh: '每份密封资料（随处登录）的容量上限（KiB）；0 为不提供',
  },
  optionNameHoldDays: {
    en: 'days for which a name that was let go stays nobody’s',
    zh: '名字被放弃后保留不放的天数',
  },
  optionRelay: {
    en: 'carry connections of members who cannot be reached otherwise (see the guide: it costs traffic)',
    zh: '为无法直连的成员中转连接（会占用流量，参见管理者指南）',
  },
  optionRelayMaxReservations: {
    en: 'members who may be called through the relay, at most',
    zh: '可经中转呼叫的成员数上限',
  },
  optionRelayMaxLinks: { en: 'relayed links at once, at most', zh: '同时中转的连接数上限' },
  optionRelayMiBPerAccount: {
    en: 'mebibytes within an hour that are relayed for one account, at most',
    zh: '每个账号每小时的中转流量上限（MiB）',
  },
  optionRelayMiB: {
    en: 'mebibytes within an hour that are relayed in all, at most',
    zh: '每小时中转总流量上限（MiB）',
  },
  optionMaxConnections: { en: 'connections at most', zh: '连接数上限' },
  optionAcceptPerAddress: { en: 'new connections a second of one address', zh: '每个地址每秒新连接数上限' },
  optionAcceptTotal: { en: 'new connections a second in total', zh: '每秒新连接总数上限' },
  optionRegistrationsPerMinute: { en: 'registrations a minute of one address', zh: '每个地址每分钟注册数上限' },
  optionLogLevel: { en: 'debug, info, warn, error or off', zh: 'debug、info、warn、error 或 off' },
  optionLogFile: { en: 'log into this file in place of stderr', zh: '把日志写入此文件，而不是标准错误' },
  optionLimit: { en: 'how many at most', zh: '最多多少个' },
  examples: { en: 'Examples', zh: '示例' },
  exitCodes: {
    en: 'Exit codes: 0 done · 1 failed · 2 wrong usage or setting · 3 damage found · 4 no server runs in this folder',
    zh: '退出码：0 完成 · 1 失败 · 2 用法或设置有误 · 3 发现损坏 · 4 此文件夹没有服务器在运行',
  },
  ready: { en: 'The rendezvous server is ready.', zh: '汇合服务器已就绪。' },
  peerId: { en: 'PeerId       {value}', zh: 'PeerId  {value}' },
  fingerprint: { en: 'Fingerprint  {value}', zh: '指纹    {value}' },
  address: { en: 'Address      {value}', zh: '地址    {value}' },
  invite: { en: 'Invite       {value}', zh: '邀请    {value}' },
  data: { en: 'Data         {value}', zh: '数据    {value}' },
  noAddress: {
    en: 'No address is known: start the server, or give --announce.',
    zh: '没有已知地址：请启动服务器，或用 --announce 指定。',
  },
  'router-searching': { en: 'Router       is being asked (UPnP)', zh: '路由器  正在询问（UPnP）' },
  'router-mapped': {
    en: 'Router       opens the port to the internet: {address}:{port}',
    zh: '路由器  已对互联网开放端口：{address}:{port}',
  },
  'router-none': {
    en: 'Router       none here opens ports (UPnP); it is looked for again from time to time',
    zh: '路由器  此处没有可开放端口的路由器（UPnP），之后还会再找',
  },
  'router-refused': {
    en: 'Router       does not open the port; it is asked again from time to time',
    zh: '路由器  未开放端口，之后还会再问',
  },
  'router-not-public': {
    en: 'Router       is itself behind another one, so that its port leads nowhere',
    zh: '路由器  自身位于另一个路由器之后，开放端口也无用',
  },
  howToStop: { en: 'Stop it with Ctrl-C.', zh: '按 Ctrl-C 停止。' },
  stopping: { en: 'Stopping …', zh: '正在停止……' },
  running: { en: 'Running for {value} s', zh: '已运行 {value} 秒' },
  notRunning: { en: 'No server runs in this folder.', zh: '此文件夹没有服务器在运行。' },
  unhealthy: {
    en: 'The store cannot be written just now; it heals by itself.',
    zh: '数据库暂时无法写入，会自行恢复。',
  },
  counts: {
    en: '{accounts} accounts, {mail} mails waiting, {requests} friend requests waiting',
    zh: '{accounts} 个账号，{mail} 封信件等待，{requests} 个好友请求等待',
  },
  logSize: { en: 'Transparency log: {value} leaves', zh: '透明日志：{value} 个叶子' },
  logBegins: { en: 'The transparency log is being begun anew.', zh: '正在重新开始透明日志。' },
  links: { en: '{connections} connections, {signedIn} signed in', zh: '{connections} 个连接，{signedIn} 个已登录' },
  relaying: {
    en: 'Relay: {reservations} may be called, {links} links, {mib} MiB within the hour',
    zh: '中转：{reservations} 人可被呼叫，{links} 条连接，本小时 {mib} MiB',
  },
  tokenLine: { en: 'Token {token}, until {until}', zh: '令牌 {token}，有效至 {until}' },
  tokenRow: { en: '{id}  until {until}  by {by}', zh: '{id}  有效至 {until}  来自 {by}' },
  operator: { en: 'the operator', zh: '管理者' },
  noTokens: { en: 'No token is open.', zh: '没有可用的令牌。' },
  checking: { en: 'Checking … {value} s', zh: '正在检查……{value} 秒' },
  checkedTable: { en: '{table}: {rows} rows', zh: '{table}：{rows} 行' },
  damagedTable: {
    en: '{table}: {rows} rows — DAMAGED ({damaged} unreadable, count {count}, digest {digest})',
    zh: '{table}：{rows} 行——已损坏（{damaged} 行不可读，计数{count}，摘要{digest}）',
  },
  right: { en: 'right', zh: '正确' },
  wrong: { en: 'wrong', zh: '错误' },
  sound: { en: 'The store is sound.', zh: '数据库完好。' },
  damaged: {
    en: 'The store is damaged. Stop the server and restore a backup; see the operator’s guide.',
    zh: '数据库已损坏。请停止服务器并恢复备份，参见管理者指南。',
  },
  setting: { en: 'Setting: {value}', zh: '设置项：{value}' },
  keyHelp: {
    en: '{value} does not belong to this store, or is missing. Put the right file back; no other one can take its place.',
    zh: '{value} 缺失，或不属于这个数据库。请放回原来的文件，它无可替代。',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type Word = keyof typeof WORDS;

export function say(language: Language, word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  const text: string = WORDS[word][language];
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
