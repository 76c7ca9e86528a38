/** The text of a QR code in a picture's file: a screenshot, or what a friend has sent. */
import { open } from 'node:fs/promises';
import { decodeQR } from 'qr/decode.js';
import { MiyuError } from '../../shared/errors.ts';
import { readPng } from './png-picture.ts';

/** A screenshot has some MiB. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** Where a code is to be seen, it is found in far less. */
const MAX_SEEKING_MS = 5_000;

/** @throws MiyuError 'code-unreadable': no PNG that this reads, or no code in it; what opening the file throws */
export async function readCode(path: string): Promise<string> {
  const picture = readPng(await readBounded(path));
  if (picture === undefined) throw new MiyuError('code-unreadable');
  const { width, height, grey } = picture;
  try {
    return decodeQR({ width, height, data: coloursOf(grey) }, { format: 'RGB', effort: 8, timeLimit: MAX_SEEKING_MS });
  } catch (cause) {
    throw new MiyuError('code-unreadable', { cause });
  }
}

/** The decoder takes no plane of grey alone. */
function coloursOf(grey: Uint8Array): Uint8Array {
  const data = new Uint8Array(3 * grey.length);
  grey.forEach((shade, at) => data.fill(shade, 3 * at, 3 * at + 3));
  return data;
}

async function readBounded(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size > MAX_FILE_BYTES) throw new MiyuError('code-unreadable');
    const bytes = new Uint8Array(size);
    const { bytesRead } = await handle.read(bytes, 0, size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
