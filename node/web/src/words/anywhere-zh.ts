import type { Translated } from './translated.ts';
import type { ANYWHERE_EN } from './anywhere-en.ts';

export const ANYWHERE_ZH: Translated<typeof ANYWHERE_EN> = {
  anywhere: {
    signInTitle: '用名字和密码登录',
    signInLead: '须先在另一台机器上选择“随处登录”。',
    serverHint: '您的账号所在的服务器。',
    title: '随处登录',
    hint: '服务器保存密封的账号，凭名字和密码即可在任何机器登录。不开启时，私钥只在您的机器和密钥文件里。',
    warning: '开启后，服务器的主人可以尝试猜密码：只有足够长的密码才挡得住。',
    on: '开启随处登录',
    off: '关闭随处登录',
    isOn: '现在可以随处登录了。',
    isOff: '服务器将删除其副本。',
    since: '副本存于 {{time}}。',
    state: {
      off: '已关闭。',
      kept: '已开启。',
      pending: '已开启；尚待通知服务器，会自动进行。',
      dropping: '已关闭；服务器尚待删除副本，会自动进行。',
      superseded: '已在另一台设备上重新设置或关闭。',
    },
    changeTitle: '更换密码',
    current: '当前密码',
    next: '新密码',
    repeat: '再输入一次新密码',
    change: '更换密码',
    changed: '密码已更换。',
  },
};
