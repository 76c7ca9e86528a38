import type { IconName } from '../../design/icon.tsx';

export const SECTIONS = [
  { name: 'appearance', icon: 'sun' },
  { name: 'notifications', icon: 'bell' },
  { name: 'privacy', icon: 'lock' },
  { name: 'writing', icon: 'text' },
  { name: 'keyboard', icon: 'keyboard' },
  { name: 'connection', icon: 'link' },
  { name: 'knows', icon: 'server' },
  { name: 'account', icon: 'file' },
  { name: 'about', icon: 'info' },
] as const satisfies readonly { readonly name: string; readonly icon: IconName }[];

export type Section = (typeof SECTIONS)[number]['name'];
