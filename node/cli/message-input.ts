/** Texts and numbers that a message command is given. */
import { MiyuError } from '../../shared/errors.ts';
import { TEXT_LIMIT_BYTES } from '../api/contract.ts';
import type { Run } from './run.ts';

/** @throws MiyuError 'text-empty' | 'text-too-long' before anybody is asked */
export function checkText(text: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes === 0) throw new MiyuError('text-empty', { field: 'text' });
  if (bytes > TEXT_LIMIT_BYTES) throw new MiyuError('text-too-long', { field: 'text', detail: TEXT_LIMIT_BYTES });
}

/** All of standard input but one line end at its end; never cut, never changed. */
export async function readText(run: Run): Promise<string> {
  if (run.io.stdin.isTTY === true) run.hint(run.say('typeText'));
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of run.io.stdin) {
    const part = Buffer.from(chunk as Uint8Array);
    parts.push(part);
    bytes += part.length;
    // The limit, and the line end that is taken off: more cannot become a text that is allowed.
    if (bytes > TEXT_LIMIT_BYTES + 2) throw new MiyuError('text-too-long', { field: 'text', detail: TEXT_LIMIT_BYTES });
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts));
  } catch {
    throw run.usage('notUtf8', {}, 'text');
  }
  return text.replace(/\r?\n$/, '');
}

export function integerOf(run: Run, text: string, least = 1): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(number) || number < least) throw run.usage('badNumber', { text });
  return number;
}
