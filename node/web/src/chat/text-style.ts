/** A text's size, colour and face as classes over the tokens. */
import { classes } from '../parts/classes.ts';
import type { Settings } from '../peer/methods.ts';
import type { Style } from './chat-feed.ts';

export const SIZES = ['small', 'normal', 'large', 'huge'] as const satisfies readonly Style['size'][];
export const FACES = ['sans', 'serif', 'mono', 'hand'] as const satisfies readonly Style['face'][];
export const COLORS = [
  'red',
  'orange',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
  'grey',
] as const satisfies readonly Style['color'][];

const SIZE_CLASSES = { small: 'text-small', normal: 'text-normal', large: 'text-large', huge: 'text-huge' } as const;
const FACE_CLASSES = { sans: 'font-sans', serif: 'font-serif', mono: 'font-mono', hand: 'font-hand' } as const;
export const COLOR_CLASSES = {
  red: 'text-text-red',
  orange: 'text-text-orange',
  green: 'text-text-green',
  teal: 'text-text-teal',
  blue: 'text-text-blue',
  purple: 'text-text-purple',
  pink: 'text-text-pink',
  grey: 'text-text-grey',
} as const;

export const styleClasses = (style: Style | null): string =>
  style === null
    ? 'text-normal'
    : classes(
        SIZE_CLASSES[style.size],
        style.face !== 'sans' && FACE_CLASSES[style.face],
        style.color !== null && COLOR_CLASSES[style.color],
      );

/** What goes along with a text: nothing where everything is as usual. */
export const styleOf = ({ size, color, face }: Settings['composer']): Style | null =>
  size === 'normal' && color === null && face === 'sans' ? null : { size, color, face };
