/** A picture of the page: where it is taken, what is done before, and how large the window is. */
import type { Page } from 'playwright-core';
import type { Hand, Room } from './hand.ts';
import { WINDOW, lookName } from './windows.ts';
import type { Look } from './windows.ts';

export const SIZES = {
  wide: WINDOW,
  /** A small telephone. */
  narrow: { width: 360, height: 740 },
  /** What the usual window holds at 200 %. */
  zoomed: { width: 640, height: 400 },
  high: { width: 1280, height: 1040 },
  /** For what is read to its end. */
  tall: { width: 1280, height: 2000 },
} as const;

/** As the page keeps it in the history (node/web/src/screens/place.ts). */
export interface Place {
  readonly room: Room;
  readonly account?: string;
  readonly section?: string;
}

/** Who is there, for those that need somebody: accounts by name. */
export type Accounts = Readonly<Record<string, string>>;

export interface Shot {
  readonly name: string;
  readonly size: keyof typeof SIZES;
  /** Where the page is brought first, anew; undefined: it is there. */
  readonly place: ((accounts: Accounts) => Place) | 'reload' | undefined;
  /** Leaves the page as it is to be seen. */
  readonly pose: (hand: Hand, accounts: Accounts) => Promise<unknown>;
}

export const shot = (name: string, place: Shot['place'], pose: Shot['pose'], size: Shot['size'] = 'wide'): Shot => ({
  name,
  place,
  pose,
  size,
});

/** One whose page is open in a look. */
export interface Sitter {
  readonly hand: Hand;
  readonly look: Look;
}

export const fileOf = (name: string, look: Look): string => `${name}.${lookName(look)}.png`;

const NEXT_PLACE = 'miyu.next-place';
/** JSON in a string literal. */
const quoted = (place: Place): string => JSON.stringify(JSON.stringify(place));

/**
 * Runs in each document before the page does. Set in the document that is left, the place would be gone to there, at the next thing that it
 * shows: a chat would be opened, and read, before its picture is taken.
 */
export const PLACE_SCRIPT = `{
  const place = sessionStorage.getItem('${NEXT_PLACE}');
  if (place !== null) history.replaceState(JSON.parse(place), '');
  sessionStorage.removeItem('${NEXT_PLACE}');
}`;

/** @returns the PNG */
export async function takeShot({ name, place, pose, size }: Shot, hand: Hand, accounts: Accounts): Promise<Buffer> {
  const { page } = hand;
  await page.setViewportSize(SIZES[size]);
  if (place !== undefined) {
    // Whatever was open before is gone with the page.
    if (place !== 'reload') await page.evaluate(`sessionStorage.setItem('${NEXT_PLACE}', ${quoted(place(accounts))})`);
    await page.reload();
    if (place !== 'reload') await hand.heading('product.full').waitFor();
  }
  try {
    await pose(hand, accounts);
    await settle(page);
    return await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
  } catch (cause) {
    const [reason = ''] = String((cause as Error | undefined)?.message).split('\n', 1);
    throw new Error(`${name}: ${reason}`, { cause });
  }
}

/** What fades is there, letters too, and words of success have been read. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    await document.fonts.ready;
    const running = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity);
    await Promise.all(running.map((animation) => animation.finished.catch(() => undefined)));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  })()`);
}
