import { useRef } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import type { Friend, Message } from '../peer/methods.ts';
import { isOwnText } from './message-tools.tsx';

interface HistoryProps {
  /** Whose history, while it is asked about. */
  readonly friend: Friend | null;
  readonly onClose: () => void;
  readonly onDelete: (friend: Friend) => void;
}

/** One question, which names the chat. */
export function DeleteHistoryDialog({ friend, onClose, onDelete }: HistoryProps): ReactElement {
  const { t } = useTranslation();
  const cancel = useRef<HTMLButtonElement>(null);
  // While it fades away it still says whom it was about.
  const last = useRef(friend);
  last.current = friend ?? last.current;
  const name = last.current?.name ?? '';
  return (
    <Dialog
      open={friend !== null}
      onClose={onClose}
      title={t('chats.deleteTitle', { name })}
      description={t('chats.deleteWhat', { name })}
      initialFocus={cancel}
      actions={
        <>
          <Button ref={cancel} onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            look="danger"
            onClick={() => {
              if (friend !== null) onDelete(friend);
              onClose();
            }}
          >
            {t('chats.deleteIt')}
          </Button>
        </>
      }
    />
  );
}

interface MessageProps {
  readonly message: Message | null;
  readonly name: string;
  readonly onClose: () => void;
  readonly onDelete: (message: Message, forBoth: boolean) => void;
}

export function DeleteMessageDialog({ message, name, onClose, onDelete }: MessageProps): ReactElement {
  const { t } = useTranslation();
  const cancel = useRef<HTMLButtonElement>(null);
  const last = useRef(message);
  last.current = message ?? last.current;
  const own = last.current !== null && isOwnText(last.current);
  const remove = (forBoth: boolean): void => {
    if (message !== null) onDelete(message, forBoth);
    onClose();
  };
  return (
    <Dialog
      open={message !== null}
      onClose={onClose}
      title={t('message.deleteTitle')}
      description={t(own ? 'message.deleteOwn' : 'message.deleteTheirs', { name })}
      initialFocus={cancel}
      actions={
        <>
          <Button ref={cancel} onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            look="danger"
            onClick={() => {
              remove(false);
            }}
          >
            {t('message.deleteForMe')}
          </Button>
          {own && (
            <Button
              look="danger"
              onClick={() => {
                remove(true);
              }}
            >
              {t('message.deleteForBoth')}
            </Button>
          )}
        </>
      }
    />
  );
}
