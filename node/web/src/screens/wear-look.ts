import type { Language } from '../../../../shared/language.ts';
import type { Settings } from '../peer/methods.ts';

/** Writes the look onto the root element, from which every colour follows. */
export function wearLook({ theme, motion }: Pick<Settings, 'theme' | 'motion'>): void {
  const root = document.documentElement;
  const dark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  root.dataset['theme'] = dark ? 'dark' : 'light';
  root.dataset['motion'] = motion;
}

/** Says which language is read here, to whoever reads it aloud. */
export function wearLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
