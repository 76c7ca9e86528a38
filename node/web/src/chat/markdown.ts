/**
 * The subset of Markdown that texts are written in (PROTOCOL.md section 11), as a tree. There is no HTML in it: whatever is not of the
 * subset stands as it was written. Every character is looked at a bounded number of times, and nothing nests deeper than is said here.
 */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly info: string; readonly text: string }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] };

export interface ListItem {
  /** As it was written; null in a list of points. */
  readonly number: number | null;
  readonly children: readonly Inline[];
}

/** Quotes in quotes: what answers an answer to an answer is still told apart. */
const MAX_QUOTES = 4;
/** Nobody reads a longer address, and browsers take no more. */
const MAX_ADDRESS = 2_048;

const FENCE = /^```([\w+#.-]{0,20})[ \t]*$/;
const QUOTE = /^> ?/;
const ITEM = /^(?:- |(\d{1,9})\. )/;

export function parseMarkdown(text: string): Block[] {
  return blocksOf(text.split('\n'), 0);
}

function blocksOf(lines: readonly string[], quotes: number): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  // Behind the last line that can close a block of code, none begins.
  let lastFence = lines.length - 1;
  while (lastFence >= 0 && !isClosing(lines[lastFence]!)) lastFence -= 1;
  const flush = (more: boolean): void => {
    // Blank lines beside a block say where it ends, as its own space does.
    let from = 0;
    let to = paragraph.length;
    if (blocks.length > 0) while (from < to && paragraph[from]!.trim() === '') from += 1;
    if (more) while (to > from && paragraph[to - 1]!.trim() === '') to -= 1;
    if (to > from) blocks.push({ kind: 'paragraph', children: parseInline(paragraph.slice(from, to).join('\n')) });
    paragraph = [];
  };
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    const fence = at < lastFence ? FENCE.exec(line) : null;
    if (fence !== null) {
      flush(true);
      let end = at + 1;
      while (!isClosing(lines[end]!)) end += 1;
      blocks.push({ kind: 'code', info: fence[1]!, text: lines.slice(at + 1, end).join('\n') });
      at = end + 1;
    } else if (quotes < MAX_QUOTES && QUOTE.test(line)) {
      flush(true);
      const inner: string[] = [];
      for (; at < lines.length && QUOTE.test(lines[at]!); at += 1) inner.push(lines[at]!.replace(QUOTE, ''));
      blocks.push({ kind: 'quote', children: blocksOf(inner, quotes + 1) });
    } else if (ITEM.test(line)) {
      flush(true);
      const numbered = ITEM.exec(line)![1] !== undefined;
      const items: ListItem[] = [];
      for (; at < lines.length; at += 1) {
        const item = ITEM.exec(lines[at]!);
        if (item === null || (item[1] !== undefined) !== numbered) break;
        const number = item[1] === undefined ? null : Number(item[1]);
        items.push({ number, children: parseInline(lines[at]!.slice(item[0].length)) });
      }
      blocks.push({ kind: 'list', items });
    } else {
      paragraph.push(line);
      at += 1;
    }
  }
  flush(false);
  return blocks;
}

const isClosing = (line: string): boolean => /^```[ \t]*$/.test(line);

/** Where the next `needle` is, asked for ascending places: each place is searched once. */
function finder(text: string, needle: string): (from: number) => number {
  let found = -2;
  return (from) => {
    if (found === -2 || (found !== -1 && found < from)) found = text.indexOf(needle, from);
    return found;
  };
}

interface Open {
  readonly mark: '**' | '*';
  /** What stands before it. */
  readonly before: Inline[];
}

function parseInline(text: string, inLink = false): Inline[] {
  const nextTick = finder(text, '`');
  const nextLine = finder(text, '\n');
  const nextBracket = finder(text, '[');
  const nextMiddle = finder(text, '](');
  const nextEnd = finder(text, ')');
  const open: Open[] = [];
  let nodes: Inline[] = [];
  let plain = 0;
  let at = 0;
  const flush = (end: number): void => {
    if (end > plain) nodes.push({ kind: 'text', text: text.slice(plain, end) });
  };
  const take = (node: Inline, end: number): void => {
    flush(at);
    nodes.push(node);
    at = plain = end;
  };
  while (at < text.length) {
    const char = text[at];
    if (char === '`') {
      const end = nextTick(at + 1);
      const line = nextLine(at);
      if (end > at + 1 && (line === -1 || line > end)) take({ kind: 'code', text: text.slice(at + 1, end) }, end + 1);
      else at += 1;
    } else if (char === '*') {
      const mark = text[at + 1] === '*' ? '**' : '*';
      const end = at + mark.length;
      const within = open.findLastIndex((other) => other.mark === mark);
      if (within !== -1 && closes(text, at, end, mark)) {
        flush(at);
        nodes = closed(open, within, nodes);
        at = plain = end;
      } else if (within === -1 && opens(text, at, end, mark)) {
        flush(at);
        open.push({ mark, before: nodes });
        nodes = [];
        at = plain = end;
      } else {
        at = end;
      }
    } else if (char === '[' && !inLink) {
      const middle = nextMiddle(at);
      const inner = nextBracket(at + 1);
      const end = middle === -1 ? -1 : nextEnd(middle);
      const link =
        middle > at + 1 && end !== -1 && !(inner !== -1 && inner < middle) ? linkOf(text, at, middle, end) : null;
      if (link === null) at += 1;
      else take(link, end + 1);
    } else if (char === 'h' && !inLink) {
      const end = addressEnd(text, at);
      if (end === -1) at += 1;
      else
        take({ kind: 'link', href: text.slice(at, end), children: [{ kind: 'text', text: text.slice(at, end) }] }, end);
    } else {
      at += 1;
    }
  }
  flush(text.length);
  while (open.length > 0) nodes = stood(open, nodes);
  return nodes;
}

