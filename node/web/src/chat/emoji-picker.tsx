import { useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing, useSettled } from '../parts/composing.ts';
import { languageOfPage } from '../words/words.ts';
import { EMOJI, GROUPS, QUICK, findEmoji, nameOf } from './emoji-set.ts';
import type { Emoji } from './emoji-set.ts';

const COLUMNS = 8;

/** Arrow keys move among the buttons of a grid. */
function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-emoji]')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  if (at === -1) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
}

interface Props {
  readonly onPick: (emoji: string) => void;
}

export function EmojiPicker({ onPick }: Props): ReactElement {
  const { t } = useTranslation();
  const [field, setField] = useState('');
  const [sought, composing] = useSettled(field);
  const found = sought.trim() === '' ? null : findEmoji(sought);
  return (
    <div className="flex h-80 w-[21.5rem] max-w-full flex-col p-2">
      <input
        type="search"
        value={field}
        onChange={(event) => {
          setField(event.target.value);
        }}
        {...composing}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          const first = found?.[0];
          if (event.key === 'Enter') {
            event.preventDefault(); // The focus goes to the composer, where it would break the line.
            if (first !== undefined) onPick(first.emoji);
          }
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          event.currentTarget.parentElement?.querySelector<HTMLElement>('button[data-emoji]')?.focus();
        }}
        placeholder={t('emoji.search')}
        aria-label={t('emoji.search')}
        className="bg-sheet border-edge rounded-normal min-h-target mb-1 w-full shrink-0 border px-3"
      />
      <div className="min-h-0 flex-1 overflow-y-auto" onKeyDown={moveInGrid}>
        {found === null ? (
          GROUPS.map((group) => (
            <section key={group} aria-label={t(`emoji.${group}`)}>
              <p aria-hidden="true" className="text-tiny text-ink-soft px-1 pt-2 pb-1 font-medium">
                {t(`emoji.${group}`)}
              </p>
              <Grid list={EMOJI[group]} onPick={onPick} first={group === 'people'} />
            </section>
          ))
        ) : found.length === 0 ? (
          <p className="text-ink-soft p-4 text-center" role="status">
            {t('emoji.nothing')}
          </p>
        ) : (
          <section aria-label={t('emoji.found')}>
            <Grid list={found} onPick={onPick} first />
          </section>
        )}
      </div>
    </div>
  );
}

function Grid({
  list,
  onPick,
  first,
}: Props & { readonly list: readonly Emoji[]; readonly first: boolean }): ReactElement {
  const chinese = languageOfPage() === 'zh';
  return (
    <div className="grid grid-cols-8">
      {list.map((one, at) => (
        <button
          key={one.emoji}
          type="button"
          data-emoji=""
          tabIndex={first && at === 0 ? 0 : -1}
          title={nameOf(one, chinese)}
          aria-label={nameOf(one, chinese)}
          onClick={() => {
            onPick(one.emoji);
          }}
          className="tints rounded-normal hover:bg-hover flex size-target items-center justify-center text-title"
        >
          {one.emoji}
        </button>
      ))}
    </div>
  );
}

interface PaletteProps extends Props {
  /** What this person has chosen already. */
  readonly own: string | undefined;
}

/** The few that answer most messages, and behind a button all of them. */
export function ReactionPalette({ own, onPick }: PaletteProps): ReactElement {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (all) return <EmojiPicker onPick={onPick} />;
  const offered = own === undefined || QUICK.includes(own) ? QUICK : [own, ...QUICK.slice(0, -1)];
  return (
    <div className="flex flex-wrap items-center gap-0.5 p-1" onKeyDown={moveInGrid}>
      {offered.map((emoji) => (
        <button
          key={emoji}
          type="button"
          data-emoji=""
          aria-pressed={emoji === own}
          onClick={() => {
            onPick(emoji);
          }}
          className="tints hover:bg-hover aria-pressed:bg-seal-wash flex size-target items-center justify-center rounded-full text-title"
        >
          {emoji}
        </button>
      ))}
      <button
        type="button"
        title={t('message.moreReactions')}
        aria-label={t('message.moreReactions')}
        onClick={() => {
          setAll(true);
        }}
        className="tints hover:bg-hover text-ink-soft flex size-target items-center justify-center rounded-full text-title"
      >
        <span aria-hidden="true">+</span>
      </button>
    </div>
  );
}
