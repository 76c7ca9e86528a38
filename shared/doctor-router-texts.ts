/** The finding that a router is in between, by how the home router stands (finding-keys.ts): what the doctor says, and the one next step. */
import type { FindingPattern } from './doctor-texts.ts';
import type { Language } from './language.ts';

export const BEHIND_NAT_TEXTS = {
  'behind-nat-mapped': {
    en: [
      'The server sees this machine as {seenAs}: a router (NAT) is in between, and it opens miyu’s port, so that friends elsewhere connect to {outside}.',
      'Nothing needs to be done. If friends cannot reach you all the same, allow miyu’s port in this machine’s firewall.',
    ],
    zh: [
      '服务器看到的本机地址是 {seenAs}：中间有路由器（NAT），它已开放密语的端口，别处的好友可连接 {outside}。',
      '无需处理。如果好友仍连不上您，请在本机防火墙中放行密语的端口。',
    ],
  },
  'behind-nat-elsewhere': {
    en: [
      'The router here opens miyu’s port at {outside}, yet the server sees this machine as {seenAs}: a VPN or a second router is used on the way out.',
      'If friends cannot reach you, let the VPN leave out miyu, or forward its port on the second router.',
    ],
    zh: [
      '此处的路由器已在 {outside} 开放密语的端口，但服务器看到的本机地址是 {seenAs}：对外经过了 VPN 或另一个路由器。',
      '如果好友连不上您，请让 VPN 不接管密语，或在另一个路由器上转发密语的端口。',
    ],
  },
  'behind-nat-none': {
    en: [
      'The server sees this machine as {seenAs}, which is none of its own addresses: a router (NAT) or VPN is in between, and no router here opens ports when asked (UPnP).',
      'If friends cannot reach you, switch UPnP on in the router’s settings, or forward miyu’s port there.',
    ],
    zh: [
      '服务器看到的本机地址是 {seenAs}，并非本机自己的地址：中间有路由器（NAT）或 VPN，而此处没有应请求开放端口（UPnP）的路由器。',
      '如果好友连不上您，请在路由器设置中打开 UPnP，或在那里转发密语的端口。',
    ],
  },
  'behind-nat-refused': {
    en: [
      'The server sees this machine as {seenAs}: a router (NAT) is in between, and it does not open miyu’s port when asked (UPnP).',
      'If friends cannot reach you, allow UPnP for this machine in the router’s settings, or forward miyu’s port there.',
    ],
    zh: [
      '服务器看到的本机地址是 {seenAs}：中间有路由器（NAT），它没有应请求（UPnP）开放密语的端口。',
      '如果好友连不上您，请在路由器设置中为本机允许 UPnP，或在那里转发密语的端口。',
    ],
  },
  'behind-nat-not-public': {
    en: [
      'The server sees this machine as {seenAs}: a router (NAT) is in between, which is itself behind another one (a second router, or the provider’s), so that a port opened there leads nowhere.',
      'If friends cannot reach you, ask your provider for a public IPv4 address, or the operator of your server to let it relay.',
    ],
    zh: [
      '服务器看到的本机地址是 {seenAs}：中间的路由器（NAT）自身又位于另一个路由器（自家的或运营商的）之后，在那里开放端口也无用。',
      '如果好友连不上您，请向运营商申请公网 IPv4 地址，或请您的服务器管理者开启中转。',
    ],
  },
} as const satisfies Record<string, Readonly<Record<Language, FindingPattern>>>;
