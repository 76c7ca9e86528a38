/** The words of the page in both languages. The page itself knows their types alone: it loads one language at a time. */
import { ALARMS_EN } from './alarms-en.ts';
import { ALARMS_ZH } from './alarms-zh.ts';
import { ANYWHERE_EN } from './anywhere-en.ts';
import { ANYWHERE_ZH } from './anywhere-zh.ts';
import { CHAT_EN } from './chat-en.ts';
import { CHAT_ZH } from './chat-zh.ts';
import { CONNECTION_EN } from './connection-en.ts';
import { CONNECTION_ZH } from './connection-zh.ts';
import { IDENTITY_EN } from './identity-en.ts';
import { IDENTITY_ZH } from './identity-zh.ts';
import { KEY_EN } from './key-en.ts';
import { KEY_ZH } from './key-zh.ts';
import { LIVE_EN } from './live-en.ts';
import { LIVE_ZH } from './live-zh.ts';
import { NAMES_EN } from './names-en.ts';
import { NAMES_ZH } from './names-zh.ts';
import { NEARBY_EN } from './nearby-en.ts';
import { NEARBY_ZH } from './nearby-zh.ts';
import { PATHS_EN } from './paths-en.ts';
import { PATHS_ZH } from './paths-zh.ts';
import { SHELL_EN } from './shell-en.ts';
import { SHELL_ZH } from './shell-zh.ts';

export const EN = {
  ...SHELL_EN,
  ...CHAT_EN,
  ...KEY_EN,
  ...LIVE_EN,
  ...ALARMS_EN,
  ...NAMES_EN,
  ...ANYWHERE_EN,
  ...IDENTITY_EN,
  ...CONNECTION_EN,
  ...PATHS_EN,
  ...NEARBY_EN,
} as const;
export const ZH = {
  ...SHELL_ZH,
  ...CHAT_ZH,
  ...KEY_ZH,
  ...LIVE_ZH,
  ...ALARMS_ZH,
  ...NAMES_ZH,
  ...ANYWHERE_ZH,
  ...IDENTITY_ZH,
  ...CONNECTION_ZH,
  ...PATHS_ZH,
  ...NEARBY_ZH,
};
