import type { ReactElement } from 'react';
import { classes } from './classes.ts';

const GROUNDS = [
  'bg-person-1',
  'bg-person-2',
  'bg-person-3',
  'bg-person-4',
  'bg-person-5',
  'bg-person-6',
  'bg-person-7',
  'bg-person-8',
] as const;

interface Props {
  readonly name: string;
  /** In hex; decides the colour, so that two of one name differ. */
  readonly account: string;
  /** Address of a picture, in place of the letters. */
  readonly picture?: string;
  readonly size?: 'small' | 'normal' | 'large';
  /** A dot at its corner: there, or away. Left out: none. What it means stands beside it in words. */
  readonly presence?: 'online' | 'away';
}

const SIZES = {
  small: 'size-8 text-small',
  normal: 'size-11 text-normal',
  large: 'size-14 text-title sm:size-18 sm:text-huge',
} as const;

export function Avatar({ name, account, picture, size = 'normal', presence }: Props): ReactElement {
  const ground = GROUNDS[Number.parseInt(account.slice(0, 2), 16) % GROUNDS.length];
  return (
    <span aria-hidden="true" className="relative shrink-0">
      {picture !== undefined ? (
        <img src={picture} alt="" className={classes('rounded-full object-cover', SIZES[size])} />
      ) : (
        <span
          className={classes(
            'text-on-person flex items-center justify-center rounded-full font-medium select-none',
            ground,
            SIZES[size],
          )}
        >
          {initialsOf(name)}
        </span>
      )}
      {presence !== undefined && (
        <span
          className={classes(
            'border-sheet absolute size-3 rounded-full border-2',
            size === 'large' ? 'right-0.5 bottom-0.5 sm:right-1 sm:bottom-1' : '-right-px -bottom-px',
            presence === 'online' ? 'bg-good' : 'bg-away',
          )}
        />
      )}
    </span>
  );
}

/** The last character of a Chinese name, by which friends call one another; else the first letter of up to two parts. */
export function initialsOf(name: string): string {
  const letters = Array.from(name);
  if (/\p{Script=Han}$/u.test(name)) return letters.at(-1) ?? '';
  const parts = name.split(/[._-]+/).filter((part) => part !== '');
  return parts
    .slice(0, 2)
    .map((part) => Array.from(part)[0] ?? '')
    .join('')
    .toUpperCase();
}
