/** A link for somebody: with an account, or new to a server that registers only who is invited. */
import { useEffect, useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { sayDone, sayFailed } from '../parts/toast.tsx';
import type { Result } from '../peer/methods.ts';
import { usePeer } from '../peer/react.tsx';
import { fullTime } from '../words/times.ts';
import { useErrorWords } from '../words/use-error-words.ts';
import { languageOfPage } from '../words/words.ts';
import { FormFailure } from './form-failure.tsx';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

type For = 'anybody' | 'newcomer';

export function InviteDialog({ open, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const [rules, setRules] = useState<Result<'invites.list'>>();
  const [who, setWho] = useState<For>('anybody');
  const [made, setMade] = useState<Result<'invite'> & { readonly who: For }>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const id = useId();
  useEffect(() => {
    if (!open) return;
    peer.call('invites.list').then(setRules, setFailure);
  }, [peer, open]);
  const asks = rules?.tokenRequired === true && rules.most > 0;
  const make = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      setMade({ ...(await peer.call('invite', { forNew: who === 'newcomer' })), who });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const copy = (link: string): void => {
    navigator.clipboard.writeText(link).then(
      () => {
        sayDone(t('invite.done'));
      },
      (error: unknown) => {
        sayFailed(say(error));
      },
    );
  };
  const shown = made?.who === who ? made : undefined;
  const actions =
    shown === undefined ? (
      <Button look="main" icon="link" busy={busy} onClick={() => void make()}>
        {t('inviting.make')}
      </Button>
    ) : (
      <Button
        look="main"
        icon="copy"
        onClick={() => {
          copy(shown.link);
        }}
      >
        {t('inviting.copy')}
      </Button>
    );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('inviting.title')}
      description={t('inviting.hint')}
      actions={actions}
    >
      <FormFailure failure={failure === undefined ? undefined : say(failure)} />
      {asks && (
        <Choice
          label={t('inviting.who')}
          value={who}
          options={[
            { value: 'anybody', label: t('inviting.anybody') },
            { value: 'newcomer', label: t('inviting.newcomer') },
          ]}
          onChange={setWho}
        />
      )}
      <p className="text-small text-ink-soft my-2">
        {who === 'anybody'
          ? t('inviting.anybodyHint')
          : shown === undefined || shown.expiresAt === null
            ? t('inviting.newcomerFirst')
            : t('inviting.newcomerHint', { time: fullTime(shown.expiresAt, languageOfPage()) })}
      </p>
      {rules?.tokenRequired === true && rules.most === 0 && <p className="text-small my-2">{t('inviting.operator')}</p>}
      {shown !== undefined && (
        <>
          <label htmlFor={id} className="mb-1 block font-medium">
            {t('inviting.link')}
          </label>
          <textarea
            id={id}
            readOnly
            rows={6}
            value={shown.link}
            onFocus={({ target }) => {
              target.select();
            }}
            className="border-line bg-ground rounded-normal w-full resize-none border p-3 font-mono text-small break-all"
          />
        </>
      )}
    </Dialog>
  );
}
