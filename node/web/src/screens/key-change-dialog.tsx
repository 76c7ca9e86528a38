/** Another key was shown for a friend: what happened, what to compare, and what shall be. */
import { useCallback, useEffect, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { sayDone } from '../parts/toast.tsx';
import type { KeyChange, Params } from '../peer/methods.ts';
import { usePeer, usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { useErrorWords } from '../words/use-error-words.ts';
import { FormFailure } from './form-failure.tsx';
import { Row } from '../parts/facts.tsx';
import { openDialog } from './open-dialog.ts';
import { SafetyNumber } from './safety-number.tsx';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly account: string;
}

type Decision = Params<'friends.key.decide'>['decision'];

export function KeyChangeDialog({ open, onClose, account }: Props): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const friend = usePeerState(useCallback(({ friends }: PeerState) => friends.get(account), [account]));
  const [change, setChange] = useState<KeyChange | null>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const name = friend?.name ?? change?.friend.name ?? '';
  const isScanned = change?.alarm.other?.how === 'scanned';
  useEffect(() => {
    let over = false;
    peer.call('friends.key', { who: account }).then(
      (found) => {
        if (!over) setChange(found.change);
      },
      (error: unknown) => {
        if (!over) setFailure(error);
      },
    );
    return () => {
      over = true;
    };
  }, [peer, account]);
  const decide = async (decision: Decision): Promise<void> => {
    setBusy(true);
    try {
      await peer.call('friends.key.decide', { who: account, decision });
      sayDone(t(decision === 'stop' ? 'keyChange.stopped' : 'keyChange.done', { name }));
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('keyChange.title', { name })}
      description={t(isScanned ? 'keyChange.leadScanned' : 'keyChange.lead', { name })}
      wide
    >
      <FormFailure failure={failure === undefined ? undefined : say(failure)} />
      {change === null && <p>{t('keyChange.gone')}</p>}
      {change !== null && change !== undefined && (
        <>
          {change.alarm.other !== null && (
            <p className="font-semibold">{t(`keyChange.how.${change.alarm.other.how}`, { name })}</p>
          )}
          <p className="mt-1">{t(isScanned ? 'keyChange.meansScanned' : 'keyChange.means', { name })}</p>
          <p className="mt-1">{t('keyChange.todo', { name })}</p>
          <dl className="mt-2">
            <Row term={t('keyChange.number')}>
              <SafetyNumber text={change.safetyNumber} />
            </Row>
            <Row term={t('keyChange.otherNumber')}>
              {change.otherNumber === null ? t('keyChange.otherNone') : <SafetyNumber text={change.otherNumber} />}
            </Row>
          </dl>
          <div className="border-line mt-3 flex flex-col gap-3 border-t pt-3">
            <Choice hint={t('keyChange.sameHint', { name })}>
              <Button look="main" icon="shield" busy={busy} onClick={() => void decide('same')}>
                {t('keyChange.same')}
              </Button>
            </Choice>
            <Choice hint={t('keyChange.removeHint', { name })}>
              <Button
                look="danger"
                icon="remove-friend"
                onClick={() => {
                  openDialog({ kind: 'remove-friend', account });
                }}
              >
                {t('keyChange.remove', { name })}
              </Button>
            </Choice>
            <Choice hint={t('keyChange.keepHint', { name })}>
              <Button look="danger" busy={busy} onClick={() => void decide('keep')}>
                {t('keyChange.keep')}
              </Button>
            </Choice>
            {change.alarm.state === 'open' && (
              <div>
                <Button busy={busy} onClick={() => void decide('stop')}>
                  {t('keyChange.stop')}
                </Button>
              </div>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}

function Choice({ hint, children }: { readonly hint: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      {children}
      <p className="text-small text-ink-soft mt-1">{hint}</p>
    </div>
  );
}
