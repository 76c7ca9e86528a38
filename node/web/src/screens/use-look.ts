/** Language, theme and motion of the whole page, as the settings say. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { sayFailed } from '../parts/toast.tsx';
import { usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { sayError } from '../words/error-words.ts';
import { languageOfPage, speak, systemLanguage } from '../words/words.ts';
import { wearLanguage, wearLook } from './wear-look.ts';

const selectSettings = ({ settings }: PeerState): PeerState['settings'] => settings;
const selectOpen = ({ connection }: PeerState): boolean => connection === 'open';

export function useLook(): void {
  const settings = usePeerState(selectSettings);
  const { i18n } = useTranslation();
  // Words that could not be loaded while the peer was away come when it is back.
  const open = usePeerState(selectOpen);
  const language = settings.language ?? systemLanguage(navigator.languages);
  useEffect(() => {
    speak(language).catch((error: unknown) => {
      sayFailed(sayError(error, languageOfPage()));
    });
  }, [language, open]);
  useEffect(() => {
    wearLanguage(languageOfPage());
  }, [i18n.language]);
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
