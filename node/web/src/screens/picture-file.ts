/** A picture for the card: cut to a square and made small here, so that nothing but the small one leaves the browser. */
import { MiyuError } from '../../../../shared/errors.ts';

const SIDE = 256;
/** What a card takes (PICTURE_LIMIT_BYTES of the contract). */
const MAX_BYTES = 44 * 1024;
/** The first that is small enough counts. */
const QUALITIES = [0.85, 0.7, 0.5] as const;
/** A photo has some MiB; whatever else somebody picks is not decoded. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** @throws MiyuError 'picture-invalid' */
export async function pictureFrom(file: File): Promise<Uint8Array> {
  if (file.size > MAX_FILE_BYTES) throw new MiyuError('picture-invalid');
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch (cause) {
    throw new MiyuError('picture-invalid', { cause });
  }
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext('2d');
  if (context === null) throw new MiyuError('picture-invalid');
  const side = Math.min(bitmap.width, bitmap.height);
  context.fillStyle = '#fff'; // What is transparent is light: JPEG has no other.
  context.fillRect(0, 0, SIDE, SIDE);
  context.drawImage(bitmap, (bitmap.width - side) / 2, (bitmap.height - side) / 2, side, side, 0, 0, SIDE, SIDE);
  bitmap.close();
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', quality);
    });
    if (blob !== null && blob.size <= MAX_BYTES) return new Uint8Array(await blob.arrayBuffer());
  }
  throw new MiyuError('picture-invalid');
}
