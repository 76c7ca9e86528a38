/** Where texts are written: for a new message, in answer to one, or to change one. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import { IconButton } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { isComposing } from '../parts/composing.ts';
import { sayFailed } from '../parts/toast.tsx';
import { usePeer, usePeerState } from '../peer/react.tsx';
import type { Friend, Message } from '../peer/methods.ts';
import type { PeerState } from '../peer/state.ts';
import { useErrorWords } from '../words/use-error-words.ts';
import type { Style } from './chat-feed.ts';
import { EmojiPicker } from './emoji-picker.tsx';
import { Float } from './float.tsx';
import { plainText } from './markdown.ts';
import { StylePicker } from './style-picker.tsx';
import { bytesLeft } from './text-bytes.ts';
import { styleClasses, styleOf } from './text-style.ts';
import { useDraft } from './use-draft.ts';
import { useTyping } from './use-typing.ts';

/** What the text is about, if not a message of its own. */
export type About = { readonly kind: 'reply' | 'edit'; readonly message: Message } | null;

interface Props {
  readonly friend: Friend;
  readonly about: About;
  readonly onAbout: (about: About) => void;
  readonly onSend: (text: string, style: Style | null, replyTo: Message | null) => void;
  /** @throws MiyuError */
  readonly onEdit: (message: Message, text: string) => Promise<void>;
  /** The newest own text, for the arrow up. */
  readonly lastOwn: () => Message | undefined;
}

const selectComposer = ({ settings }: PeerState): PeerState['settings']['composer'] => settings.composer;

export function Composer({ friend, about, onAbout, onSend, onEdit, lastOwn }: Props): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const chosen = usePeerState(selectComposer);
  const draft = useDraft(peer, friend.account);
  const typing = useTyping(peer, friend.account);
  const field = useRef<HTMLTextAreaElement>(null);
  const [edited, setEdited] = useState('');
  const [emojiOpen, setEmojiOpen] = useState(false);
  const editing = about?.kind === 'edit' ? about.message : null;
  const text = editing === null ? draft.text : edited;
  const left = bytesLeft(text);
  const sendable = text.trim() !== '' && (left === undefined || left >= 0);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (about === null) return;
    if (about.kind === 'edit') setEdited(about.message.text);
    // The menu that led here gives the focus back to where it came from, first.
    const frame = requestAnimationFrame(() => {
      const area = field.current;
      area?.focus({ preventScroll: true });
      area?.setSelectionRange(area.value.length, area.value.length);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [about]);
  // As high as its text, up to a third of the screen.
  useLayoutEffect(() => {
    const area = field.current;
    if (area === null) return;
    const box = area.parentElement!;
    // While it is measured the box around it keeps its height: else the list above would grow for a moment, and scroll.
    box.style.minHeight = `${box.offsetHeight}px`;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
    box.style.minHeight = '';
  }, [text, chosen, editing]);

  const write = (next: string): void => {
    if (editing !== null) {
      setEdited(next);
      return;
    }
    draft.write(next);
    typing(next.trim() !== '');
  };
  const leave = (): void => {
    onAbout(null);
    field.current?.focus();
  };
  const submit = (): void => {
    if (!sendable) return;
    if (editing === null) {
      onSend(text, styleOf(chosen), about?.message ?? null);
      draft.clear();
      typing(false);
      onAbout(null);
    } else if (text === editing.text) {
      leave();
    } else {
      onEdit(editing, text).then(leave, (error: unknown) => {
        sayFailed(say(error));
      });
    }
    field.current?.focus();
  };
  const insert = (piece: string): void => {
    const area = field.current;
    const from = area?.selectionStart ?? text.length;
    const to = area?.selectionEnd ?? text.length;
    write(text.slice(0, from) + piece + text.slice(to));
    requestAnimationFrame(() => area?.setSelectionRange(from + piece.length, from + piece.length));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape' && about !== null) {
      event.preventDefault();
      event.stopPropagation();
      leave();
    } else if (event.key === 'ArrowUp' && text === '' && about === null) {
      const last = lastOwn();
      if (last === undefined) return;
      event.preventDefault();
      onAbout({ kind: 'edit', message: last });
    }
  };

  return (
    <div className="mx-auto w-full max-w-[68rem] px-3 pb-3 md:px-5 md:pb-4">
      <div className="bg-raised border-line focus-within:border-edge rounded-large shadow-low tints border">
        {about !== null && <AboutBar about={about} name={friend.name} onLeave={leave} />}
        <textarea
          ref={field}
          rows={1}
          value={text}
          onChange={(event) => {
            write(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            typing(false);
          }}
          aria-label={t('composer.label', { name: friend.name })}
          aria-describedby={left === undefined ? undefined : 'composer-bytes'}
          aria-invalid={left !== undefined && left < 0}
          placeholder={t('composer.placeholder')}
          title={text === '' ? t('composer.hint') : undefined}
          className={classes(
            'placeholder:text-ink-soft block max-h-[33dvh] min-h-target w-full resize-none bg-transparent px-4 pt-3 pb-1 outline-none',
            styleClasses(editing === null ? styleOf(chosen) : editing.style),
          )}
        />
        <div className="flex items-center gap-0.5 px-1.5 pb-1.5">
          <Float
            label={t('composer.emoji')}
            open={emojiOpen}
            onOpenChange={setEmojiOpen}
            trigger={<IconButton icon="smile" label={t('composer.emoji')} className="text-ink-soft rounded-full" />}
          >
            <EmojiPicker
              onPick={(emoji) => {
                setEmojiOpen(false);
                insert(emoji);
                field.current?.focus();
              }}
            />
          </Float>
          {editing === null && (
            <StylePicker
              chosen={chosen}
              onChange={(composer) => {
                peer.changeSettings({ composer }).catch((error: unknown) => {
                  sayFailed(say(error));
                });
              }}
            />
          )}
          <p id="composer-bytes" role="status" className="text-small text-ink-soft ml-auto px-2">
            {left === undefined ? null : left < 0 ? (
              <span className="text-bad font-medium">{t('composer.bytesOver', { count: -left })}</span>
            ) : (
              t('composer.bytesLeft', { count: left })
            )}
          </p>
          <IconButton
            icon={editing === null ? 'send' : 'check'}
            label={t(editing === null ? 'composer.send' : 'composer.saveEdit')}
            look={sendable ? 'main' : 'quiet'}
            aria-disabled={!sendable}
            className={classes('rounded-full', !sendable && 'text-ink-soft')}
            onClick={submit}
          />
        </div>
      </div>
    </div>
  );
}

interface AboutBarProps {
  readonly about: NonNullable<About>;
  readonly name: string;
  readonly onLeave: () => void;
}

function AboutBar({ about, name, onLeave }: AboutBarProps): ReactElement {
  const { t } = useTranslation();
  const { kind, message } = about;
  const title =
    kind === 'edit'
      ? t('composer.editing')
      : message.direction === 'out'
        ? t('composer.replyingMe')
        : t('composer.replyingFriend', { name });
  return (
    <div className="border-line flex items-center gap-3 border-b py-1 pr-1.5 pl-4">
      <span className="text-seal-strong">
        <Icon name={kind === 'edit' ? 'edit' : 'reply'} size={18} />
      </span>
      <p className="min-w-0 flex-1 text-small">
        <span className="text-seal-strong block font-medium">{title}</span>
        <span className="text-ink-soft block truncate">{plainText(message.text)}</span>
      </p>
      <IconButton icon="close" label={t('composer.leave')} onClick={onLeave} className="rounded-full" />
    </div>
  );
}
