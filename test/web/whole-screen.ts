/** What every screen is asked beside `isWhole`: does it speak its language alone, and can whatever can be used be reached? */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { EN } from '../../node/web/src/words/all-words.ts';

/** Every key of the words: none may ever be read. */
function keysOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [`${prefix}${name.replace(/_(?:one|other)$/, '')}`]
      : keysOf(value as object, `${prefix}${name}.`),
  );
}
const KEYS = [...new Set(keysOf(EN))];

/** What is read or said: no key, and no word of the other language beside what people have written. */
export async function speaks(page: Page, language: 'en' | 'zh', where: string): Promise<void> {
  const said = await page.evaluate(() => {
    const names = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []),
    );
    return [document.body.innerText, document.title, ...names].join('\n');
  });
  expect
    .soft(
      KEYS.filter((key) => said.includes(key)),
      where,
    )
    .toEqual([]);
  const other =
    language === 'en'
      ? said.replaceAll(/密语|中文/g, '').match(/\p{Script=Han}+/u)
      : said.match(/\b(?:the|and|your|you|is|of|to|with|message|today|yesterday)\b/i);
  expect.soft(other?.[0], where).toBeUndefined();
}

/** Whatever can be used is brought into view by scrolling, and nothing lies upon it. */
export async function isReachable(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const top = [...document.querySelectorAll<HTMLElement>('dialog[open], :popover-open')].at(-1) ?? document.body;
    const scrollers = [...document.querySelectorAll<HTMLElement>('*')].filter(
      (one) => one.scrollHeight > one.clientHeight,
    );
    const places = scrollers.map((one) => one.scrollTop);
    const faults: string[] = [];
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: false, visibilityProperty: true });
    const usable = [...top.querySelectorAll<HTMLElement>('button, input, textarea, [role=menuitem], a[href]')];
    for (const element of usable.filter(isSeen)) {
      const target = element.matches('[type=radio]') ? (element.closest('label') ?? element) : element;
      const isThere = (['nearest', 'center', 'start', 'end'] as const).some((block) => {
        target.scrollIntoView({ block, inline: 'nearest' });
        const { left, top, width, height } = target.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return target.contains(there) && left >= -1 && left + width <= innerWidth + 1;
      });
      if (!isThere) faults.push(`out of reach: ${target.outerHTML.slice(0, 160)}`);
    }
    const cut = [...top.querySelectorAll<HTMLElement>('*')].filter((element) => {
      if (!isSeen(element) || element.classList.contains('sr-only') || element.closest('.sr-only') !== null)
        return false;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      const wide = hides(overflowX) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
      return wide || (hides(overflowY) && element !== document.body && element.scrollHeight > element.clientHeight + 2);
    });
    faults.push(...cut.map((element) => `cut off: ${element.outerHTML.slice(0, 160)}`));
    // Sideways nothing scrolls, but a block of code that somebody wrote.
    const wide = scrollersSideways();
    faults.push(...wide.map((element) => `scrolls sideways: ${element.outerHTML.slice(0, 160)}`));
    scrollers.forEach((one, at) => (one.scrollTop = places[at]!));
    return faults;

    function scrollersSideways(): HTMLElement[] {
      return [...document.querySelectorAll<HTMLElement>('*')].filter((one) => {
        const { overflowX } = getComputedStyle(one);
        if (overflowX !== 'auto' && overflowX !== 'scroll') return false;
        return one.scrollWidth > one.clientWidth + 1 && one.closest('pre') === null;
      });
    }
  });
  expect.soft(found, where).toEqual([]);
}
