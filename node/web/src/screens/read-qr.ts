/** QR codes out of pictures and camera frames. The reader is loaded when somebody scans; it comes from the peer like the rest of the page. */

/** Enough for a code that fills a third of the picture; more pixels cost time on every frame. */
const FRAME_SIDE = 800;
const PICTURE_SIDE = 1_600;
/** A picture of a phone has some MiB; whatever else somebody picks is not read. */
const MAX_PICTURE_BYTES = 32 * 1024 * 1024;

type Decode = (image: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }) => string;

export interface QrReader {
  /** The code's text, or undefined: none is to be seen. */
  read(source: CanvasImageSource, width: number, height: number, longest?: number): string | undefined;
}

export async function openReader(): Promise<QrReader> {
  const { decodeQR } = (await import('qr/decode.js')) as { decodeQR: Decode };
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return {
    read(source, width, height, longest = FRAME_SIDE) {
      if (context === null || width === 0 || height === 0) return undefined;
      const scale = Math.min(1, longest / Math.max(width, height));
      canvas.width = Math.max(1, Math.round(width * scale));
      canvas.height = Math.max(1, Math.round(height * scale));
      // What is transparent in a picture is light.
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(source, 0, 0, canvas.width, canvas.height);
      try {
        return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
      } catch {
        return undefined; // The reader throws where it finds none.
      }
    },
  };
}

/** The text of the code in a picture, or undefined: no picture, or none in it. */
export async function readPicture(file: File): Promise<string | undefined> {
  if (file.size > MAX_PICTURE_BYTES) return undefined;
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return undefined;
  }
  const reader = await openReader();
  const { width, height } = bitmap;
  // A small code is lost when a large picture is made small, and a large one in too many pixels.
  const text = reader.read(bitmap, width, height, PICTURE_SIDE) ?? reader.read(bitmap, width, height);
  bitmap.close();
  return text;
}
