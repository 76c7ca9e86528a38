/**
 * The elements of a small XML document from a stranger: names without prefixes, their text, and nothing else of XML. One pass over the text;
 * no document types, so no entities but the five that everybody has, and nothing is ever fetched. Pure.
 */

export interface XmlElement {
  /** Without a namespace's prefix. */
  readonly name: string;
  /** Its own text, trimmed; '' where it holds elements alone. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** A router's description has four levels of devices, and some sixty elements. */
const MAX_DEPTH = 16;
const MAX_ELEMENTS = 1_000;

interface Open {
  readonly name: string;
  text: string;
  readonly children: XmlElement[];
}

const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Comments, instructions, CDATA: their opening and their end. */
const SKIPPED = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;
const CDATA = ['<![CDATA[', ']]>'] as const;

/** @returns the root element; undefined where it is no such document, or beyond the bounds */
export function readXml(text: string): XmlElement | undefined {
  const top: Open = { name: '', text: '', children: [] };
  const stack: Open[] = [top];
  let elements = 0;
  for (let at = 0; at < text.length;) {
    const open = stack.at(-1)!;
    const next = text.indexOf('<', at);
    open.text += unescaped(text.slice(at, next === -1 ? text.length : next));
    if (next === -1) break;
    const skipped = SKIPPED.find(([opening]) => text.startsWith(opening, next));
    const isData = text.startsWith(CDATA[0], next);
    const [opening, ending] = skipped ?? (isData ? CDATA : ['<', '>']);
    const end = text.indexOf(ending, next + opening.length);
    if (end === -1) return undefined;
    at = end + ending.length;
    const inside = text.slice(next + opening.length, end);
    if (isData) open.text += inside;
    if (isData || skipped !== undefined) continue;
    if (inside.startsWith('/')) {
      if (stack.length === 1 || localName(inside.slice(1)) !== open.name) return undefined;
      close(stack);
      continue;
    }
    const name = localName(inside);
    if (name === undefined || stack.length > MAX_DEPTH || (elements += 1) > MAX_ELEMENTS) return undefined;
    stack.push({ name, text: '', children: [] });
    if (inside.endsWith('/')) close(stack);
  }
  return stack.length === 1 && top.children.length === 1 ? top.children[0] : undefined;
}

function close(stack: Open[]): void {
  const { name, text, children } = stack.pop()!;
  stack.at(-1)!.children.push({ name, text: text.trim(), children });
}

const localName = (inside: string): string | undefined => NAME.exec(inside)?.[0].split(':').at(-1);

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');

/** Every element of this name, at any depth, in the document's order. */
export function elementsNamed(root: XmlElement, name: string): XmlElement[] {
  return [...(root.name === name ? [root] : []), ...root.children.flatMap((child) => elementsNamed(child, name))];
}

/** Text of the first element of this name; undefined where there is none. */
export const textOf = (root: XmlElement, name: string): string | undefined => elementsNamed(root, name)[0]?.text;
