import type { NEARBY_EN } from './nearby-en.ts';
import type { Translated } from './translated.ts';

export const NEARBY_ZH: Translated<typeof NEARBY_EN> = {
  nearby: {
    title: '附近的人',
    hint: '在您的局域网中。名字由对方自称：信任之前请核对安全码。',
    add: '添加',
    addOne: '添加 {{name}} 为好友',
    asked: '好友请求已发给 {{name}}。',
    waiting: '已请求',
    asksYou: '请求加您',
    answer: '答复',
    otherHome: '使用另一台服务器',
    servers: '局域网中的服务器',
    serversHint: '请先向其主人核对指纹，再选用。都不选，则在本程序启动时的服务器注册。',
    serverUnnamed: '未命名的服务器',
    serverOpen: '任何人可注册',
    serverToken: '需要邀请链接',
    serverClosed: '不接受新人',
    serverAt: '位于 {{address}}',
    take: '在此注册',
    taken: '已选用',
    visible: '在局域网中可见',
    visibleHint:
      '同一网络中的人能看到您的名字，并可请求加您为好友。关闭后：本机不作任何宣告，也不应答陌生人；您仍能看到他们。',
    off: '密语启动时未启用局域网。',
  },
};
