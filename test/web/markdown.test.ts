import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown, plainText } from '../../node/web/src/chat/markdown.ts';
import type { Block, Inline } from '../../node/web/src/chat/markdown.ts';

/** Everything that the tree holds, in order; an address behind words stands after them. */
function textOf(nodes: readonly (Block | Inline)[]): string {
  return nodes
    .map((node): string => {
      if (node.kind === 'list')
        return node.items.map((item) => `${item.number ?? ''}${textOf(item.children)}`).join('');
      if (node.kind === 'code' && 'info' in node) return node.info + node.text;
      if ('text' in node) return node.text;
      const inner = textOf(node.children);
      return node.kind === 'link' && inner !== node.href ? inner + node.href : inner;
    })
    .join('');
}

const KINDS = new Set(['paragraph', 'code', 'quote', 'list', 'text', 'bold', 'italic', 'link']);

function walk(
  nodes: readonly (Block | Inline)[],
  depth: number,
  seen: (node: Block | Inline, depth: number) => void,
): void {
  for (const node of nodes) {
    seen(node, depth);
    if (node.kind === 'list') for (const item of node.items) walk(item.children, depth + 1, seen);
    else if ('children' in node) walk(node.children, depth + 1, seen);
  }
}

/** What marks may take away, and zeros before a number. */
const marksOff = (text: string): string => text.replaceAll(/[*`>[\]()\s.0-]/g, '');

const piece = fc.oneof(
  fc.constantFrom(
    '*',
    '**',
    '`',
    '```',
    '```\n',
    '\n```js\n',
    '> ',
    '\n> ',
    '\n- ',
    '\n12. ',
    '[',
    ']',
    '](',
    ')',
    '\n',
    ' ',
  ),
  fc.constantFrom(
    'http://a.b/c',
    'https://例子.中国/路',
    'http',
    'javascript:alert(1)',
    '<b>',
    '</script>',
    '&lt;',
    'www.x.y',
  ),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);
const written = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

test('whatever is written, nothing is lost, and nothing but the subset comes of it', () => {
  fc.assert(
    fc.property(written, (text) => {
      const blocks = parseMarkdown(text);
      expect(marksOff(textOf(blocks))).toBe(marksOff(text));
      walk(blocks, 0, (node, depth) => {
        expect(KINDS).toContain(node.kind);
        expect(depth).toBeLessThanOrEqual(12);
        if (node.kind === 'link') expect(['http:', 'https:']).toContain(new URL(node.href).protocol);
      });
      plainText(text);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['marks without an end', '*a '.repeat(21_000)],
  ['pairs of marks', '**a *b** '.repeat(7_000)],
  ['brackets', '['.repeat(65_000)],
  ['half links', '[a]('.repeat(16_000)],
  ['brackets before one address', `${'['.repeat(60_000)}a](http://b.c)`],
  ['ticks', '`a\n'.repeat(21_000)],
  ['quotes in quotes', '> '.repeat(32_000)],
  ['fences', '```\n'.repeat(16_000)],
  ['openings of fences', '```js\n'.repeat(10_000)],
  ['addresses', 'http://a.b/(((,,,'.repeat(3_800)],
  ['an address without an end', `http://${'a'.repeat(65_000)}`],
])('the longest text of %s is read at once', (_name, text) => {
  const start = process.cpuUsage();
  parseMarkdown(text.slice(0, 65_536));
  const { user } = process.cpuUsage(start);
  // A square of these lengths would take many seconds.
  expect(user / 1_000).toBeLessThan(400);
});

describe('the subset', () => {
  const text = (of: string): Inline => ({ kind: 'text', text: of });
  const inline = (source: string): readonly Inline[] => {
    const [block, ...rest] = parseMarkdown(source);
    expect(rest).toEqual([]);
    return block?.kind === 'paragraph' ? block.children : [];
  };

  test('bold, italic, both, and code', () => {
    expect(inline('**a** *b* `c*d*`')).toEqual([
      { kind: 'bold', children: [text('a')] },
      text(' '),
      { kind: 'italic', children: [text('b')] },
      text(' '),
      { kind: 'code', text: 'c*d*' },
    ]);
    expect(inline('**a *b* c**')).toEqual([
      { kind: 'bold', children: [text('a '), { kind: 'italic', children: [text('b')] }, text(' c')] },
    ]);
    expect(inline('今天*真的*好')).toEqual([text('今天'), { kind: 'italic', children: [text('真的')] }, text('好')]);
  });

  test('marks that mark nothing stand', () => {
    for (const source of ['2*3*4', '2 * 3 * 4', '**', 'a ** b', '*', '`', '**a', 'f(*p)', '[a](b)', '[](b)']) {
      expect(textOf(inline(source)), source).toBe(source);
      expect(
        inline(source).every(({ kind }) => kind === 'text'),
        source,
      ).toBe(true);
    }
  });

  test('links, with words and bare', () => {
    expect(inline('[words **b**](https://a.b/c?d=e#f)')).toEqual([
      {
        kind: 'link',
        href: 'https://a.b/c?d=e#f',
        children: [text('words '), { kind: 'bold', children: [text('b')] }],
      },
    ]);
    const bare = (href: string): Inline => ({ kind: 'link', href, children: [text(href)] });
    expect(inline('看https://a.b/c，很好。')).toEqual([text('看'), bare('https://a.b/c'), text('，很好。')]);
    expect(inline('(see http://a.b/c_(d)).')).toEqual([text('(see '), bare('http://a.b/c_(d)'), text(').')]);
    for (const href of ['javascript:alert(1)', 'data:text/html,x', 'http:a', 'HTTP//a', 'ftp://a.b']) {
      expect(textOf(inline(`[w](${href})`))).toBe(`[w](${href})`);
    }
  });

  test('words that name another address than the one behind them are no link', () => {
    const kinds = inline('[https://bank.example](https://thief.example)').filter(({ kind }) => kind === 'link');
    expect(kinds.map((link) => link.kind === 'link' && [link.href, textOf(link.children)])).toEqual([
      ['https://bank.example', 'https://bank.example'],
      ['https://thief.example', 'https://thief.example'],
    ]);
  });

  test('blocks', () => {
    expect(parseMarkdown('a\n> b\n> > c\n- d\n- *e*\n3. f\n```ts\ng *h*\n\n```\ni')).toEqual([
      { kind: 'paragraph', children: [text('a')] },
      {
        kind: 'quote',
        children: [
          { kind: 'paragraph', children: [text('b')] },
          { kind: 'quote', children: [{ kind: 'paragraph', children: [text('c')] }] },
        ],
      },
      {
        kind: 'list',
        items: [
          { number: null, children: [text('d')] },
          { number: null, children: [{ kind: 'italic', children: [text('e')] }] },
        ],
      },
      { kind: 'list', items: [{ number: 3, children: [text('f')] }] },
      { kind: 'code', info: 'ts', text: 'g *h*\n' },
      { kind: 'paragraph', children: [text('i')] },
    ]);
    expect(textOf(parseMarkdown('```\nnever closed'))).toBe('```\nnever closed');
  });

  test('a preview has the words alone', () => {
    expect(plainText('**Hi**, [you](https://a.b)\n\n- one\n- two\n```\ncode\n```')).toBe('Hi, you • one • two code');
  });
});
