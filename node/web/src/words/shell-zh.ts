/** 中文：除聊天本身之外的一切（chat-zh.ts）。 */
import type { Translated } from './translated.ts';
import type { SHELL_EN } from './shell-en.ts';

export const SHELL_ZH: Translated<typeof SHELL_EN> = {
  product: { name: '密语', full: '密语 miyu', slogan: '悄悄话，只在你们之间。' },
  common: {
    cancel: '取消',
    close: '关闭',
    back: '返回',
    copy: '复制',
    copied: '已复制。',
    save: '保存',
    more: '更多',
    loading: '正在读取…',
    retry: '重试',
    show: '显示',
    hide: '隐藏',
    optional: '选填',
    yes: '是',
    no: '否',
    none: '无',
    dismiss: '知道了',
    person: '我',
  },
  connection: {
    broken: '与本机密语的连接断开了，正在重新连接…',
    hurry: '立即重连',
    back: '已重新连接。',
    otherVersion: '打开此页面期间，密语已更新。',
    reload: '重新载入页面',
    noServer: '未连接到服务器。在线的好友仍可直接联系，其余内容会在此等待。',
    starting: '正在连接密语…',
  },
  closed: {
    title: '请从本机打开密语',
    why: '此页面属于这台机器上运行的密语，只接纳由它自己打开的页面。',
    how: '在终端中输入以下任一命令，会自动打开新的页面：',
    note: '链接只能使用一次，且仅限本机。这台机器上或网络中的其他人都无法使用。',
  },
};
