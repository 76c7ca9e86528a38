/**
 * Just enough of PNG (RFC 2083) to see a QR code in a screenshot: every colour type, 8 bits a sample or fewer (and 16, of which the
 * upper half counts), no interlacing. Checksums are not looked at: a picture that is torn shows no code.
 */
import { inflateSync } from 'node:zlib';

/** The grey of each pixel, row by row: 0 (black) to 255. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Of 4096 × 4096; a telephone's screen has a quarter of them. */
const MAX_PIXELS = 16_777_216;
/** Of the unpacked rows: four samples of eight bits of each of those pixels. */
const MAX_BYTES = 4 * MAX_PIXELS;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples of a pixel, by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const PALETTE = 3;

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
  readonly samples: number;
}

/** @returns undefined: no PNG, or none of these kinds, or larger than any screen, or torn */
export function readPng(bytes: Uint8Array): GreyPicture | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return undefined;
  let header: Header | undefined;
  let palette: Buffer = Buffer.alloc(0);
  let alphas: Buffer = Buffer.alloc(0);
  const packed: Buffer[] = [];
  for (const { type, data } of chunksOf(file)) {
    if (type === 'IHDR') header = headerOf(data);
    else if (type === 'PLTE') palette = data;
    else if (type === 'tRNS') alphas = data;
    else if (type === 'IDAT') packed.push(data);
  }
  if (header === undefined) return undefined;
  const stride = Math.ceil((header.width * header.samples * header.depth) / 8);
  const length = header.height * (stride + 1);
  if (length > MAX_BYTES) return undefined;
  let rows: Buffer;
  try {
    rows = inflateSync(Buffer.concat(packed), { maxOutputLength: length });
  } catch {
    return undefined;
  }
  if (rows.length !== length || !unfilter(rows, stride, Math.max(1, (header.samples * header.depth) >> 3))) {
    return undefined;
  }
  return { width: header.width, height: header.height, grey: greyOf(rows, stride, header, palette, alphas) };
}

function* chunksOf(file: Buffer): Generator<{ readonly type: string; readonly data: Buffer }> {
  for (let at = SIGNATURE.length; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    if (at + 12 + length > file.length) return;
    yield { type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

function headerOf(data: Buffer): Header | undefined {
  if (data.length !== 13) return undefined;
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const [depth, colour, compression, filter, interlace] = data.subarray(8) as unknown as readonly number[];
  const samples = SAMPLES[colour!];
  const isPlain = compression === 0 && filter === 0 && interlace === 0 && [1, 2, 4, 8, 16].includes(depth!);
  // Small samples stand alone in a pixel, and a palette has no large ones.
  const fits = samples === 1 ? colour !== PALETTE || depth! <= 8 : depth! >= 8;
  if (samples === undefined || !isPlain || !fits) return undefined;
  if (width === 0 || height === 0 || width * height > MAX_PIXELS) return undefined;
  return { width, height, depth: depth!, colour: colour!, samples };
}

/** In place (RFC 2083 §6). @param step bytes of a pixel, at least one. @returns false: a filter that there is none of */
function unfilter(rows: Buffer, stride: number, step: number): boolean {
  for (let start = 0; start < rows.length; start += stride + 1) {
    const filter = rows[start]!;
    if (filter > 4) return false;
    if (filter === 0) continue;
    const above = start - stride;
    for (let at = 0; at < stride; at += 1) {
      const left = at >= step ? rows[start + 1 + at - step]! : 0;
      const up = start > 0 ? rows[above + at]! : 0;
      const corner = start > 0 && at >= step ? rows[above + at - step]! : 0;
      rows[start + 1 + at] = (rows[start + 1 + at]! + predicted(filter, left, up, corner)) & 0xff;
    }
  }
  return true;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  return filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** What is transparent is light, as in the page. */
function greyOf(rows: Buffer, stride: number, header: Header, palette: Buffer, alphas: Buffer): Uint8Array {
  const { width, height, depth, colour, samples } = header;
  const grey = new Uint8Array(width * height);
  const most = depth >= 8 ? 255 : (1 << depth) - 1;
  for (let y = 0; y < height; y += 1) {
    const row = y * (stride + 1) + 1;
    for (let x = 0; x < width; x += 1) {
      const sample = (of: number): number => {
        const index = x * samples + of;
        if (depth >= 8) return rows[row + (index * depth) / 8]!;
        const bit = index * depth;
        return (rows[row + (bit >> 3)]! >> (8 - depth - (bit & 7))) & most;
      };
      let shade: number;
      let alpha = 255;
      if (colour === PALETTE) {
        const entry = sample(0);
        shade = lumaOf(palette[entry * 3] ?? 0, palette[entry * 3 + 1] ?? 0, palette[entry * 3 + 2] ?? 0);
        alpha = alphas[entry] ?? 255;
      } else {
        shade = samples >= 3 ? lumaOf(sample(0), sample(1), sample(2)) : (sample(0) * 255) / most;
        if (samples === 2 || samples === 4) alpha = sample(samples - 1);
      }
      grey[y * width + x] = Math.round((shade * alpha + 255 * (255 - alpha)) / 255);
    }
  }
  return grey;
}

/** ITU-R BT.601, in thousandths. */
const lumaOf = (red: number, green: number, blue: number): number => (299 * red + 587 * green + 114 * blue) / 1000;
