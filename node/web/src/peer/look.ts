/** How the page looks, kept by the browser: right from the first frame, and where no profile is open yet. */
import type { Settings } from './methods.ts';
import { DEFAULT_SETTINGS } from './state.ts';

const KEY = 'miyu.look';

export function readLook(memory: Pick<Storage, 'getItem'>): Settings {
  let kept: Partial<Record<'language' | 'theme' | 'motion', unknown>> = {};
  try {
    kept = (JSON.parse(memory.getItem(KEY) ?? '{}') ?? {}) as typeof kept;
  } catch {
    // Somebody else's value under our name: the usual look.
  }
  return {
    ...DEFAULT_SETTINGS,
    language: kept.language === 'zh' || kept.language === 'en' ? kept.language : null,
    theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'system',
    motion: kept.motion === 'reduced' ? 'reduced' : 'system',
  };
}

export function writeLook(memory: Pick<Storage, 'setItem'>, { language, theme, motion }: Settings): void {
  memory.setItem(KEY, JSON.stringify({ language, theme, motion }));
}
