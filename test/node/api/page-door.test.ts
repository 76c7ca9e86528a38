import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { spawnSync } from 'node:child_process';
import { chmod, lstat, readFile } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { pageFile, pageOpener } from '../../../node/api/client-page.ts';
import { runFolder } from '../../../node/api/client-path.ts';
import { DEFAULT_PAGE_PORT } from '../../../node/api/page-port.ts';
import { tokenFile } from '../../../node/api/page-sessions.ts';
import { ask, exchange, handshake, holdPort, openLine, raw, servePageFor, upgradeRequest } from '../../support/page.ts';
import { usualPorts } from '../../support/ports.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

const NAVIGATION = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };

describe('the host', () => {
  test.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    '127.0.0.1.evil.example:PORT',
    'localhost.evil.example:PORT',
    '[::1]:PORT',
    '0.0.0.0:PORT',
    '127.1:PORT',
    '2130706433:PORT',
    '127.0.0.1:PORT@evil.example',
    'evil.example@127.0.0.1:PORT',
    'localhost',
    '',
  ])('%j is not ours', async (name) => {
    const { port, code } = await servePageFor();
    const host = name.replace('PORT', String(port));
    const asked = [
      ask(port, 'GET', '/', { Host: host }),
      ask(port, 'GET', '/assets/app-1a2b.js', { Host: host }),
      exchange(port, await code(), { Host: host, Origin: `http://${host}` }),
      handshake(port, { Host: host, Origin: `http://${host}` }),
    ];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([421, 421, 421, 421]);
    // The code was not used up by any of it.
    expect((await exchange(port, await code())).status).toBe(200);
  });

  test('must be there, and once', async () => {
    const { port } = await servePageFor();
    expect((await ask(port, 'GET', '/', { Host: undefined })).status).toBe(400);
    const twice = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`;
    expect((await raw(port, twice)).status).toBe(400);
  });

  test('by its own two names it is let in, and the page has one origin', async () => {
    const { port, origin } = await servePageFor();
    expect((await ask(port, 'GET', '/')).status).toBe(200);
    const named = await ask(port, 'GET', '/', { Host: `localhost:${port}` });
    expect([named.status, named.headers.get('location')]).toEqual([308, `${origin}/`]);
    expect((await ask(port, 'GET', '/assets/app-1a2b.js', { Host: `LocalHost:${port}` })).status).toBe(200);
  });
});

describe('the origin', () => {
  const strangers = (port: number): (string | undefined)[] => [
    undefined,
    'null',
    'http://evil.example',
    'http://127.0.0.1',
    `http://127.0.0.1:${port + 1}`,
    `https://127.0.0.1:${port}`,
    `http://localhost:${port}`, // Ours by name, and yet not the host that was asked.
    `http://127.0.0.1:${port}.evil.example`,
    `http://127.0.0.1:${port}, http://evil.example`,
    'file://',
  ];

  test('must be the page’s own to open a line', async () => {
    const { port } = await servePageFor();
    for (const Origin of strangers(port)) {
      expect([Origin, (await handshake(port, { Origin })).status]).toEqual([Origin, 403]);
    }
    const own = `http://127.0.0.1:${port}`;
    expect((await handshake(port, { Origin: own, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await handshake(port, { Origin: own, 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
    expect((await handshake(port, { Origin: own, 'sec-fetch-site': 'none' })).status).toBe(403);
    expect((await handshake(port, { Origin: own }, '/other')).status).toBe(404);
    expect((await handshake(port, { Origin: own }, '/api?token=x')).status).toBe(404);
  });

  test('must be the page’s own to bring a code, which is not used up else', async () => {
    const { port, code } = await servePageFor();
    for (const Origin of strangers(port)) {
      expect([Origin, (await exchange(port, await code(), { Origin })).status]).toEqual([Origin, 403]);
    }
    for (const site of ['cross-site', 'same-site', 'none']) {
      expect((await exchange(port, await code(), { 'Sec-Fetch-Site': site })).status).toBe(403);
    }
    // A form of another page may say text/plain without asking first.
    const form = await exchange(port, await code(), { 'Content-Type': 'text/plain' });
    expect(form.status).toBe(415);
    expect((await exchange(port, await code())).status).toBe(200);
  });

  test('of another page gets no file, and no word that would let it read one', async () => {
    const { port } = await servePageFor();
    for (const path of ['/', '/assets/app-1a2b.js']) {
      for (const headers of [
        { Origin: 'http://evil.example' },
        { Origin: 'null' },
        { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' },
        { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' },
        { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' },
      ]) {
        const answer = await ask(port, 'GET', path, headers);
        expect([path, headers, answer.status]).toEqual([path, headers, 403]);
        expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
      expect((await ask(port, 'GET', path, { 'Sec-Fetch-Site': 'cross-site', ...NAVIGATION })).status).toBe(200);
    }
  });

  test('of a report is a page of ours', async () => {
    const { port, reports } = await servePageFor();
    const report = (headers: Record<string, string>): Promise<{ status: number }> =>
      ask(port, 'POST', '/csp-report', { 'Content-Type': 'application/csp-report', ...headers }, '{"csp-report":{}}');
    expect((await report({})).status).toBe(403);
    expect((await report({ 'Sec-Fetch-Site': 'cross-site', Origin: 'null' })).status).toBe(403);
    expect((await report({ 'Sec-Fetch-Site': 'same-origin', Origin: 'http://evil.example' })).status).toBe(403);
    expect(reports).toEqual([]);
    expect((await report({ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' })).status).toBe(204);
    expect(reports).toEqual([{ 'csp-report': {} }]);
  });
});

describe('every answer', () => {
  test('forbids what the page does not do, and sets no cookie', async () => {
    const { port, code } = await servePageFor();
    const answers = [
      await ask(port, 'GET', '/'),
      await ask(port, 'GET', '/assets/app-1a2b.js'),
      await ask(port, 'GET', '/nothing'),
      await exchange(port, await code()),
    ];
    for (const { headers } of answers) {
      const policy = (headers.get('content-security-policy') ?? '').split('; ');
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "font-src 'self'",
        `connect-src 'self' ws://127.0.0.1:${port}`,
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        'report-uri /csp-report',
      ]) {
        expect(policy).toContain(part);
      }
      expect(policy.join()).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('microphone=(self)');
      expect(headers.has('set-cookie')).toBe(false);
      expect(headers.has('x-powered-by')).toBe(false);
    }
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is not meant', async (method) => {
    const { port } = await servePageFor();
    const Origin = `http://127.0.0.1:${port}`;
    for (const path of ['/', '/session', '/assets/app-1a2b.js']) {
      expect([path, (await ask(port, method, path, { Origin })).status]).toEqual([path, 405]);
    }
  });

  test('only where it is meant: GET brings no code, POST no file', async () => {
    const { port } = await servePageFor();
    const Origin = `http://127.0.0.1:${port}`;
    expect((await ask(port, 'GET', '/session', { Origin })).status).toBe(405);
    expect((await ask(port, 'POST', '/', { Origin }, '{}')).status).toBe(405);
    expect((await ask(port, 'GET', '/api', { Origin })).status).toBe(426);
    expect((await raw(port, `CONNECT evil.example:80 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)).status).toBe(0);
  });
});

describe('what is sent without end', () => {
  test('headers, bodies and addresses are bounded', async () => {
    const { port } = await servePageFor();
    expect((await ask(port, 'GET', '/', { Filler: 'x'.repeat(9_000) })).status).toBe(431);
    expect((await ask(port, 'GET', `/${'x'.repeat(9_000)}`)).status).toBe(431);
    const body = JSON.stringify({ code: 'x'.repeat(2_000) });
    expect((await ask(port, 'POST', '/session', { Origin: `http://127.0.0.1:${port}` }, body)).status).toBe(413);
    expect((await exchange(port, 'x'.repeat(200))).status).toBe(400);
    const lies = await ask(port, 'POST', '/session', { Origin: `http://127.0.0.1:${port}` }, '{"code":1}');
    expect([lies.status, JSON.parse(lies.body)]).toEqual([400, { error: { code: 'malformed' } }]);
    const report = { 'Sec-Fetch-Site': 'same-origin' };
    expect((await ask(port, 'POST', '/csp-report', report, `"${'x'.repeat(20_000)}"`)).status).toBe(413);
    expect((await ask(port, 'POST', '/csp-report', report, '{')).status).toBe(400);
  });

  test('a header that never ends, and a body that never comes, are cut off; a quiet line stays', async () => {
    const { port, token } = await servePageFor();
    const quiet = await openLine(port);
    quiet.send({ api: 1, token: await token() });
    await until('the greeting', () => quiet.values.length === 1);
    const began = performance.now();
    const slow = connect(port, '127.0.0.1');
    slow.on('error', () => undefined).resume();
    slow.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`);
    const dripping = setInterval(() => slow.write('X: y\r\n'), 200);
    const ends = Promise.all([
      new Promise<void>((resolve) => {
        slow.on('close', () => {
          resolve();
        });
      }),
      raw(
        port,
        `POST /session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n` +
          'Content-Type: application/json\r\nContent-Length: 90\r\n\r\n{',
      ),
      handshakeThatSaysNothing(port),
      raw(port, ''),
    ]);
    await ends;
    clearInterval(dripping);
    expect(performance.now() - began).toBeLessThan(14_000);
    quiet.send({ id: 1, method: 'status' });
    await until('it answers', () => quiet.values.length === 2);
  }, 30_000);

  test('whoever holds many connections open does not keep others out for long', async () => {
    const { port } = await servePageFor();
    const held = Array.from({ length: 300 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
    onTestFinished(() => {
      for (const socket of held) socket.destroy();
    });
    for (const socket of held) socket.write('GET / HTTP/1.1\r\n');
    await until('the page is there again', async () => (await ask(port, 'GET', '/')).status === 200);
  }, 30_000);
});

/** A handshake, and then not a word: closed by the time that a hello may take. */
async function handshakeThatSaysNothing(port: number): Promise<void> {
  await raw(port, upgradeRequest(port));
}

describe('the way in', () => {
  test('a code is good once, at once too, and the next one is in the file', async () => {
    const { port, code } = await servePageFor();
    const first = await code();
    const answers = await Promise.all([exchange(port, first), exchange(port, first), exchange(port, first)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
    const second = await code();
    expect(second).not.toBe(first);
    expect((await exchange(port, first)).status).toBe(403);
    expect((await exchange(port, second)).status).toBe(200);
  });

  test('guessing is limited, for a while', async () => {
    let now = 0;
    const clock = { wall: () => 1_700_000_000_000 + now, monotonic: () => now };
    const { port, code } = await servePageFor({ clock });
    for (let n = 0; n < 10; n += 1) expect((await exchange(port, `guess${n}`)).status).toBe(403);
    const refused = await exchange(port, await code());
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    now = 10_001;
    expect((await exchange(port, await code())).status).toBe(200);
  });

  test.skipIf(process.platform === 'win32')('files are this user’s alone, and hold no token', async () => {
    const { profile, token } = await servePageFor();
    const given = await token();
    for (const file of [pageFile(profile), pageOpener(profile), tokenFile(profile)]) {
      const { mode, uid } = await lstat(file);
      expect([file, mode & 0o777, uid]).toEqual([file, 0o600, process.getuid?.()]);
      expect(await readFile(file, 'utf8')).not.toContain(given);
    }
  });

  test.skipIf(process.getuid?.() !== 0)(
    'another user of the machine reads no code, and gets in without one not at all',
    async () => {
      const { profile, port } = await servePageFor();
      await chmod(profile, 0o755);
      const nobody = { uid: 65_534, gid: 65_534, encoding: 'utf8' as const };
      for (const file of [pageFile(profile), pageOpener(profile), tokenFile(profile)]) {
        expect(spawnSync('/bin/cat', [file], nobody)).toMatchObject({ status: 1, stdout: '' });
      }
      await chmod(runFolder(profile), 0o755); // Even so the files themselves are closed.
      for (const file of [pageFile(profile), pageOpener(profile), tokenFile(profile)]) {
        expect(spawnSync('/bin/cat', [file], nobody)).toMatchObject({ status: 1, stdout: '' });
      }
      await chmod(runFolder(profile), 0o700);
      expect(await welcome(port, 'A'.repeat(43))).toBe(false);
    },
  );

  test('a token is good after a restart, for 30 days, at its own port alone', async () => {
    const profile = await temporaryFolder();
    let now = 1_700_000_000_000;
    const clock = { wall: () => now, monotonic: () => now };
    const first = await servePageFor({ profile, clock });
    const token = await first.token();
    await first.server.close();

    const again = await servePageFor({ profile, clock, port: first.port });
    expect(await welcome(again.port, token)).toBe(true);
    now += 30 * 24 * 60 * 60_000 + 1;
    expect(await welcome(again.port, token)).toBe(false);
    now -= 60_000;
    expect(await welcome(again.port, token)).toBe(true);
    await again.server.close();
    // Whoever has the old port now may have been told the token by a page that was left open.
    await holdPort(first.port);
    const elsewhere = await servePageFor({ profile, clock });
    expect(elsewhere.port).not.toBe(first.port);
    expect(await welcome(elsewhere.port, token)).toBe(false);
  });

  test('only the newest tokens are kept', async () => {
    const { port, token } = await servePageFor();
    const tokens: string[] = [];
    for (let n = 0; n < 33; n += 1) tokens.push(await token());
    expect(await welcome(port, tokens[0]!)).toBe(false);
    expect(await welcome(port, tokens[1]!)).toBe(true);
    expect(await welcome(port, tokens[32]!)).toBe(true);
  });

  test('after the end the files lead nowhere', async () => {
    const { profile, server } = await servePageFor();
    await server.close();
    await expect(readFile(pageFile(profile))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(readFile(pageOpener(profile))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

async function welcome(port: number, token: string): Promise<boolean> {
  const line = await openLine(port);
  line.send({ api: 1, token });
  const said = await until('an answer', () => line.values[0]);
  line.webSocket.terminate();
  return 'version' in (said as object);
}

describe('the port', () => {
  test('is the default or the next that is free, and stays', { timeout: 240_000 }, async () => {
    await usualPorts();
    const profile = await temporaryFolder();
    const first = await servePageFor({ profile, port: null });
    const second = await servePageFor({ port: null });
    expect(first.port).toBeGreaterThanOrEqual(DEFAULT_PAGE_PORT);
    expect(second.port).toBeGreaterThan(first.port);
    await first.server.close();
    expect((await servePageFor({ profile, port: null })).port).toBe(first.port);
  });

  test('that was asked for and is taken is told, and nothing is left behind', async () => {
    const { port } = await servePageFor();
    const profile = await temporaryFolder();
    await expect(servePageFor({ port, profile })).rejects.toMatchObject({ code: 'port-taken', detail: port });
    const { server } = await servePageFor({ profile });
    expect(server.page).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  test('is open on 127.0.0.1 and on no other address', async () => {
    const { port } = await servePageFor();
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    const addresses = others.map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address));
    for (const address of ['::1', '127.0.0.2', ...addresses].filter((one) => one !== '127.0.0.1')) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect(port, address);
        socket.on('connect', () => {
          socket.destroy();
          resolve(true);
        });
        socket.on('error', () => {
          resolve(false);
        });
      });
      expect([address, reached]).toEqual([address, false]);
    }
  });

  test('is not shared with whoever listens there already', async () => {
    const port = await holdPort(0);
    await expect(servePageFor({ port })).rejects.toMatchObject({ code: 'port-taken' });
  });
});
