/** WCAG 2.2 §1.4.3 and §1.4.11 over the tokens: each pair of colours that meet, in both themes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/launch/paths.js';

const text = readFileSync(join(ROOT, 'node/web/src/design/tokens.css'), 'utf8');

function colours(block: RegExp): Map<string, string> {
  const body = block.exec(text)?.[1];
  if (body === undefined) throw new Error('no such theme');
  return new Map([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]));
}

const light = colours(/:root \{([^}]*)\}/);
const dark = new Map([...light, ...colours(/:root\[data-theme='dark'\] \{([^}]*)\}/)]);

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

const GROUNDS = ['paper', 'sheet', 'raised', 'rail', 'hover', 'selected'];
const TEXT_COLOURS = ['red', 'orange', 'green', 'teal', 'blue', 'purple', 'pink', 'grey'].map((name) => `text-${name}`);

/** [what is read, what it stands on]: at least 4.5 to 1. */
const READ: [string, string][] = [
  ...GROUNDS.flatMap((ground) =>
    ['ink', 'ink-soft', 'seal-strong', 'bad'].map((ink): [string, string] => [ink, ground]),
  ),
  ['on-seal', 'seal'],
  ['seal-strong', 'seal-wash'],
  ['ink', 'seal-wash'],
  ['good', 'good-wash'],
  ['good', 'raised'],
  ['warn', 'warn-wash'],
  ['bad', 'bad-wash'],
  ['paper', 'ink'],
  ...['bubble-own', 'bubble-friend'].flatMap((bubble) =>
    ['bubble-ink', 'bubble-soft', ...TEXT_COLOURS].map((ink): [string, string] => [ink, bubble]),
  ),
  ['bubble-ink', 'mark'],
  ...Array.from({ length: 8 }, (_, at): [string, string] => ['on-person', `person-${at + 1}`]),
];

/** [the edge of something to use, what it stands on]: at least 3 to 1. */
const SEEN: [string, string][] = [
  ...['paper', 'sheet', 'raised'].flatMap((ground) =>
    ['edge', 'focus', 'good', 'away'].map((edge): [string, string] => [edge, ground]),
  ),
  ['seal', 'raised'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, theme) => {
  test.each(READ)('%s can be read on %s', (ink, ground) => {
    expect(contrast(theme.get(ink)!, theme.get(ground)!)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(SEEN)('%s can be seen on %s', (edge, ground) => {
    expect(contrast(theme.get(edge)!, theme.get(ground)!)).toBeGreaterThanOrEqual(3);
  });
});
