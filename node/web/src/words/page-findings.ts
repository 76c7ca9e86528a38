/** Next steps in the words of a page, where shared/doctor-texts.ts speaks of commands: a person who sits before a page types none. */
import type { FindingText } from '../../../../shared/doctor-texts.ts';
import type { Language } from '../../../../shared/language.ts';

const TO_FRIEND = {
  en: 'Ask {friend} to check the connection as well: Settings, Connection.',
  zh: '请 {friend} 也检查连接：设置，连接。',
};

export const PAGE_STEPS: Partial<Record<FindingText, Readonly<Record<Language, string>>>> = {
  'peer-not-running': { en: 'Start miyu.', zh: '请启动密语。' },
  'profile-in-use': { en: 'End it, then start miyu again.', zh: '请结束该程序，再启动密语。' },
  locked: { en: 'Unlock it.', zh: '请解锁。' },
  'no-account': { en: 'Make one.', zh: '请注册。' },
  'signed-out': { en: 'Sign in again.', zh: '请重新登录。' },
  'port-taken': {
    en: 'End the other program, or start miyu with another port.',
    zh: '请结束该程序，或换一个端口启动密语。',
  },
  'not-listening': { en: 'Start miyu again.', zh: '请重新启动密语。' },
  'multicast-silent': {
    en: 'If somebody is there, check the connection on that machine as well.',
    zh: '如果确有他人，请在那台机器上也检查连接。',
  },
  'server-refuses': { en: 'The bar at the top says what to do.', zh: '请看页面顶部的提示。' },
  'server-refused': { en: 'Ask the operator whether the server runs.', zh: '请管理者确认服务器是否运行。' },
  'server-relay-refused': { en: 'Ask the operator whether places are left.', zh: '请问管理者是否还有名额。' },
  'server-relay-limit': {
    en: 'Wait; if it stays, ask the operator for more.',
    zh: '请稍候；若一直如此，请管理者调高额度。',
  },
  'friend-both-behind-nat': {
    en: 'Forward miyu’s port on one of the two routers, or ask the operator to let the server relay.',
    zh: '请在其中一方的路由器上转发密语的端口，或请管理者开启服务器中转。',
  },
  'friend-relay-refused': TO_FRIEND,
  'friend-foreign': TO_FRIEND,
  'friend-no-answer': TO_FRIEND,
};