/** The innermost mark that was never closed: it stands as it was written. */
function stood(open: Open[], nodes: Inline[]): Inline[] {
  const { mark, before } = open.pop()!;
  before.push({ kind: 'text', text: mark });
  for (const node of nodes) before.push(node);
  return before;
}

function closed(open: Open[], within: number, nodes: Inline[]): Inline[] {
  let children = nodes;
  while (open.length > within + 1) children = stood(open, children);
  const { mark, before } = open.pop()!;
  before.push({ kind: mark === '**' ? 'bold' : 'italic', children });
  return before;
}

const isBlank = (char: string | undefined): boolean => char === undefined || /\s/.test(char);
/** 2*3*4 is a product; Chinese has no blanks around what it stresses. */
const isLatin = (char: string | undefined): boolean => char !== undefined && /[\p{Script=Latin}\d]/u.test(char);

const opens = (text: string, at: number, end: number, mark: string): boolean =>
  !isBlank(text[end]) && !(mark === '*' && isLatin(text[at - 1]));
const closes = (text: string, at: number, end: number, mark: string): boolean =>
  !isBlank(text[at - 1]) && !(mark === '*' && isLatin(text[end]));

function linkOf(text: string, at: number, middle: number, end: number): Inline | null {
  const words = text.slice(at + 1, middle);
  const href = text.slice(middle + 2, end);
  if (!isAddress(href) || words.trim() === '' || words.includes('\n')) return null;
  // Words that name another address than the one behind them would be a trap: both stand as they were written.
  if (/:\/\/|^www\./i.test(words) && words !== href) return null;
  return { kind: 'link', href, children: parseInline(words, true) };
}

const isAddress = (text: string): boolean =>
  text.length <= MAX_ADDRESS && /^https?:\/\/[^\s\p{C}"'<>`\\]+$/iu.test(text) && URL.canParse(text);

/** No blank, no invisible sign, no quotation mark, no bracket of a link, and none of the signs that follow an address in a Chinese sentence. */
const ADDRESS = /https?:\/\/[^\s\p{C}"'<>`\\[\]，。！？、；：（）《》「」『』【】…“”‘’]{1,2040}/iuy;

/** @returns where the bare address that begins here ends, -1 where none does */
function addressEnd(text: string, at: number): number {
  if (isLatin(text[at - 1])) return -1;
  ADDRESS.lastIndex = at;
  const found = ADDRESS.exec(text)?.[0];
  if (found === undefined) return -1;
  let end = found.length;
  let opened = 0;
  for (const char of found) opened += char === '(' ? 1 : char === ')' ? -1 : 0;
  // What ends a sentence or a mark around the address is none of it; a bracket is, where it was opened in it.
  for (; end > 0; end -= 1) {
    const last = found[end - 1]!;
    if (last === ')' && opened < 0) opened += 1;
    else if (!/[.,;:!?*_~]/.test(last)) break;
  }
  return isAddress(found.slice(0, end)) ? at + end : -1;
}

/** The words alone, in one line: for previews and notifications. */
export function plainText(text: string): string {
  return parseMarkdown(text).map(wordsOfBlock).join(' ').replaceAll(/\s+/g, ' ').trim();
}

function wordsOfBlock(block: Block): string {
  if (block.kind === 'code') return block.text;
  if (block.kind === 'quote') return block.children.map(wordsOfBlock).join(' ');
  if (block.kind === 'paragraph') return wordsOf(block.children);
  return block.items
    .map(({ number, children }) => `${number === null ? '•' : `${number}.`} ${wordsOf(children)}`)
    .join(' ');
}

const wordsOf = (nodes: readonly Inline[]): string =>
  nodes.map((node) => ('children' in node ? wordsOf(node.children) : node.text)).join('');
