/** Language, theme and motion of the whole page, as the settings say. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { speak, systemLanguage } from '../words/words.ts';
import { wearLook } from './wear-look.ts';

const select = ({ settings }: PeerState): PeerState['settings'] => settings;

export function useLook(): void {
  const settings = usePeerState(select);
  const { i18n } = useTranslation();
  const language = settings.language ?? systemLanguage(navigator.languages);
  useEffect(() => {
    if (i18n.language !== language) void speak(language);
  }, [i18n, language]);
  useEffect(() => {
    wearLook(settings);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const change = (): void => {
      wearLook(settings);
    };
    dark.addEventListener('change', change);
    return () => {
      dark.removeEventListener('change', change);
    };
  }, [settings]);
}
