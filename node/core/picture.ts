/** What a picture is by its own bytes: kind and size, without decoding it. A few bytes can claim to be a picture of any size. */
import { equalBytes } from '../../shared/ids.ts';

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';

export interface Picture {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
}

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff);

/** Undefined: none of the three, or its size cannot be read. */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  if (equalBytes(bytes.subarray(0, PNG.length), PNG)) return pngOf(bytes);
  if (equalBytes(bytes.subarray(0, JPEG.length), JPEG)) return jpegOf(bytes);
  return textAt(bytes, 0) === 'RIFF' && textAt(bytes, 8) === 'WEBP' ? webpOf(bytes) : undefined;
}

const textAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function pngOf(bytes: Uint8Array): Picture | undefined {
  // The header is the first chunk; an animated one (acTL) has more frames than its size tells.
  if (bytes.length < 33 || textAt(bytes, 12) !== 'IHDR') return undefined;
  const view = viewOf(bytes);
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Markers up to the start of a frame (ITU T.81 B.1.1.3). */
function jpegOf(bytes: Uint8Array): Picture | undefined {
  const view = viewOf(bytes);
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1; // Fill bytes.
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    const length = view.getUint16(at + 2);
    if (length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}

/** The three forms of RFC 9649: lossy, lossless, extended. */
function webpOf(bytes: Uint8Array): Picture | undefined {
  if (bytes.length < 30) return undefined;
  const view = viewOf(bytes);
  const type = 'image/webp';
  switch (textAt(bytes, 12)) {
    case 'VP8 ':
      return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X': {
      const three = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
      return { type, width: three(24) + 1, height: three(27) + 1 };
    }
    default:
      return undefined;
  }
}
