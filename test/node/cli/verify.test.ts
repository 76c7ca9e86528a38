/** Comparing with a friend on the command line. */
import { decodeQR } from 'qr/decode.js';
import { expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../node/api/server.ts';
import { terminalQr } from '../../../node/cli/terminal-qr.ts';
import { encodeVerification } from '../../../shared/crypto/verification-code.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { cli } from '../../support/cli.ts';
import { FakePeer } from '../../support/fake-peer.ts';
import { temporaryFolder } from '../../support/temporary.ts';

async function serve() {
  const peer = FakePeer.withFriends('bob');
  const profile = await temporaryFolder();
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  return { peer, miyu: (...args: string[]) => cli(profile, args) };
}

/** What a camera sees of these lines, each letter two modules above one another. @param isInkDark whether letters are dark on light */
function seen(lines: readonly string[], isInkDark: boolean): string {
  const SIZE = 4;
  const rows = lines.flatMap((line) => {
    const letters = Array.from(line.replaceAll(/\u001b\[[\d;]*m/g, ''));
    return [letters.map((letter) => '█▀'.includes(letter)), letters.map((letter) => '█▄'.includes(letter))];
  });
  const width = (rows[0]?.length ?? 0) * SIZE;
  const height = rows.length * SIZE;
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const ink = rows[Math.floor(y / SIZE)]?.[Math.floor(x / SIZE)] ?? false;
      data.fill(ink === isInkDark ? 0 : 255, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return decodeQR({ width, height, data });
}

test('a code in a terminal can be scanned, in colours of its own and as light letters on dark ground', () => {
  const party = () => ({ account: systemRandom(32), keyHash: systemRandom(32) });
  const code = encodeVerification({ shower: party(), other: party(), head: undefined });
  for (const text of [code, 'miyu://invite/abc', 'a']) {
    const coloured = terminalQr(text, 200, true)!;
    expect(seen(coloured, true)).toBe(text);
    // Whatever the terminal's colours are: black and white are asked for, on every line, and given back.
    for (const line of coloured) {
      expect(line.startsWith('\u001b[38;5;16;48;5;231m')).toBe(true);
      expect(line.endsWith('\u001b[0m')).toBe(true);
    }
    const plain = terminalQr(text, 200, false)!;
    expect(seen(plain, false)).toBe(text);
    // The quiet zone, light: four modules, so two lines of letters.
    expect(plain.slice(0, 2).join('')).toMatch(/^█+$/);
    expect(plain.every((line) => line.startsWith('████') && line.endsWith('████'))).toBe(true);
  }
});

test('verify shows number, code and its text; with --json the values', async () => {
  const { miyu } = await serve();
  const { out } = await miyu('verify', 'bob');
  expect(out).toContain('12345 67890');
  const qr = out.split('\n').filter((line) => line.startsWith('████'));
  expect(seen(qr, false)).toBe('MIYU-VERIFY:FAKE');
  expect(out.trim().endsWith('MIYU-VERIFY:FAKE')).toBe(true);
  expect((await miyu('verify', 'bob', '--no-qr')).out).not.toContain('██');
  expect((await miyu('verify', 'bob', '--json')).json()).toMatchObject({
    name: 'bob',
    safetyNumber: '12345 67890',
    payload: 'MIYU-VERIFY:FAKE',
  });
  expect((await miyu('verify', 'nobody', '--json')).json()).toMatchObject({ error: { code: 'not-a-friend' } });
});

test('what a scanned code says is told plainly, and only a match is a success', async () => {
  const { peer, miyu } = await serve();
  const said = {
    match: 'bob is verified',
    'other-log': 'it lies to one of you',
    mismatch: 'It does NOT fit',
    'other-person': 'not of bob',
    yourself: 'your own code',
  } as const;
  for (const [outcome, words] of Object.entries(said)) {
    peer.outcome = outcome as keyof typeof said;
    const scanned = await miyu('verify', 'bob', '--scan', 'MIYU-VERIFY:AA');
    expect(scanned.out).toContain(words);
    expect(scanned.code).toBe(outcome === 'match' ? 0 : 3);
    expect((await miyu('verify', 'bob', '--scan', 'MIYU-VERIFY:AA', '--json')).json()).toMatchObject({ outcome });
    expect((await miyu('verify', 'bob', '--scan', 'x', '--lang', 'zh')).out).toMatch(/\p{Script=Han}/u);
  }
});
