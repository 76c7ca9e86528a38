/** One confirmation, which names whom it is about; where nobody is named yet, one is chosen in it. */
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../parts/avatar.tsx';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Switch } from '../parts/switch.tsx';
import { sayDone } from '../parts/toast.tsx';
import { usePeer, usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { useErrorWords } from '../words/use-error-words.ts';
import { FormFailure } from './form-failure.tsx';
import { leave, readPlace } from './place.ts';

const select = ({ friends }: PeerState): PeerState['friends'] => friends;

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly account: string | undefined;
}

export function RemoveFriendDialog({ open, onClose, account }: Props): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const id = useId();
  const friends = usePeerState(select);
  const [chosen, setChosen] = useState(account);
  const [keep, setKeep] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const all = [...friends.values()].filter(({ relation }) => relation === 'friend' || relation === 'requested');
  const friend = all.find((one) => one.account === chosen);
  // The name stays in the title while the dialog closes, when the friend is gone already.
  const [named, setNamed] = useState(friend?.name);
  const name = friend?.name ?? named;
  const remove = async (): Promise<void> => {
    if (friend === undefined) return;
    setBusy(true);
    setNamed(friend.name);
    try {
      await peer.call('friends.remove', { who: friend.account, keepHistory: keep });
      if (readPlace().account === friend.account) leave();
      sayDone(t('remove.done', { name: friend.name }));
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button look="danger" disabled={friend === undefined} busy={busy} onClick={() => void remove()}>
        {name === undefined ? t('remove.submitNobody') : t('remove.submit', { name })}
      </Button>
    </>
  );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={account === undefined || name === undefined ? t('remove.title') : t('remove.titleOf', { name })}
      description={t('remove.lead')}
      actions={actions}
    >
      <FormFailure failure={failure === undefined ? undefined : say(failure)} />
      {account === undefined && all.length === 0 && <p className="text-ink-soft">{t('remove.none')}</p>}
      {account === undefined && all.length > 0 && (
        <fieldset className="min-w-0">
          <legend className="text-small font-medium">{t('remove.choose')}</legend>
          <div className="border-line rounded-normal my-2 max-h-64 overflow-y-auto border p-1">
            {all.map((one) => (
              <label
                key={one.account}
                className={classes(
                  'rounded-normal has-focus-visible:outline-focus relative flex items-center gap-3 px-2 py-1.5 has-focus-visible:outline-2',
                  one.account === chosen ? 'bg-selected' : 'hover:bg-hover',
                )}
              >
                <input
                  type="radio"
                  name={id}
                  className="accent-seal size-4"
                  checked={one.account === chosen}
                  onChange={() => {
                    setChosen(one.account);
                  }}
                />
                <Avatar name={one.name} account={one.account} size="small" />
                <bdi className="truncate">{one.name}</bdi>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {all.length > 0 && <Switch label={t('remove.keep')} checked={keep} onChange={setKeep} />}
    </Dialog>
  );
}
