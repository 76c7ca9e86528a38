/** Links for new people that are out and were not used; each can be taken back. */
import { useCallback, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button.tsx';
import { sayDone } from '../../parts/toast.tsx';
import type { Result } from '../../peer/methods.ts';
import { usePeer } from '../../peer/react.tsx';
import { fullTime } from '../../words/times.ts';
import { useErrorWords } from '../../words/use-error-words.ts';
import { languageOfPage } from '../../words/words.ts';
import { FormFailure } from '../form-failure.tsx';
import { Part } from '../../parts/facts.tsx';
import { dialogStore, openDialog } from '../open-dialog.ts';

type Invites = Result<'invites.list'>;

export function InvitesPart(): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const [invites, setInvites] = useState<Invites>();
  const [failure, setFailure] = useState<unknown>();
  const read = useCallback(() => {
    peer.call('invites.list').then(
      (found) => {
        setInvites(found);
        setFailure(undefined);
      },
      (error: unknown) => {
        setFailure(error);
      },
    );
  }, [peer]);
  useEffect(() => {
    read();
    // One may have been made in the dialog.
    return dialogStore.subscribe(() => {
      if (dialogStore.get() === undefined) read();
    });
  }, [read]);
  const revoke = (id: string): void => {
    peer.call('invites.revoke', { id }).then(() => {
      sayDone(t('inviting.revoked'));
      read();
    }, setFailure);
  };
  const time = (at: number): string => fullTime(at, languageOfPage());
  return (
    <Part title={t('inviting.open')}>
      <FormFailure failure={failure === undefined ? undefined : say(failure)} />
      {invites !== undefined && (
        <p className="text-small text-ink-soft">
          <Lead invites={invites} />
        </p>
      )}
      <ul>
        {invites?.invites.map(({ id, madeAt, expiresAt }) => (
          <li key={id} className="border-line flex flex-wrap items-center gap-x-4 border-t py-1 first:border-t-0">
            <span className="min-w-0 flex-1 basis-48">
              {t('inviting.row', { id, made: time(madeAt), until: time(expiresAt) })}
            </span>
            <Button
              look="quiet"
              aria-label={t('inviting.revokeOne', { id })}
              onClick={() => {
                revoke(id);
              }}
            >
              {t('inviting.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="my-3">
        <Button
          icon="link"
          onClick={() => {
            openDialog({ kind: 'invite' });
          }}
        >
          {t('inviting.action')}
        </Button>
      </div>
    </Part>
  );
}

function Lead({ invites: { invites, most, tokenRequired } }: { readonly invites: Invites }): string {
  const { t } = useTranslation();
  if (!tokenRequired) return t('inviting.notNeeded');
  if (most === 0) return t('inviting.operator');
  return invites.length === 0
    ? t('inviting.openNone', { most })
    : t('inviting.openHint', { count: invites.length, most });
}
