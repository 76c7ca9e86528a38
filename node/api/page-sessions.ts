/**
 * Who may speak through the page's door. A code that is good once lies in a file that only this user can read; whoever brings it
 * gets a token, and the next code is written. Of tokens only hashes are kept, on disk too, so that a page that is open is still
 * welcome after the peer was started again.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../shared/clock.ts';
import { toBase64Url } from '../../shared/crypto/base64url.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { writeFileAtomic } from '../../shared/storage/atomic-file.ts';
import { inviteOpener, linkOf, openerOf, pageFile, pageOpener } from './client-page.ts';
import { runFolder } from './client-path.ts';

/** Bytes of codes and tokens: nobody guesses 256 bits. */
const SECRET_BYTES = 32;
/** A browser that was not used for a month may be somebody else's by now. */
const TOKEN_LIFETIME_MS = 30 * 24 * 60 * 60_000;
/** Browsers and tabs of one person; the oldest goes when another comes. */
const MAX_TOKENS = 32;
/** Wrong codes within the window; a person brings one or two (an old link), a program that guesses brings more. */
const MAX_WRONG = 10;
const WRONG_WINDOW_MS = 10_000;

const TokenFile = z.object({
  /** The port that the tokens were given at: whoever had another one's place meanwhile may have been told them. */
  port: z.number().int().min(1).max(65_535),
  tokens: z.array(z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), until: z.number() })).max(MAX_TOKENS),
});

interface Token {
  readonly hash: Buffer;
  /** Unix milliseconds. */
  readonly until: number;
}

export const tokenFile = (profile: string): string => join(runFolder(profile), 'page.tokens');

async function readTokenFile(profile: string): Promise<z.infer<typeof TokenFile> | undefined> {
  try {
    return TokenFile.parse(JSON.parse(await readFile(tokenFile(profile), 'utf8')));
  } catch {
    return undefined; // None, or damaged: pages ask for a new code.
  }
}

/** The port of the last time: bookmarks and open pages point there. */
export async function rememberedPort(profile: string): Promise<number | undefined> {
  return (await readTokenFile(profile))?.port;
}

export interface SessionOptions {
  readonly profile: string;
  readonly port: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly onFault?: ((error: unknown) => void) | undefined;
}

export type Exchange = { readonly token: string } | 'wrong' | { readonly retryAfterMs: number };

export class PageSessions {
  readonly #options: SessionOptions;
  readonly address: string;
  #tokens: Token[] = [];
  #code = '';
  /** Times of wrong codes, monotonic milliseconds. */
  #wrong: number[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(options: SessionOptions) {
    this.#options = options;
    this.address = `http://127.0.0.1:${options.port}/`;
  }

  /** Reads who was welcome, and writes the first code. */
  static async open(options: SessionOptions): Promise<PageSessions> {
    const sessions = new PageSessions(options);
    const file = await readTokenFile(options.profile);
    if (file?.port === options.port) {
      sessions.#tokens = file.tokens.map(({ hash, until }) => ({ hash: Buffer.from(hash, 'hex'), until }));
    }
    sessions.#code = sessions.#secret();
    await sessions.#write();
    return sessions;
  }

  admits(token: string | undefined): boolean {
    if (token === undefined) return false;
    const hash = hashOf(token);
    const now = this.#options.clock.wall();
    let found = false;
    // Every one is compared, whatever the others gave.
    for (const known of this.#tokens) found = (timingSafeEqual(known.hash, hash) && known.until > now) || found;
    return found;
  }

  /** The code for a token. It is used up at once; the files have the next one before the token is out. */
  async exchange(code: string): Promise<Exchange> {
    const { clock } = this.#options;
    const now = clock.monotonic();
    this.#wrong = this.#wrong.filter((time) => time > now - WRONG_WINDOW_MS);
    const [first] = this.#wrong;
    if (first !== undefined && this.#wrong.length >= MAX_WRONG) return { retryAfterMs: first + WRONG_WINDOW_MS - now };
    if (!timingSafeEqual(hashOf(code), hashOf(this.#code))) {
      this.#wrong.push(now);
      return 'wrong';
    }
    const token = this.#secret();
    this.#code = this.#secret();
    const alive = this.#tokens.filter(({ until }) => until > clock.wall()).slice(-(MAX_TOKENS - 1));
    this.#tokens = [...alive, { hash: hashOf(token), until: clock.wall() + TOKEN_LIFETIME_MS }];
    await this.#write();
    return { token };
  }

  /** Takes the way in out of the files; the tokens stay. */
  async close(): Promise<void> {
    await this.#writing;
    const { profile } = this.#options;
    const files = [pageFile(profile), pageOpener(profile), inviteOpener(profile)];
    await Promise.all(files.map((file) => rm(file, { force: true })));
  }

  #secret(): string {
    return toBase64Url(this.#options.random(SECRET_BYTES));
  }

  /** One write after another; a disk that is full costs the next code, and not the page that is open. */
  #write(): Promise<void> {
    this.#writing = this.#writing
      .then(() => this.#writeFiles())
      .catch((error: unknown) => {
        this.#options.onFault?.(error);
      });
    return this.#writing;
  }

  async #writeFiles(): Promise<void> {
    const { profile, port } = this.#options;
    const entry = { address: this.address, code: this.#code };
    const tokens = this.#tokens.map(({ hash, until }) => ({ hash: hash.toString('hex'), until }));
    await writeFileAtomic(tokenFile(profile), Buffer.from(JSON.stringify({ port, tokens })));
    await writeFileAtomic(pageOpener(profile), Buffer.from(openerOf(linkOf(entry))));
    await writeFileAtomic(pageFile(profile), Buffer.from(`${JSON.stringify(entry)}\n`));
    await rm(inviteOpener(profile), { force: true }); // Its code is used up.
  }
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
