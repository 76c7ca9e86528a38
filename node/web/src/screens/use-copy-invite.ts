import { useTranslation } from 'react-i18next';
import { sayDone, sayFailed } from '../parts/toast.tsx';
import { usePeer } from '../peer/react.tsx';
import { useErrorWords } from '../words/use-error-words.ts';

/** @returns what makes the own invite link, puts it on the clipboard and says so */
export function useCopyInvite(): () => void {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  return () => {
    peer
      .call('invite')
      .then(({ link }) => navigator.clipboard.writeText(link))
      .then(
        () => {
          sayDone(t('invite.done'));
        },
        (error: unknown) => {
          sayFailed(say(error));
        },
      );
  };
}
