/** QR codes in pictures' files: every kind of PNG that a program writes, and whatever else somebody gives. */
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { encodeQR } from 'qr';
import { expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../node/api/server.ts';
import { readPng } from '../../../node/cli/png-picture.ts';
import { concatBytes } from '../../../shared/ids.ts';
import { u32 } from '../../../shared/crypto/layout.ts';
import { cli } from '../../support/cli.ts';
import { FakePeer } from '../../support/fake-peer.ts';
import { PICTURES, pngOf } from '../../support/pictures.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const TEXT = 'MIYU-VERIFY:FAKE';
const SCALE = 4;
const MARGIN = 4;

/** Whether a pixel of the drawn code is dark. */
function drawn(text: string): { readonly side: number; readonly isDark: (x: number, y: number) => boolean } {
  const modules = encodeQR(text, 'raw', { border: MARGIN });
  return {
    side: modules.length * SCALE,
    isDark: (x, y) => modules[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] === true,
  };
}

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const body = concatBytes(Buffer.from(type, 'latin1'), data);
  return concatBytes(u32(data.length), body, u32(crc32(body)));
};

interface Kind {
  readonly colour: number;
  readonly depth: number;
  /** Bytes of a row of pixels, packed. */
  readonly row: (isDark: (x: number) => boolean, side: number) => Buffer;
  readonly extra?: readonly Uint8Array[];
}

const packed =
  (depth: number, dark: number, light: number) =>
  (isDark: (x: number) => boolean, side: number): Buffer => {
    const row = Buffer.alloc(Math.ceil((side * depth) / 8));
    for (let x = 0; x < side; x += 1) {
      const bit = x * depth;
      row[bit >> 3]! |= (isDark(x) ? dark : light) << (8 - depth - (bit & 7));
    }
    return row;
  };
const spread =
  (dark: readonly number[], light: readonly number[]) =>
  (isDark: (x: number) => boolean, side: number): Buffer =>
    Buffer.from(Array.from({ length: side }, (_, x) => (isDark(x) ? dark : light)).flat());

const KINDS: Readonly<Record<string, Kind>> = {
  'grey of 1 bit': { colour: 0, depth: 1, row: packed(1, 0, 1) },
  'grey of 4 bits': { colour: 0, depth: 4, row: packed(4, 2, 15) },
  'grey of 16 bits': { colour: 0, depth: 16, row: spread([10, 255], [240, 0]) },
  colours: { colour: 2, depth: 8, row: spread([0, 40, 90], [250, 240, 230]) },
  'colours of 16 bits': { colour: 2, depth: 16, row: spread([0, 1, 40, 2, 90, 3], [250, 1, 240, 2, 230, 3]) },
  'a palette of 2 bits': {
    ...{ colour: 3, depth: 2, row: packed(2, 1, 2) },
    extra: [chunk('PLTE', Uint8Array.of(9, 9, 9, 20, 30, 60, 255, 250, 240))],
  },
  'a palette with light that is transparent': {
    ...{ colour: 3, depth: 8, row: spread([0], [1]) },
    extra: [chunk('PLTE', Uint8Array.of(0, 0, 0, 0, 0, 0)), chunk('tRNS', Uint8Array.of(255, 0))],
  },
  'grey on nothing': { colour: 4, depth: 8, row: spread([0, 255], [0, 0]) },
  'colours on nothing': { colour: 6, depth: 8, row: spread([20, 20, 80, 255], [0, 0, 0, 0]) },
};

/** @param filter of each row, RFC 2083 §6 */
function pngWith({ colour, depth, row, extra = [] }: Kind, filter: (y: number) => number, text = TEXT): Uint8Array {
  const { side, isDark } = drawn(text);
  const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour]!;
  const step = Math.max(1, (samples * depth) >> 3);
  const rows: Buffer[] = [];
  let above: Buffer | undefined;
  for (let y = 0; y < side; y += 1) {
    const plain = row((x) => isDark(x, y), side);
    rows.push(Buffer.concat([Buffer.of(filter(y)), filtered(plain, above, filter(y) % 5, step)]));
    above = plain;
  }
  return concatBytes(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', concatBytes(u32(side), u32(side), Uint8Array.of(depth, colour, 0, 0, 0))),
    ...extra,
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', new Uint8Array(0)),
  );
}

function filtered(plain: Buffer, above: Buffer | undefined, filter: number, step: number): Buffer {
  return plain.map((byte, at) => {
    const left = at < step ? 0 : plain[at - step]!;
    const up = above?.[at] ?? 0;
    const corner = at < step ? 0 : (above?.[at - step] ?? 0);
    const estimate = left + up - corner;
    const nearest = [left, up, corner].reduce((best, each) =>
      Math.abs(estimate - each) < Math.abs(estimate - best) ? each : best,
    );
    return byte - [0, left, up, (left + up) >> 1, nearest][filter]!;
  }) as Buffer;
}

