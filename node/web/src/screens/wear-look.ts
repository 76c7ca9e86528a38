import type { Settings } from '../peer/methods.ts';
import { systemLanguage } from '../words/words.ts';

/** Writes the look onto the root element, from which every colour follows. */
export function wearLook({ theme, motion, language }: Pick<Settings, 'theme' | 'motion' | 'language'>): void {
  const root = document.documentElement;
  const dark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  root.dataset['theme'] = dark ? 'dark' : 'light';
  root.dataset['motion'] = motion;
  root.lang = (language ?? systemLanguage(navigator.languages)) === 'zh' ? 'zh-CN' : 'en';
}
