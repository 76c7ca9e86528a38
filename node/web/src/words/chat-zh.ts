/** 中文：会话列表与聊天。 */
import type { Translated } from './translated.ts';
import type { CHAT_EN } from './chat-en.ts';

export const CHAT_ZH: Translated<typeof CHAT_EN> = {
  chats: {
    title: '聊天',
    none: '还没有聊天',
    noneHint: '添加好友后，第一个聊天会出现在这里。',
    choose: '请选择一个聊天',
    chooseHint: '您写下的内容直接送达好友，只有对方能读。',
  },
};