async function world() {
  const peer = FakePeer.withFriends('bob');
  const profile = await temporaryFolder();
  const folder = join(await temporaryFolder(), 'pictures');
  await mkdir(folder);
  const said: string[] = [];
  const scan = peer.scanVerification.bind(peer);
  peer.scanVerification = (form) => {
    said.push(form.payload);
    return scan(form);
  };
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  const verify = async (bytes: Uint8Array, name = 'code.png') => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return await cli(profile, ['--json', 'verify', 'bob', '--picture', path]);
  };
  return { peer, folder, profile, said, verify };
}

test.each(Object.entries(KINDS))('a code is read out of %s, whatever the filters of its rows', async (_, kind) => {
  const { peer, said, verify } = await world();
  peer.outcome = 'match';
  for (const filter of [0, 1, 2, 3, 4]) {
    const read = await verify(pngWith(kind, (y) => (y === 0 && filter > 1 ? 0 : filter)));
    expect([filter, read.code, read.json()]).toMatchObject([filter, 0, { outcome: 'match' }]);
  }
  const mixed = await verify(pngWith(kind, (y) => y % 5));
  expect([mixed.code, mixed.json()]).toMatchObject([0, { outcome: 'match' }]);
  expect(said).toEqual(Array.from({ length: 6 }, () => TEXT));
});

test('what it says is compared as if it were typed, and only a match is a success', async () => {
  const { peer, said, verify } = await world();
  const long = `MIYU-VERIFY:${'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.repeat(9)}`;
  peer.outcome = 'mismatch';
  const read = await verify(pngWith(KINDS['colours']!, (y) => y % 5, long));
  expect([read.code, read.json()]).toMatchObject([3, { outcome: 'mismatch' }]);
  expect(said).toEqual([long]);
});

test('a file without a code, and one that is no PNG, say what to do; one that is not there is named', async () => {
  const { folder, profile, verify } = await world();
  const code = pngWith(KINDS['colours']!, () => 1);
  const bad: Record<string, Uint8Array> = {
    'no code': pngOf(60, 60, (x, y) => (x * 7 + y * 13) % 256),
    'a JPEG': PICTURES.jpeg,
    nothing: new Uint8Array(0),
    'half a file': code.subarray(0, code.length / 2),
    'no such filter': pngWith(KINDS['colours']!, () => 5),
    'torn rows': code.map((byte, at) => (at === code.length >> 1 ? byte ^ 0xff : byte)),
    'a size that no screen has': (() => {
      const forged = Buffer.from(code);
      forged.writeUInt32BE(0x7fffffff, 16);
      forged.writeUInt32BE(0x7fffffff, 20);
      return forged;
    })(),
    'a bomb': concatBytes(
      code.subarray(0, 33),
      chunk('IDAT', deflateSync(Buffer.alloc(64 * 1024 * 1024))),
      chunk('IEND', new Uint8Array(0)),
    ),
  };
  for (const [what, bytes] of Object.entries(bad)) {
    const read = await verify(bytes);
    expect([what, read.code, read.json()]).toMatchObject([what, 2, { error: { code: 'code-unreadable' } }]);
  }
  const large = join(folder, 'large.png');
  await writeFile(large, code);
  await truncate(large, 33 * 1024 * 1024);
  const tooLarge = await cli(profile, ['--json', 'verify', 'bob', '--picture', large]);
  expect(tooLarge.json()).toMatchObject({ error: { code: 'code-unreadable' } });
  const nobody = await cli(profile, ['--json', 'verify', 'bob', '--picture', join(folder, 'nothing.png')]);
  expect([nobody.code, nobody.json()]).toMatchObject([2, { error: { code: 'usage' } }]);
  const both = await cli(profile, ['--json', 'verify', 'bob', '--picture', large, '--scan', 'x']);
  expect([both.code, both.json()]).toMatchObject([2, { error: { code: 'usage' } }]);
  const chinese = await cli(profile, ['--lang', 'zh', 'verify', 'bob', '--picture', large]);
  expect(chinese.err + chinese.out).toMatch(/\p{Script=Han}/u);
});

test('every cut of a picture is refused or read, and none throws', () => {
  const code = pngWith(KINDS['a palette of 2 bits']!, (y) => y % 5, 'a');
  for (let length = 0; length < code.length; length += 1) readPng(code.subarray(0, length));
  for (let at = 0; at < code.length; at += 1) readPng(code.map((byte, of) => (of === at ? byte ^ 0x41 : byte)));
});
