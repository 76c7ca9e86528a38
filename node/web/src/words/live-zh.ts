import type { Translated } from './translated.ts';
import type { LIVE_EN } from './live-en.ts';

export const LIVE_ZH: Translated<typeof LIVE_EN> = {
  live: {
    elsewhere: '{{time}} 在别处登录。',
    elsewhereAlways: '已在别处登录。',
    device: '设备',
    address: '来自地址',
    addressNote: '由您的服务器看到，只告诉您本人。',
    unnamed: '没有名称。',
    unsent: '尚未发出的消息保留在本机，在此重新登录后会发出。',
    idle: '自 {{time}} 起无人操作，已自动锁定。期间的消息在您的服务器等候。',
    anywhereCarried: '已登录。“随处登录”保持开启，仍用当初设置它的密码。',
    autoLock: '自动锁定',
    autoLockHint: '若网页和命令行都这么久无人操作，密钥会离开本机内存。期间到来的消息在您的服务器等候。',
    autoLockOff: '从不',
    minutes_other: '{{count}} 分钟后',
    hours_other: '{{count}} 小时后',
  },
  deletion: {
    title: '删除账号',
    hint: '从服务器和本机彻底删除。',
    open: '删除账号…',
    lead: '无法撤销，也没有人能找回。',
    lost: {
      here: '本机的密钥、好友和全部聊天都会消失。',
      server: '服务器删除您的账号，以及在那里等候您的一切。',
      friends: '会通知您的好友。聊天在他们那里的部分仍归他们。',
      name: '您的名字会空置一段时间，之后可能归他人使用。',
      files: '此账号的密钥文件不再有用。',
    },
    name: '您的名字：{{name}}',
    nameWrong: '这不是您的名字。',
    submit: '彻底删除',
    done: '账号已删除。',
  },
};
