/** A chat that a test writes to as it goes: through a pipe, or in a terminal whose screen can be looked at. */
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { serveApi } from '../../node/api/server.ts';
import { runChat } from '../../node/cli/chat/chat.ts';
import type { ChatOptions } from '../../node/cli/chat/chat.ts';
import { Run } from '../../node/cli/run.ts';
import type { Peer } from '../../node/flows/peer.ts';
import type { Language } from '../../shared/language.ts';
import { Collected, FakeTerminal } from './cli.ts';
import { temporaryFolder } from './temporary.ts';
import { until } from './until.ts';
import { VtScreen } from './vt-screen.ts';

/** Serves the peer's API in this profile, a new one where none is named. */
export async function serve(peer: Peer, folder?: string): Promise<{ profile: string; stop: () => Promise<void> }> {
  const profile = folder ?? (await temporaryFolder());
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  return { profile, stop: () => server.close() };
}

export interface Talk {
  readonly type: (text: string) => void;
  readonly end: () => void;
  readonly quit: () => void;
  /** Everything that was written, as it was written. */
  readonly out: () => string;
  /** What a person sees: the rows of the terminal, without those below the last. */
  readonly rows: () => readonly string[];
  readonly sees: (what: string | RegExp) => Promise<unknown>;
  /** Waits until the last rows of the terminal are these. */
  readonly standsAtEnd: (...rows: string[]) => Promise<unknown>;
  readonly code: Promise<number>;
}

export interface TalkOptions extends ChatOptions {
  readonly terminal?: boolean;
  readonly json?: boolean;
  readonly language?: Language;
  readonly columns?: number;
}

export function talk(profile: string, options: TalkOptions = {}): Talk {
  const { terminal, json, language = 'en', columns = 80, ...chat } = options;
  const stdin = terminal === true ? new FakeTerminal() : new PassThrough();
  const stdout = Object.assign(new Collected(), terminal === true ? { isTTY: true as const, columns, rows: 24 } : {});
  const io = { stdin, stdout, stderr: new Collected(), env: {} };
  const face = new Run({ io, language, json: json === true, profile });
  const stop = new AbortController();
  const code = runChat(face, { ...chat, signal: stop.signal });
  code.catch(() => {});
  onTestFinished(() => {
    stop.abort();
  });
  const rows = (): readonly string[] => VtScreen.of(stdout.text, columns, 24).rows();
  const seen = async (what: string, is: () => boolean): Promise<void> => {
    await until(what, is).catch((error: unknown) => {
      throw new Error(`${String(error)}; there is:\n${terminal === true ? rows().join('\n') : stdout.text}`);
    });
  };
  return {
    type: (text) => void stdin.write(text),
    end: () => void stdin.end(),
    quit: () => {
      stop.abort();
    },
    out: () => stdout.text,
    rows,
    sees: (what) =>
      seen(`to see ${what}`, () => (typeof what === 'string' ? stdout.text.includes(what) : what.test(stdout.text))),
    standsAtEnd: (...wanted) =>
      seen(`to end with ${JSON.stringify(wanted)}`, () => {
        return JSON.stringify(rows().slice(-wanted.length)) === JSON.stringify(wanted);
      }),
    code,
  };
}
