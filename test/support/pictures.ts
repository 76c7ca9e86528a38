/** Small pictures of every kind that a card may have, made here: a PNG that decodes, and headers of the others. */
import { crc32, deflateSync } from 'node:zlib';
import { concatBytes } from '../../shared/ids.ts';
import { u32 } from '../../shared/crypto/layout.ts';

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const body = concatBytes(Buffer.from(type, 'latin1'), data);
  return concatBytes(u32(data.length), body, u32(crc32(body)));
};

/** Grey, 8 bits, of this size. @param at 0 (black) to 255 of each pixel */
export function pngOf(width: number, height: number, at: (x: number, y: number) => number = () => 128): Uint8Array {
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = at(x, y);
  return concatBytes(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', concatBytes(u32(width), u32(height), Uint8Array.of(8, 0, 0, 0, 0))),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array(0)),
  );
}

export const SMALL_PICTURE = pngOf(2, 3);

const riff = (form: string, data: readonly number[]): Uint8Array => {
  const body = concatBytes(Buffer.from(`WEBP${form}`, 'latin1'), Uint8Array.of(data.length, 0, 0, 0, ...data));
  return concatBytes(Buffer.from('RIFF', 'latin1'), Uint8Array.of(body.length, 0, 0, 0), body);
};

/** 300 × 200 each, but for the first. */
export const PICTURES = {
  png: SMALL_PICTURE,
  // A start of image, an application segment with fill bytes, a quantisation table that is none, and a baseline frame.
  jpeg: Uint8Array.of(
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 6, 1, 2, 3, 4, 0xff, 0xff, 0xdb, 0, 3, 9],
    ...[0xff, 0xc0, 0, 17, 8, 0, 200, 1, 44, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9],
  ),
  lossy: riff('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 44, 1, 200, 0, 0, 0]),
  lossless: riff('VP8L', [0x2f, 43 | 0, 1 | ((199 << 6) & 0xc0), (199 >> 2) & 0xff, 0, 0, 0, 0, 0, 0, 0, 0]),
  extended: riff('VP8X', [0, 0, 0, 0, 43, 1, 0, 199, 0, 0]),
} as const;
