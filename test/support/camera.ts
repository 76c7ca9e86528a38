/** What Chromium's made-up camera shows: one frame for ever, of a QR code on paper (YUV4MPEG2, 4:2:0). */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import encodeQr from 'qr';
import { pngOf } from './pictures.ts';
import { temporaryFolder } from './temporary.ts';

const WIDTH = 640;
const HEIGHT = 480;

/** Grey of each pixel of a picture with this code in its middle. */
function seen(text: string, width: number, height: number): (x: number, y: number) => number {
  const rows = encodeQr(text, 'raw', { ecc: 'low', border: 4 });
  const module = Math.floor(Math.min(width, height) / rows.length);
  const [left, top] = [Math.floor((width - module * rows.length) / 2), Math.floor((height - module * rows.length) / 2)];
  return (x, y) => (rows[Math.floor((y - top) / module)]?.[Math.floor((x - left) / module)] === true ? 30 : 220);
}

/** Switches of a browser whose camera sees this code. */
export async function cameraSeeing(text: string): Promise<string[]> {
  const grey = seen(text, WIDTH, HEIGHT);
  const luma = Buffer.alloc(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) for (let x = 0; x < WIDTH; x += 1) luma[y * WIDTH + x] = grey(x, y);
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const path = join(await temporaryFolder(), 'camera.y4m');
  await writeFile(path, Buffer.concat([head, frame, frame]));
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${path}`,
  ];
}

/** A picture of the code, as from a phone. */
export const photoOf = (text: string): Buffer => Buffer.from(pngOf(600, 600, seen(text, 600, 600)));
