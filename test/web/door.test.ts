import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pageOpener } from '../../node/api/client-page.ts';
import { browserMissing, openBrowser } from '../support/browser.ts';
import { answersOf, attack, foreignPage } from '../support/foreign-page.ts';
import { exchange, holdPort, servePageFor } from '../support/page.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { until } from '../support/until.ts';

const said = (page: Page): Promise<string | null> => page.textContent('#said');
const says = (page: Page, text: string): Promise<unknown> =>
  until(`the page says ${text}`, async () => (await said(page).catch(() => ''))?.includes(text) === true);

/** What injected script might try in our own page; in the page, and not while a debugger lifts the policy for its own sake. */
const TRIES = String.raw`(async () => {
  await new Promise((resolve) => setTimeout(resolve, 10));
  const outcome = async (work) => {
    try {
      await work();
      return 'done';
    } catch (error) {
      return error.name;
    }
  };
  return {
    html: await outcome(() => (document.body.innerHTML = '<img src=x onerror="globalThis.ran = true">')),
    inline: await outcome(() => {
      const script = document.createElement('script');
      script.text = 'globalThis.ran = true';
      document.body.append(script);
    }),
    evaluated: await outcome(() => new Function('globalThis.ran = true')()),
    handler: await outcome(() => {
      const button = document.createElement('button');
      button.setAttribute('onclick', 'globalThis.ran = true');
      button.click();
    }),
    policy: await outcome(() => trustedTypes.createPolicy('default', { createHTML: (text) => text })),
    elsewhere: await outcome(() => fetch('http://127.0.0.1:9/')),
    ran: globalThis.ran === true,
  };
})()`;

if (browserMissing !== undefined) console.log(`skipped: ${browserMissing}`);

