/** What the doctor's findings say and what to do next, one step each, in both languages: for every face. `{name}` is filled from the evidence. */
import { BEHIND_NAT_TEXTS } from './doctor-router-texts.ts';
import { findingKeys } from './finding-keys.ts';
import type { Language } from './language.ts';

export type FindingPattern = readonly [say: string, step: string];
type Both = Readonly<Record<Language, FindingPattern>>;

/**
 * Codes of node/core/doctor.ts. Where it matters whom it is about, `server-` or `friend-` stands before the code; where the home router does,
 * how that stands behind it (finding-keys.ts).
 */
export const FINDING_TEXTS = {
  'peer-not-running': {
    en: ['miyu does not run on this profile.', 'Start it: `miyu up` (or `npm start`).'],
    zh: ['密语没有在此资料夹上运行。', '请启动：`miyu up`（或 `npm start`）。'],
  },
  'profile-in-use': {
    en: ['A program holds this profile and does not answer.', 'End it, then start miyu again: `miyu up`.'],
    zh: ['有程序占用此资料夹却没有应答。', '请结束该程序，再启动密语：`miyu up`。'],
  },
  'folder-unwritable': {
    en: ['The folder of the profile cannot be written.', 'Give your user the right to write there.'],
    zh: ['资料夹无法写入。', '请让您的用户有权写入该文件夹。'],
  },
  locked: {
    en: [
      'The profile is locked: friends and server are not known before the password is given.',
      'Unlock it: `miyu login`.',
    ],
    zh: ['资料已锁定：输入密码之前，无从得知好友与服务器。', '请解锁：`miyu login`。'],
  },
  'no-account': {
    en: ['There is no account in this profile yet.', 'Make one: `miyu register NAME`.'],
    zh: ['此资料夹中尚无账号。', '请注册：`miyu register NAME`。'],
  },
  'signed-out': {
    en: ['This device is signed out.', 'Sign in again: `miyu login --take-over`.'],
    zh: ['本设备已退出登录。', '请重新登录：`miyu login --take-over`。'],
  },
  'no-network': {
    en: [
      'This machine has no network: it has no address beside its own loopback.',
      'Connect it to a network (cable, Wi-Fi).',
    ],
    zh: ['本机没有网络：除环回地址外没有任何地址。', '请连接网络（网线或 Wi-Fi）。'],
  },
  'port-taken': {
    en: ['Port {port} is taken by another program.', 'Start with another one: `miyu up --other-port`.'],
    zh: ['端口 {port} 已被其他程序占用。', '请换一个端口启动：`miyu up --other-port`。'],
  },
  'not-listening': {
    en: ['Nobody listens at {address} port {port}, though miyu should.', 'Restart it: `miyu stop`, then `miyu up`.'],
    zh: ['{address} 端口 {port} 无人监听，而密语本应监听。', '请重启：先 `miyu stop`，再 `miyu up`。'],
  },
  'multicast-blocked': {
    en: [
      'Multicast does not work on {interface}: this machine does not even hear itself there.',
      'Let UDP port 5353 through this machine’s firewall.',
    ],
    zh: ['{interface} 上组播不通：本机连自己发的都收不到。', '请在本机防火墙放行 UDP 端口 5353。'],
  },
  'multicast-dropped': {
    en: [
      'Multicast seems to be dropped in the network of {interface}: {direct} machines there answer mDNS when asked alone, and none when all are asked.',
      'Allow multicast (IGMP, mDNS) in the settings of the router or access point.',
    ],
    zh: [
      '{interface} 所在网络似乎丢弃组播：有 {direct} 台机器应答单独的 mDNS 询问，却无一应答组播询问。',
      '请在路由器或接入点的设置中允许组播（IGMP、mDNS）。',
    ],
  },
  'multicast-silent': {
    en: [
      'Nobody in the network of {interface} answered mDNS: there may be nobody, or multicast is dropped.',
      'If somebody is there, run `miyu doctor` on that machine too.',
    ],
    zh: [
      '{interface} 所在网络无人应答 mDNS：可能没有别人，也可能组播被丢弃。',
      '如果确有他人，请在那台机器上也运行 `miyu doctor`。',
    ],
  },
  'clock-off': {
    en: [
      'This machine’s clock and the server’s are {seconds} s apart; this one is probably wrong.',
      'Have this machine set its time by itself (NTP).',
    ],
    zh: ['本机时钟与服务器相差 {seconds} 秒，很可能是本机不准。', '请让本机自动校时（NTP）。'],
  },
  'behind-nat': {
    en: [
      'The server sees this machine as {seenAs}, which is none of its own addresses: a router (NAT) or VPN is in between.',
      'If friends cannot reach you, forward miyu’s port on the router.',
    ],
    zh: [
      '服务器看到的本机地址是 {seenAs}，并非本机自己的地址：中间有路由器（NAT）或 VPN。',
      '如果好友连不上您，请在路由器上转发密语的端口。',
    ],
  },
  ...BEHIND_NAT_TEXTS,
  'without-ipv6': {
    en: [
      'This machine has no IPv6 address that leads beyond its own network.',
      'Nothing needs to be done, unless a friend has IPv6 alone.',
    ],
    zh: ['本机没有能通往外部网络的 IPv6 地址。', '无需处理，除非好友只有 IPv6。'],
  },
  'own-firewall': {
    en: [
      'This machine’s own system forbids the connection to {address}.',
      'Allow miyu to connect out in this machine’s firewall.',
    ],
    zh: ['本机系统禁止连接 {address}。', '请在本机防火墙中允许密语对外连接。'],
  },
  unresolved: {
    en: ['The name in {address} cannot be looked up.', 'Check the name, or the DNS server of this machine.'],
    zh: ['无法解析 {address} 中的名字。', '请检查该名字，或本机的 DNS 服务器。'],
  },
  'no-ipv6': {
    en: ['{address} is an IPv6 address, and this machine has none.', 'Use a network that has IPv6.'],
    zh: ['{address} 是 IPv6 地址，而本机没有 IPv6。', '请改用支持 IPv6 的网络。'],
  },
  'no-route': {
    en: ['This machine has no way to {address}.', 'Check the network settings (address, router) of this machine.'],
    zh: ['本机没有通往 {address} 的路由。', '请检查本机的网络设置（地址、网关）。'],
  },
  'vpn-route': {
    en: [
      'The way to {address} leads through {route}, a VPN, and nothing answers.',
      'Disconnect the VPN, or let it leave out the local network.',
    ],
    zh: ['通往 {address} 的路径经过 VPN（{route}），没有应答。', '请断开 VPN，或让它不接管本地网络。'],
  },
  'different-subnets': {
    en: [
      '{address} is an address of another private network, and it does not answer from here.',
      'Join the same network (Wi-Fi), or use a VPN that joins both.',
    ],
    zh: ['{address} 属于另一个私有网络，从这里没有应答。', '请加入同一网络（Wi-Fi），或用 VPN 连接两边。'],
  },
  'server-no-address': {
    en: ['No address of the server is known.', 'Ask its operator for a new invite link.'],
    zh: ['不知道服务器的任何地址。', '请向其管理者索取新的邀请链接。'],
  },
  'server-wrong-key': {
    en: [
      'Another server’s key answered at {address}: it is not the one that was pinned.',
      'Ask the operator for the fingerprint, and do not sign in before it is the same.',
    ],
    zh: ['{address} 应答的是另一把密钥：不是您固定的那台服务器。', '请向管理者核对指纹，一致之前不要登录。'],
  },
  'server-mute': {
    en: [
      'The server takes connections at {address} and does not speak: it may hang.',
      'Ask the operator to restart it.',
    ],
    zh: ['服务器在 {address} 接受连接却不应答，可能已停滞。', '请管理者重启服务器。'],
  },
  'server-foreign': {
    en: [
      'Something else than a miyu server seems to answer at {address}.',
      'Ask the operator for the present address.',
    ],
    zh: ['在 {address} 应答的似乎不是密语服务器。', '请向管理者确认当前地址。'],
  },
  'server-refused': {
    en: [
      'Something answers for the server’s machine, and nothing takes connections at {address}: it does not run there, or a firewall refuses.',
      'Ask the operator whether the server runs (`miyu-rendezvous status`).',
    ],
    zh: [
      '服务器的地址有应答，但 {address} 拒绝连接：服务器未运行，或被防火墙拒绝。',
      '请管理者确认服务器是否运行（`miyu-rendezvous status`）。',
    ],
  },
  'server-port-filtered': {
    en: [
      'The server’s machine is there, and {address} keeps silent: the port is probably filtered.',
      'Ask the operator to let the port through the firewall.',
    ],
    zh: ['服务器所在机器在线，但 {address} 没有应答：端口很可能被过滤。', '请管理者在防火墙放行该端口。'],
  },
  'server-prohibited': {
    en: [
      'A firewall says that it forbids connections to {address}: that of the server’s machine, or one on the way.',
      'Ask the operator to let the port through the firewall.',
    ],
    zh: ['防火墙声明禁止连接 {address}：在服务器上，或在途中。', '请管理者在防火墙放行该端口。'],
  },
  'server-host-absent': {
    en: [
      'No machine seems to be at {address} now: it is off, unplugged or has another address.',
      'See whether the server’s machine is switched on and has this address.',
    ],
    zh: ['{address} 处现在似乎没有机器：已关闭、断网或换了地址。', '请确认服务器已开机且仍是此地址。'],
  },
  'server-ap-isolation': {
    en: [
      'No machine answers for {address}, nor does any other than the router: the access point may keep machines apart.',
      'Switch client isolation off at the access point, or use another network.',
    ],
    zh: [
      '{address} 没有应答，除路由器外也没有其他机器应答：接入点可能隔离了各机器。',
      '请在接入点关闭客户端隔离，或换一个网络。',
    ],
  },
  'server-no-answer': {
    en: [
      'Nothing answers at {address}: the server is switched off or moved, or something on the way drops it.',
      'Ask the operator whether the server runs and where.',
    ],
    zh: ['{address} 没有应答：服务器已关闭或搬走，或途中被丢弃。', '请管理者确认服务器是否运行、地址为何。'],
  },
  'server-refuses': {
    en: [
      'The server answers, and does not let this device sign in ({code}).',
      'See `miyu status`: it says what to do.',
    ],
    zh: ['服务器有应答，但不让本设备登录（{code}）。', '请看 `miyu status` 的说明。'],
  },
  'server-relay-refused': {
    en: [
      'The server relays, and gives this device no place: friends cannot call it through the server.',
      'Ask the operator whether places are left (`--relay-max-reservations`).',
    ],
    zh: [
      '服务器提供中转，但没有给本设备名额：好友无法经由服务器呼叫您。',
      '请问管理者是否还有名额（`--relay-max-reservations`）。',
    ],
  },
  'server-relay-limit': {
    en: [
      'What the server relays for you within an hour is used up, or every place is taken; messages go by the mailbox.',
      'Wait; if it stays, ask the operator for more (`--relay-mib-per-account`).',
    ],
    zh: [
      '服务器每小时为您中转的流量已用完，或名额已满；消息改走信箱。',
      '请稍候；若一直如此，请管理者调高（`--relay-mib-per-account`）。',
    ],
  },
  'friend-relay-refused': {
    en: [
      'There is no direct path to {friend}, and the server of {friend} does not relay the call.',
      'Ask {friend} to run `miyu doctor` too.',
    ],
    zh: ['到 {friend} 没有直接通路，对方的服务器也不中转。', '请 {friend} 也运行 `miyu doctor`。'],
  },
  'friend-relay-limit': {
    en: [
      'There is no direct path to {friend}, and what the server may relay is used up for now; messages go by the mailbox.',
      'Wait: within the hour it relays again.',
    ],
    zh: ['到 {friend} 没有直接通路，服务器的中转额度暂时用完；消息改走信箱。', '请稍候：一小时内会恢复中转。'],
  },
  'friend-relayed': {
    en: [
      'You reach {friend} through a server that relays, for no address of {friend} answers directly.',
      'Nothing needs to be done: a direct path takes its place as soon as one works.',
    ],
    zh: ['经由服务器中转与 {friend} 相连，因为对方没有可直连的地址。', '无需任何操作：一旦可以直连，就会自动切换。'],
  },
  'friend-record-stale': {
    en: [
      'The server has no valid address of {friend}: {friend} was not signed in there within the last day.',
      'Ask {friend} to start miyu.',
    ],
    zh: ['服务器没有 {friend} 的有效地址：对方近一天没有在那里登录。', '请 {friend} 启动密语。'],
  },
  'friend-no-address': {
    en: ['No address of {friend} is known here.', 'Wait until both of you reach the server once.'],
    zh: ['这里不知道 {friend} 的任何地址。', '请等双方都能连上服务器一次。'],
  },
  'friend-wrong-key': {
    en: [
      'Another device than that of {friend} answers at {address}.',
      'Ask {friend} to start miyu, so that the new address is told.',
    ],
    zh: ['在 {address} 应答的不是 {friend} 的设备。', '请 {friend} 启动密语，以便告知新地址。'],
  },
  'friend-mute': {
    en: [
      'The machine of {friend} takes connections at {address} and does not speak: it may sleep or hang.',
      'Ask {friend} to restart miyu.',
    ],
    zh: ['{friend} 的机器在 {address} 接受连接却不应答，可能已休眠或停滞。', '请 {friend} 重启密语。'],
  },
  'friend-foreign': {
    en: [
      'Something answers at {address} that does not want this device, or is no miyu.',
      'Ask {friend} to run `miyu doctor` too.',
    ],
    zh: ['{address} 的应答方不接受本设备，或不是密语。', '请 {friend} 也运行 `miyu doctor`。'],
  },
  'friend-refused': {
    en: [
      'Something answers for the machine of {friend}, and nothing takes connections at {address}: miyu does not run there, or a firewall refuses.',
      'Ask {friend} to start miyu.',
    ],
    zh: ['{friend} 的地址有应答，但 {address} 拒绝连接：密语未运行，或被防火墙拒绝。', '请 {friend} 启动密语。'],
  },
  'friend-port-filtered': {
    en: [
      'The machine of {friend} is there, and {address} keeps silent: its firewall probably drops it.',
      'Ask {friend} to let miyu’s port through the firewall there.',
    ],
    zh: [
      '{friend} 的机器在线，但 {address} 没有应答：很可能被那边的防火墙丢弃。',
      '请 {friend} 在其防火墙放行密语的端口。',
    ],
  },
  'friend-prohibited': {
    en: [
      'A firewall says that it forbids connections to {address}: that of the machine of {friend}, or one on the way.',
      'Ask {friend} to let miyu’s port through the firewall there.',
    ],
    zh: ['防火墙声明禁止连接 {address}：在 {friend} 的机器上，或在途中。', '请 {friend} 在其防火墙放行密语的端口。'],
  },
  'friend-both-behind-nat': {
    en: [
      'You and {friend} seem to be behind routers (NAT) of different networks: {address} is of use only where {friend} is, and the server sees this machine as {seenAs}.',
      'Forward miyu’s port on one of the two routers, or ask the operator to let the server relay (`--relay`).',
    ],
    zh: [
      '您与 {friend} 似乎在不同网络的路由器（NAT）之后：{address} 只在对方网络中有效，服务器看到的本机地址是 {seenAs}。',
      '请在其中一方的路由器上转发密语的端口，或请管理者开启服务器中转（`--relay`）。',
    ],
  },
  'friend-host-absent': {
    en: [
      'No machine seems to be at {address} now: that of {friend} is off, asleep, unplugged or has another address.',
      'Ask {friend} to switch it on.',
    ],
    zh: ['{address} 处现在似乎没有机器：{friend} 的机器已关闭、休眠、断网或换了地址。', '请 {friend} 开机。'],
  },
  'friend-ap-isolation': {
    en: [
      '{friend} told {address} a short time ago; now neither it nor anybody beside the router answers: the access point probably keeps machines apart.',
      'Switch client isolation (guest network) off at the access point, or use another network.',
    ],
    zh: [
      '{friend} 不久前还在 {address}；现在除路由器外无人应答：接入点很可能隔离了各机器。',
      '请在接入点关闭客户端隔离（访客网络），或换一个网络。',
    ],
  },
  'friend-no-answer': {
    en: [
      'Nothing answers at {address}: {friend} is away, or a router or firewall there lets nothing in.',
      'Ask {friend} to run `miyu doctor` too.',
    ],
    zh: ['{address} 没有应答：{friend} 不在，或那边的路由器、防火墙不放行。', '请 {friend} 也运行 `miyu doctor`。'],
  },
} as const satisfies Record<string, Both>;

export type FindingText = keyof typeof FINDING_TEXTS;

/** A finding, as the local API tells it. */
export interface ToldFinding {
  readonly code: string;
  readonly subject: { readonly is: 'machine' | 'server' | 'friend'; readonly name?: string | undefined };
  readonly evidence: Readonly<Record<string, string | number | boolean>>;
}

/** In words: what it is, and the one next step. A code of a newer peer stays a code. */
export function findingText(finding: ToldFinding, language: Language): { readonly say: string; readonly step: string } {
  const { code, subject, evidence } = finding;
  const key = findingKeys(finding).find((name) => Object.hasOwn(FINDING_TEXTS, name));
  const [say, step] = key === undefined ? [code, ''] : FINDING_TEXTS[key as FindingText][language];
  const blanks = { ...evidence, friend: subject.name ?? '' };
  return { say: fill(say, blanks), step: fill(step, blanks) };
}

const fill = (text: string, blanks: ToldFinding['evidence']): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(blanks[name] ?? whole));
