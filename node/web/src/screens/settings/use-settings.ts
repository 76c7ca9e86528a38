import { sayFailed } from '../../parts/toast.tsx';
import type { Settings, SettingsChange } from '../../peer/methods.ts';
import { usePeer, usePeerState } from '../../peer/react.tsx';
import type { PeerState } from '../../peer/state.ts';
import { useErrorWords } from '../../words/use-error-words.ts';

const select = ({ settings }: PeerState): PeerState['settings'] => settings;

/** @returns the settings, and what changes them; a change shows at once, and a failure to keep it is told */
export function useSettings(): readonly [settings: Settings, change: (change: SettingsChange) => void] {
  const peer = usePeer();
  const say = useErrorWords();
  const settings = usePeerState(select);
  return [
    settings,
    (change) => {
      peer.changeSettings(change).catch((error: unknown) => {
        sayFailed(say(error));
      });
    },
  ];
}