describe.skipIf(browserMissing !== undefined)('the page in a browser', () => {
  test('comes in by the link, stays by reload, and the link is used up', async () => {
    const world = await servePageFor();
    const link = `${world.origin}/#code=${await world.code()}`;
    const { page: newPage } = await openBrowser();
    const page = await newPage();
    await page.goto(link);
    await says(page, 'I am alice');
    expect(page.url()).toBe(`${world.origin}/`);
    await page.reload();
    await says(page, 'I am alice');

    const late = await openBrowser({ mayComplain: true });
    const other = await late.page();
    await other.goto(link);
    await says(other, 'closed 4401');
    expect(await said(other)).not.toContain('alice');
    expect(late.complaints.map(({ text }) => text)).toEqual([expect.stringContaining('403')]);
  });

  test('comes in by the file of this user, whose name says nothing', async () => {
    const world = await servePageFor();
    const page = await (await openBrowser()).page();
    expect(pageOpener(world.profile)).not.toContain(await world.code());
    await page.goto(`file://${pageOpener(world.profile)}`, { waitUntil: 'commit' });
    await says(page, 'I am alice');
  });

  test('by its other name leads to the one origin, and the code goes along', async () => {
    const world = await servePageFor();
    const page = await (await openBrowser()).page();
    await page.goto(`http://localhost:${world.port}/#code=${await world.code()}`);
    await says(page, 'I am alice');
    expect(page.url()).toBe(`${world.origin}/`);
  });

  test('is welcome after the peer was started again', async () => {
    const profile = await temporaryFolder();
    const first = await servePageFor({ profile });
    const page = await (await openBrowser()).page();
    await page.goto(`${first.origin}/#code=${await first.code()}`);
    await says(page, 'I am alice');
    await first.server.close();
    await says(page, 'closed 1001');
    await servePageFor({ profile, port: first.port });
    await page.reload();
    await says(page, 'I am alice');
  });

  test('is isolated, may ask for microphone and camera alone, and its policy stops and reports the rest', async () => {
    const world = await servePageFor();
    const browser = await openBrowser({ mayComplain: true });
    const page = await browser.page();
    await page.goto(`${world.origin}/#code=${await world.code()}`);
    await says(page, 'I am alice');
    expect(await page.evaluate('crossOriginIsolated')).toBe(true);
    const allows = (feature: string): Promise<unknown> =>
      page.evaluate(`document.featurePolicy.allowsFeature('${feature}')`);
    expect([await allows('microphone'), await allows('camera'), await allows('geolocation')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(browser.complaints).toEqual([]);
    expect(await page.evaluate(TRIES)).toEqual({
      html: 'TypeError',
      inline: 'TypeError',
      evaluated: 'EvalError',
      handler: 'TypeError',
      policy: 'TypeError',
      elsewhere: 'TypeError',
      ran: false,
    });
    const reported = (): (string | undefined)[] =>
      world.reports.map(
        (report) => (report as { 'csp-report': Record<string, string> })['csp-report']['effective-directive'],
      );
    for (const directive of ['require-trusted-types-for', 'trusted-types', 'connect-src']) {
      await until(`the report on ${directive}`, () => reported().includes(directive));
    }
    // What a test of the page would fail on; the browser tells us by another way than it reports to the peer.
    const kinds = (): Set<string> => new Set(browser.complaints.map(({ kind }) => kind));
    await until('the browser to complain by both ways', () => kinds().has('console') && kinds().has('policy'));
    expect(kinds()).toEqual(new Set(['console', 'policy']));
  });
});

describe.skipIf(browserMissing !== undefined)('a foreign page', () => {
  test.each(['http://127.0.0.1:FOREIGN', 'http://evil.example:FOREIGN', 'http://localhost:FOREIGN'])(
    'at %s reads nothing, runs nothing of ours, opens no line, and uses up no code',
    async (place) => {
      const world = await servePageFor();
      const code = await world.code();
      const { page: newPage } = await openBrowser({
        mayComplain: true,
        args: ['--host-resolver-rules=MAP evil.example 127.0.0.1'],
      });
      const page = await newPage();
      const seen = answersOf(world.port);
      await page.goto(place.replace('FOREIGN', String(await foreignPage())));
      const got = await attack(page, world.origin, code);
      expect(got).toEqual({
        read: 'refused',
        readBlind: 'refused',
        json: 'refused',
        jsonWithCredentials: 'refused',
        text: 'refused',
        report: 'refused',
        form: 'unreadable',
        line: 'closed',
        lineWithProtocol: 'closed',
        script: 'error',
        module: 'error',
        image: 'error',
        style: 'error',
        preload: 'error',
      });
      // It did reach us, and every answer was a refusal.
      expect([...seen].filter((answer) => !/ 4\d\d$/.test(answer))).toEqual([]);
      for (const one of ['GET /', 'POST /session', 'POST /csp-report', 'GET /assets/app-1a2b.js', 'GET /icon.png']) {
        expect([...seen]).toContain(`${one} 403`);
      }
      expect(world.peer.calls).toEqual([]);
      expect(world.reports).toEqual([]);
      // It was good all the time.
      expect(await world.code()).toBe(code);
      expect((await exchange(world.port, code)).status).toBe(200);
    },
    60_000,
  );

  test('cannot show the page in a frame, nor reach into a window that it opens', async () => {
    const world = await servePageFor();
    const { page: newPage } = await openBrowser({ mayComplain: true });
    const page = await newPage();
    const foreign = await foreignPage();
    await page.goto(`http://127.0.0.1:${foreign}`);
    const hidden = await page.evaluate(`new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.onload = () => resolve(frame.contentDocument === null);
      frame.src = '${world.origin}/';
      document.body.append(frame);
    })`);
    expect(hidden).toBe(true);
    for (const frame of page.frames()) expect(await frame.content()).not.toContain('id="said"');

    const opening = page.context().waitForEvent('page');
    await page.evaluate(`globalThis.opened = window.open('${world.origin}/'), 0`);
    const opened = await opening;
    await opened.waitForLoadState();
    await says(opened, 'closed 4401');
    expect(await opened.evaluate('opener === null')).toBe(true);
    expect(await page.evaluate('opened === null || opened.closed')).toBe(true); // As far as it can see.
  });

  test('whose name was pointed at 127.0.0.1 is another host', async () => {
    const world = await servePageFor();
    const { page: newPage } = await openBrowser({
      mayComplain: true,
      args: ['--host-resolver-rules=MAP evil.example 127.0.0.1, MAP *.evil.example 127.0.0.1'],
    });
    const page = await newPage();
    for (const name of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example']) {
      const answer = await page.goto(`http://${name}:${world.port}/`);
      expect([name, answer?.status()]).toEqual([name, 421]);
      // The same origin as far as the browser knows: nothing but the host holds it.
      const { read, json, text, line } = await attack(page, `http://${name}:${world.port}`, await world.code());
      expect([read, json, text, line]).toEqual(['basic 421\n', 'basic 421\n', 'basic 421\n', 'closed']);
    }
    expect((await exchange(world.port, await world.code())).status).toBe(200);
  }, 60_000);

  test('on our old port cannot use the token that a page told it there', async () => {
    const profile = await temporaryFolder();
    const first = await servePageFor({ profile });
    const token = await first.token();
    await first.server.close();
    // Somebody else has the port when the peer comes back: it takes another, where that token is worth nothing.
    await holdPort(first.port);
    const second = await servePageFor({ profile });
    expect(second.port).not.toBe(first.port);
    const page = await (await openBrowser()).page();
    await page.goto(`${second.origin}/`);
    await page.evaluate(`sessionStorage.setItem('token', '${token}')`);
    await page.reload();
    await says(page, 'closed 4401');
    expect(await readFile(pageOpener(profile), 'utf8')).not.toContain(token);
  });
});
