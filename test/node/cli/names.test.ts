/** rename, invite and its QR code, register by a link, against a peer that is none. */
import decodeQR from 'qr/decode.js';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../node/api/server.ts';
import { terminalQr } from '../../../node/cli/terminal-qr.ts';
import { cli, type CliOptions, type CliResult } from '../../support/cli.ts';
import { FakePeer } from '../../support/fake-peer.ts';
import { temporaryFolder } from '../../support/temporary.ts';

async function serve(peer: FakePeer) {
  const profile = await temporaryFolder();
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  return (args: readonly string[], options: CliOptions = {}): Promise<CliResult> => cli(profile, args, options);
}

test('rename says what one is called now, or why not, and when it may be', async () => {
  const peer = FakePeer.withFriends('bob');
  const miyu = await serve(peer);
  expect(await miyu(['rename', 'annette'])).toMatchObject({
    code: 0,
    out: 'You are now called annette. Your friends are told.\n',
  });
  expect((await miyu(['rename', '小明', '--json'])).json()).toMatchObject({ name: '小明' });
  const taken = await miyu(['rename', 'taken']);
  expect(taken).toMatchObject({ code: 3, out: '' });
  expect(taken.err).toContain('This name is taken');
  expect((await miyu(['rename', 'often'])).err).toMatch(/at most 3 times in 30 days.*\n.*Wait 1 d/);
  expect((await miyu(['rename', 'often', '--lang', 'zh'])).err).toMatch(/30 天内最多 3 次[^]*等待 1 天/);
  expect((await miyu(['rename'])).code).toBe(2);
});

test('invite gives the link; one for somebody new has a token where the server asks for one', async () => {
  const peer = FakePeer.withFriends('bob');
  const miyu = await serve(peer);
  expect((await miyu(['invite'])).out).toBe('Your invite link (give it to a friend):\nmiyu://invite/fake\n');
  expect((await miyu(['invite', 'list'])).out).toContain('no token is needed');
  peer.tokenRequired = true;
  peer.mostTokens = 1;
  expect((await miyu(['invite', 'list'])).out).toContain('No invitation is open; you may have 1.');
  const made = await miyu(['invite', '--for-new', '--no-qr']);
  expect(made.out).toMatch(/one new person[^]*miyu:\/\/invite\/fake-1{8}\n.*number 1{8}/);
  expect(await miyu(['invite', '--for-new'])).toMatchObject({ code: 3 });
  expect((await miyu(['invite', '--for-new'])).err).toContain('allows a member 1 open');
  expect((await miyu(['invite', 'list', '--json'])).json()).toMatchObject({ most: 1, invites: [{ id: '11111111' }] });
  expect((await miyu(['invite', 'list', '--lang', 'zh'])).out).toContain('已发出 1 个邀请，最多 1 个。');
  expect((await miyu(['invite', 'revoke', '22222222'])).code).toBe(3);
  expect((await miyu(['invite', 'revoke', '11111111'])).out).toContain('Nobody registers by invitation 11111111');
  peer.mostTokens = 0;
  expect((await miyu(['invite', 'list'])).out).toContain('its operator alone');
});

test('register by a link asks whoever gave it, and a link to a server alone asks nobody', async () => {
  const peer = new FakePeer();
  peer.known.set('miyu://invite/fake', '00'.repeat(32));
  const miyu = await serve(peer);
  const env = { MIYU_PASSWORD: 'correct horse battery' };
  const done = await miyu(['register', 'alice', '--invite', 'miyu://invite/fake'], { env });
  expect(done).toMatchObject({ code: 0, err: '' });
  expect(done.out).toMatch(/Welcome, alice[^]*who invited you, has your friend request/);
  expect(peer.calls).toContain('add miyu://invite/fake ');
  const other = new FakePeer();
  const quiet = await (await serve(other))(['register', 'bob', '--server', '/ip4/127.0.0.1/tcp/1/p2p/x'], { env });
  expect([quiet.code, other.calls]).toEqual([0, []]);
  // That the inviter could not be asked is no failure of the registration.
  const third = new FakePeer();
  const waits = await (await serve(third))(['register', 'cem', '--server', 'miyu://invite/fake'], { env });
  expect(waits).toMatchObject({ code: 0 });
  expect(waits.out).toContain('could not be asked just now');
});

/** What a camera sees: every character two pixels, one above the other. */
function seen(lines: readonly string[], inverted: boolean): { width: number; height: number; data: Uint8Array } {
  const scale = 4;
  const bare = lines.map((line) => line.replaceAll(/\u001b\[[\d;]*m/g, ''));
  const [columns, rows] = [bare[0]!.length, 2 * bare.length];
  const [width, height] = [columns * scale, rows * scale];
  const data = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const row = Math.floor(y / scale);
      const glyph = bare[Math.floor(row / 2)]![Math.floor(x / scale)]!;
      const isInk = glyph === '█' || glyph === (row % 2 === 0 ? '▀' : '▄');
      data.fill(isInk === inverted ? 255 : 0, 4 * (y * width + x), 4 * (y * width + x) + 3);
      data[4 * (y * width + x) + 3] = 255;
    }
  }
  return { width, height, data };
}

test('the QR code in a terminal is read by a camera, with colours and without, and has its quiet zone', () => {
  fc.assert(
    fc.property(fc.base64String({ minLength: 20, maxLength: 360 }), fc.boolean(), (tail, colours) => {
      const link = `miyu://invite/${tail}`;
      const lines = terminalQr(link, 200, colours)!;
      // Ink is dark with colours; without, ink is what a dark terminal lights up.
      expect(decodeQR(seen(lines, !colours))).toBe(link);
      const bare = lines.map((line) => line.replaceAll(/\u001b\[[\d;]*m/g, ''));
      const light = colours ? ' ' : '█';
      expect(bare.slice(0, 2).every((line) => Array.from(line).every((glyph) => glyph === light))).toBe(true);
      expect(
        bare.every((line) =>
          Array.from(line.slice(0, 4) + line.slice(-4)).every((glyph) => glyph === light || glyph === '▀'),
        ),
      ).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test('no QR code where it would not fit', () => {
  expect(terminalQr('miyu://invite/x', 20, true)).toBeUndefined();
  expect(terminalQr('x'.repeat(3_000), 400, true)).toBeUndefined();
});
