/** What can be done with a message: the small bar beside it, and the same as a menu. */
import type { TFunction } from 'i18next';
import { useRef } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { Menu } from '../parts/menu.tsx';
import type { MenuEntry } from '../parts/menu.tsx';
import type { Message } from '../peer/methods.ts';
import type { MessageRow } from './rows.ts';

/** What the rows may ask for; the same object as long as the chat is open. */
export interface MessageDoing {
  readonly reply: (message: Message) => void;
  /** Opens the palette at this element. */
  readonly react: (message: Message, anchor: Element) => void;
  /** Sets the reaction, or takes it back where it is set. */
  readonly toggle: (message: Message, emoji: string) => void;
  readonly edit: (message: Message) => void;
  readonly copy: (message: Message) => void;
  readonly remove: (message: Message) => void;
  readonly retry: (row: MessageRow) => void;
  readonly discard: (id: number) => void;
  readonly jump: (position: number) => void;
}

export const isOwnText = (message: Message): boolean =>
  message.direction === 'out' && message.kind === 'text' && !message.deleted;

export function entriesFor(
  message: Message,
  doing: MessageDoing,
  t: TFunction,
  anchor: () => Element | null,
): MenuEntry[] {
  const readable = message.kind === 'text' && !message.deleted;
  const entries: MenuEntry[] = [];
  const add = (entry: MenuEntry): void => void entries.push(entry);
  if (readable) {
    add({ label: t('message.reply'), icon: 'reply', onSelect: () => doing.reply(message) });
    add({
      label: t('message.react'),
      icon: 'smile',
      onSelect: () => {
        const at = anchor();
        if (at !== null) doing.react(message, at);
      },
    });
  }
  if (isOwnText(message)) add({ label: t('message.edit'), icon: 'edit', onSelect: () => doing.edit(message) });
  if (readable) add({ label: t('message.copy'), icon: 'copy', onSelect: () => doing.copy(message) });
  add({ label: t('message.delete'), icon: 'delete', danger: true, onSelect: () => doing.remove(message) });
  return entries;
}

export function MessageTools({
  message,
  doing,
}: {
  readonly message: Message;
  readonly doing: MessageDoing;
}): ReactElement {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const readable = message.kind === 'text' && !message.deleted;
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('message.actions')}
      className={classes(
        'bg-raised border-line shadow-low absolute -top-9 z-20 flex rounded-full border md:top-0 md:border-transparent md:bg-transparent md:shadow-none',
        message.direction === 'out' ? 'right-0 md:right-full md:mr-1' : 'left-0 md:left-full md:ml-1',
      )}
    >
      {readable && (
        <>
          <IconButton
            icon="smile"
            label={t('message.react')}
            className="text-ink-soft rounded-full"
            onClick={(event) => {
              doing.react(message, event.currentTarget);
            }}
          />
          <IconButton
            icon="reply"
            label={t('message.reply')}
            className="text-ink-soft rounded-full"
            onClick={() => {
              doing.reply(message);
            }}
          />
        </>
      )}
      <Menu
        entries={entriesFor(message, doing, t, () => bar.current)}
        trigger={<IconButton icon="more" label={t('message.more')} className="text-ink-soft rounded-full" />}
      />
    </div>
  );
}
