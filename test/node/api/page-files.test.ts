import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ask, builtPage, servePageFor } from '../../support/page.ts';
import { temporaryFolder } from '../../support/temporary.ts';

interface Got {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function fetchRaw(port: number, path: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) });
      });
    }).on('error', reject);
  });
}

test('each file comes with its type, the page anew each time, what has a hashed name once', async () => {
  const folder = await builtPage();
  const names = ['icon.svg', 'icon.png', 'font-1a2b.woff2', 'app.webmanifest', 'assets/chunk-x_Y9.js'];
  for (const name of names) await writeFile(join(folder, name), 'x');
  const { port } = await servePageFor({ folder });
  const types = await Promise.all(['/', ...names.map((name) => `/${name}`)].map((path) => fetchRaw(port, path)));
  expect(types.map(({ status, headers }) => [status, headers['content-type']])).toEqual([
    [200, 'text/html; charset=utf-8'],
    [200, 'image/svg+xml; charset=utf-8'],
    [200, 'image/png'],
    [200, 'font/woff2'],
    [200, 'application/manifest+json; charset=utf-8'],
    [200, 'text/javascript; charset=utf-8'],
  ]);
  expect(types[0]?.headers['cache-control']).toBe('private, no-cache');
  expect(types[5]?.headers['cache-control']).toContain('immutable');
  const again = await fetchRaw(port, '/', { 'If-None-Match': types[0]?.headers.etag ?? '' });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  await writeFile(join(folder, 'index.html'), 'another build');
  const changed = await fetchRaw(port, '/', { 'If-None-Match': types[0]?.headers.etag ?? '' });
  expect([changed.status, changed.body.toString()]).toEqual([200, 'another build']);
});

test('text is compressed as the browser takes it, and is the same text', async () => {
  const { port } = await servePageFor();
  const path = '/assets/app-1a2b.css';
  const whole = await fetchRaw(port, path);
  expect([whole.headers['content-encoding'], whole.headers.vary]).toEqual([undefined, 'Accept-Encoding']);
  const brotli = await fetchRaw(port, path, { 'Accept-Encoding': 'gzip, deflate, br, zstd' });
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(brotli.body)).toEqual(whole.body);
  const gzip = await fetchRaw(port, path, { 'Accept-Encoding': 'gzip, br;q=0' });
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.body)).toEqual(whole.body);
  expect(brotli.body.length).toBeLessThan(whole.body.length / 10);
  const head = await ask(port, 'HEAD', path, { 'Accept-Encoding': 'br' });
  expect([head.status, head.headers.get('content-length'), head.body]).toEqual([200, String(brotli.body.length), '']);
});

describe('no path leads out of the folder', () => {
  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/./index.html',
    '/.env',
    '/assets/.env',
    '/assets',
    '/assets/',
    '/index.html/',
    '/index.html%00.js',
    '/%69ndex.html',
    '/link.txt',
    '/way/secret.txt/x.txt',
    '/folder.js',
    '/huge.js',
    '/unknown.exe',
    '/INDEX.HTML#x',
    'index.html',
    '*',
    'http://evil.example/index.html',
  ])('%s', async (path) => {
    const folder = await builtPage();
    await symlink(join(folder, '..', 'secret.txt'), join(folder, 'link.txt'));
    await mkdir(join(folder, 'folder.js'));
    await writeFile(join(folder, 'unknown.exe'), 'SECRET');
    await writeFile(join(folder, 'huge.js'), 'SECRET');
    await truncate(join(folder, 'huge.js'), 9 * 1024 * 1024);
    const { port, faults } = await servePageFor({ folder });
    const answer = await ask(port, 'GET', path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('SECRET');
    expect(faults).toEqual([]);
  });
});

test('a page that was not built is told as such, and is there once it was', async () => {
  const folder = join(await temporaryFolder(), 'web');
  const { port } = await servePageFor({ folder });
  const missing = await ask(port, 'GET', '/');
  expect(missing.status).toBe(503);
  expect(missing.body).toContain('was not built');
  expect(missing.body).toContain('尚未构建');
  expect(missing.headers.get('content-security-policy')).toContain("default-src 'none'");
  await mkdir(folder);
  await writeFile(join(folder, 'index.html'), 'built');
  expect((await ask(port, 'GET', '/')).body).toBe('built');
  await rm(folder, { recursive: true });
  expect((await ask(port, 'GET', '/')).status).toBe(503);
});

test('many files do not fill the memory: what was not used for long is read again', async () => {
  const folder = await builtPage();
  const names = Array.from({ length: 8 }, (_, n) => `big${n}.txt`);
  for (const [n, name] of names.entries()) await writeFile(join(folder, name), String(n).repeat(4 * 1024 * 1024));
  const { port } = await servePageFor({ folder });
  const before = process.memoryUsage().arrayBuffers;
  for (const round of [1, 2]) {
    for (const [n, name] of names.entries()) {
      const { body } = await fetchRaw(port, `/${name}`);
      expect([round, body.length, body[0]]).toEqual([round, 4 * 1024 * 1024, 0x30 + n]);
    }
  }
  globalThis.gc?.();
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(96 * 1024 * 1024);
});
