import { Fragment } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { parseMarkdown } from './markdown.ts';
import type { Block, Inline } from './markdown.ts';

interface Props {
  readonly text: string;
  /** Stands in the last line where there is room: time and state. */
  readonly trailer?: ReactNode;
}

/** A text in the subset of Markdown: React's own elements, and of an address only what the parser let through. */
export function MarkdownView({ text, trailer }: Props): ReactElement {
  const blocks = parseMarkdown(text);
  const inLast = blocks.at(-1)?.kind === 'paragraph';
  return (
    <div className="flow-root space-y-1">
      {blocks.map((block, at) => (
        <BlockView key={at} block={block} trailer={inLast && at === blocks.length - 1 ? trailer : undefined} />
      ))}
      {!inLast && trailer}
    </div>
  );
}

function BlockView({ block, trailer }: { readonly block: Block; readonly trailer?: ReactNode }): ReactElement {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className="break-words whitespace-pre-wrap">
          <Inlines nodes={block.children} />
          {trailer}
        </p>
      );
    case 'code':
      return (
        <pre
          tabIndex={0}
          className="bg-paper text-ink rounded-small my-1 overflow-x-auto px-3 py-2 font-mono text-small leading-normal"
        >
          {block.info !== '' && <span className="text-ink-soft block text-tiny">{block.info}</span>}
          <code>{block.text}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote className="border-edge my-0.5 border-l-2 pl-2.5">
          {block.children.map((inner, at) => (
            <BlockView key={at} block={inner} />
          ))}
        </blockquote>
      );
    case 'list': {
      const numbered = block.items[0]?.number !== null;
      const items = block.items.map(({ number, children }, at) => (
        <li key={at} value={number ?? undefined} className="break-words whitespace-pre-wrap">
          <Inlines nodes={children} />
        </li>
      ));
      return numbered ? <ol className="list-decimal pl-6">{items}</ol> : <ul className="list-disc pl-5">{items}</ul>;
    }
  }
}

function Inlines({ nodes }: { readonly nodes: readonly Inline[] }): ReactElement[] {
  return nodes.map((node, at) => <Fragment key={at}>{inline(node)}</Fragment>);
}

function inline(node: Inline): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return <code className="bg-paper text-ink rounded-small px-1 py-0.5 font-mono text-[0.9em]">{node.text}</code>;
    case 'bold':
      return (
        <strong className="font-semibold">
          <Inlines nodes={node.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines nodes={node.children} />
        </em>
      );
    case 'link':
      return (
        <a
          href={node.href}
          title={node.href}
          target="_blank"
          rel="noopener noreferrer"
          className="decoration-edge break-all underline underline-offset-2 hover:decoration-current"
        >
          <Inlines nodes={node.children} />
        </a>
      );
  }
}

/** Up to this many emoji and nothing else are shown large. */
const MOST_LARGE = 3;
const EMOJI_ALONE =
  /^(?:[\p{Extended_Pictographic}\p{Regional_Indicator}][\p{Emoji_Component}\p{Extended_Pictographic}]*){1,3}$/u;
const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function isEmojiAlone(text: string): boolean {
  // The longest emoji have some 15 UTF-16 units.
  if (text.length > 15 * MOST_LARGE || !EMOJI_ALONE.test(text)) return false;
  return [...segments.segment(text)].length <= MOST_LARGE;
}
