import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { sayDone, sayFailed } from '../parts/toast.tsx';
import { usePeer } from '../peer/react.tsx';
import { useErrorWords } from '../words/use-error-words.ts';
import { saveFile } from './save-file.ts';

/** A certificate as a file that anybody can check. @param who a friend; left out: the own one */
export function SaveCertificate({ name, who }: { readonly name: string; readonly who?: string }): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const save = (): void => {
    peer.call('certificate.get', who === undefined ? {} : { who }).then(
      ({ file }) => {
        saveFile(`${name}.miyu-cert`, new TextEncoder().encode(file));
        sayDone(t('card.certificateSaved'));
      },
      (error: unknown) => {
        sayFailed(say(error));
      },
    );
  };
  return (
    <Button icon="file" onClick={save}>
      {t('card.saveCertificate')}
    </Button>
  );
}
