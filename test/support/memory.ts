/** What another process has in its memory: every page of it that it could have written to, searched for what must not be there. */
import { open, readFile } from 'node:fs/promises';
import { platform } from 'node:os';

/** Why it cannot be done on this machine; undefined: it can. */
export const memoryHidden = platform() === 'linux' ? undefined : 'only Linux shows a process’s memory to its owner';

const CHUNK_BYTES = 4 * 1024 * 1024;

/** Bytes as they are, as hex and as base64: how a secret may lie about. */
export function formsOf(name: string, secret: Uint8Array): [string, Buffer][] {
  const bytes = Buffer.from(secret);
  const texts = {
    hex: bytes.toString('hex'),
    HEX: bytes.toString('hex').toUpperCase(),
    // Without its end, which depends on what follows.
    base64: bytes.toString('base64').slice(0, Math.floor(bytes.length / 3) * 4),
    base64url: bytes.toString('base64url').slice(0, Math.floor(bytes.length / 3) * 4),
  };
  return [
    [`${name} as bytes`, bytes],
    ...Object.entries(texts).map(([form, text]): [string, Buffer] => [`${name} as ${form}`, Buffer.from(text)]),
  ];
}

/** Texts also as the engine keeps those that are not Latin. */
export const formsOfText = (name: string, text: string): [string, Buffer][] => [
  ...formsOf(name, Buffer.from(text)),
  [`${name} as UTF-16`, Buffer.from(text, 'utf16le')],
];

export interface Scan {
  readonly found: readonly string[];
  readonly bytes: number;
}

/** @returns which of the needles are there, and how much was read */
export async function scanMemory(pid: number, needles: readonly (readonly [string, Buffer])[]): Promise<Scan> {
  const longest = Math.max(...needles.map(([, needle]) => needle.length));
  const regions = (await readFile(`/proc/${pid}/maps`, 'utf8'))
    .split('\n')
    .map((line) => /^([0-9a-f]+)-([0-9a-f]+) r(w)/.exec(line))
    .filter((match) => match !== null)
    .map(([, from = '', to = '']) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const);
  const memory = await open(`/proc/${pid}/mem`, 'r');
  const found = new Set<string>();
  let bytes = 0;
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES + longest);
    for (const [from, to] of regions) {
      for (let at = from; at < to; at += CHUNK_BYTES) {
        const length = Math.min(CHUNK_BYTES + longest, to - at);
        // A region may go while it is read.
        const read = await memory.read(buffer, 0, length, at).catch(() => undefined);
        if (read === undefined || read.bytesRead === 0) break;
        bytes += Math.min(read.bytesRead, CHUNK_BYTES);
        const seen = buffer.subarray(0, read.bytesRead);
        for (const [name, needle] of needles) if (seen.includes(needle)) found.add(name);
      }
    }
  } finally {
    await memory.close();
  }
  return { found: [...found], bytes };
}
