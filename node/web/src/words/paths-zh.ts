import type { PATHS_EN } from './paths-en.ts';
import type { Translated } from './translated.ts';

export const PATHS_ZH: Translated<typeof PATHS_EN> = {
  paths: {
    name: {
      lan: '局域网',
      direct: '直连',
      relayed: '中继',
      mailbox: '信箱',
      unreachable: '无路径',
    },
    means: {
      lan: '经局域网，从您的机器直接送达对方的机器。',
      direct: '经互联网，从您的机器直接送达对方的机器。',
      relayed: '双方无法直连，由服务器转送，服务器读不到内容。',
      mailbox: '与对方设备没有连接。您写的内容密封在对方服务器的信箱中等待。',
      unreachable: '与对方设备没有连接，对方的服务器也没有应答。您写的内容在本机等待。',
    },
    why: '为何没有连接',
    never: '尚未寻找。',
    queued: '正在先连接其他好友。',
    seeking: '自 {{time}} 起正在寻找…',
    failed: '{{time}} 寻找过，未能找到。',
    times: '连续 {{failures}} 次。',
    next: '下次尝试于 {{time}}。',
    place: {
      known: '上次的地址',
      lan: '附近（局域网）',
      directory: '对方服务器的目录',
      dht: '分布式目录（DHT）',
      relay: '中继',
    },
    tried: {
      trying: '正在尝试…',
      nothing: '没有已知的地址',
      'nothing-new': '没有其他地址',
      failed: '没有可用的回答。{{reason}}',
      'not-reached': '{{addresses}} 个地址均未接通。{{reason}}',
      'not-dialled': '{{addresses}} 个地址从这里无法到达，未尝试',
      unasked: '时间已到，未询问',
    },
    nobody: '无人应答。',
  },
};
