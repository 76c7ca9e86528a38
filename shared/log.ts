/**
 * The structured log: one JSON object a line. What may stand in it is told by type and checked again when it is written:
 * short ids, counts, codes, durations. Never a name, an address, a path, an e-mail address or content; so an event's fields
 * come from the list below, and a text that is no code is replaced.
 */
import { appendFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { systemClock, type Clock } from './clock.ts';
import { MiyuError } from './errors.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'off'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every field there is. Ids are `shortId`s: 8 hex digits. */
export interface LogFields {
  /** Who acts, and whom it concerns. */
  readonly account?: string;
  readonly other?: string;
  readonly device?: string;
  readonly server?: string;
  /** Number of a connection within this run. */
  readonly connection?: number;
  /** A MiyuError's code, or a libp2p error's name. */
  readonly code?: string;
  readonly action?: string;
  readonly state?: string;
  readonly path?: string;
  readonly reason?: number | string;
  readonly count?: number;
  readonly bytes?: number;
  readonly epoch?: number;
  readonly sequence?: number;
  readonly level?: number;
  readonly port?: number;
  readonly ms?: number;
  readonly version?: string;
}

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** An unexpected error: its name or code and where it arose, of each cause as well; never its message. */
  fault(error: unknown): void;
}

export interface LogFile extends Log {
  /** Writes what waits. */
  flush(): void;
  close(): void;
}

export interface LogOptions {
  readonly level?: LogLevel;
  readonly clock?: Clock;
  /** Takes whole lines, several at once. */
  readonly write: (lines: string) => void;
}

const SHORT_ID = /^[0-9a-f]{8}$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
const IDS: ReadonlySet<string> = new Set<keyof LogFields>(['account', 'other', 'device', 'server']);
const FIELDS: ReadonlySet<string> = new Set<keyof LogFields>([
  'account',
  'other',
  'device',
  'server',
  'connection',
  'code',
  'action',
  'state',
  'path',
  'reason',
  'count',
  'bytes',
  'epoch',
  'sequence',
  'level',
  'port',
  'ms',
  'version',
]);

/** Lines that come together go out together; a crash loses at most what came in this time. */
const FLUSH_MS = 50;
/** Characters that may wait: a log that cannot be written must not eat the memory. */
const MAX_WAITING = 1024 * 1024;
/** A file that has become this big is set aside as `FILE.1`, in place of the one before it. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;
const MAX_CAUSES = 4;
const MAX_FRAMES = 8;

export function createLog(options: LogOptions): LogFile {
  const clock = options.clock ?? systemClock;
  const threshold = LOG_LEVELS.indexOf(options.level ?? 'info');
  let waiting = '';
  let dropped = 0;
  let timer: NodeJS.Timeout | undefined;

  // Many lines come within one millisecond, and making the text costs as much as the rest of a line.
  let last = Number.NaN;
  let lastText = '';
  const timeOf = (now: number): string => {
    if (now !== last) lastText = new Date(now).toISOString();
    last = now;
    return lastText;
  };

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting === '') return;
    const lines = waiting;
    waiting = '';
    try {
      options.write(lines);
    } catch {
      // There is no place left where this could be told.
      dropped += 1;
    }
  };
  const add = (level: LogLevel, event: string, fields: object): void => {
    if (LOG_LEVELS.indexOf(level) < threshold) return;
    if (waiting.length > MAX_WAITING) {
      dropped += 1;
      return;
    }
    const line = {
      time: timeOf(clock.wall()),
      level,
      event: CODE.test(event) ? event : '?',
      ...fields,
    };
    waiting += `${JSON.stringify(line)}\n`;
    if (dropped > 0) {
      waiting += `${JSON.stringify({ time: line.time, level: 'warn', event: 'log-dropped', count: dropped })}\n`;
      dropped = 0;
    }
    timer ??= setTimeout(flush, FLUSH_MS).unref();
  };
  return {
    debug: (event, fields = {}) => add('debug', event, checked(fields)),
    info: (event, fields = {}) => add('info', event, checked(fields)),
    warn: (event, fields = {}) => add('warn', event, checked(fields)),
    fault: (error) => {
      add('error', 'fault', { causes: describe(error) });
      // The process may be about to end.
      flush();
    },
    flush,
    close: flush,
  };
}

/** A log on stderr, or in a file (0600) that is bounded: two of at most 16 MiB. */
export function openLog(options: {
  readonly level?: LogLevel;
  readonly file?: string | undefined;
  readonly clock?: Clock;
}): LogFile {
  const { file, ...rest } = options;
  if (file === undefined) return createLog({ ...rest, write: (lines) => void process.stderr.write(lines) });
  let size = sizeOf(file);
  const write = (lines: string): void => {
    if (size >= MAX_FILE_BYTES) {
      rmSync(`${file}.1`, { force: true });
      renameSync(file, `${file}.1`);
      size = 0;
    }
    appendFileSync(file, lines, { mode: 0o600 });
    size += lines.length;
  };
  return createLog({ ...rest, write });
}

export const silentLog: LogFile = createLog({ level: 'off', write: () => undefined });

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function checked(fields: LogFields): Record<string, string | number> {
  const good: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    if (value === undefined || !FIELDS.has(name)) continue;
    if (typeof value === 'number') good[name] = value;
    else good[name] = typeof value === 'string' && (IDS.has(name) ? SHORT_ID : CODE).test(value) ? value : '?';
  }
  return good;
}

interface Cause {
  readonly code: string;
  readonly at: readonly string[];
}

function describe(error: unknown): readonly Cause[] {
  const causes: Cause[] = [];
  for (let each = error; each !== undefined && causes.length < MAX_CAUSES;) {
    causes.push({ code: codeOf(each), at: framesOf(each) });
    each = each instanceof Error ? each.cause : undefined;
  }
  return causes;
}

function codeOf(error: unknown): string {
  if (error instanceof MiyuError) return error.code;
  if (!(error instanceof Error)) return 'not-an-error';
  const code: unknown = 'code' in error ? error.code : undefined;
  const text = typeof code === 'string' ? code : error.name;
  return CODE.test(text) ? text : 'Error';
}

/** Function, file and line; the folders before the file would name the person who installed it. */
function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  const frames: string[] = [];
  for (const line of error.stack.split('\n')) {
    const found = /^\s+at (?:(?:async )?(?<name>[\w.#<>$ ]{1,80}) \()?(?<file>[^()]+):(?<row>\d+):\d+\)?$/.exec(line);
    if (found?.groups === undefined) continue;
    const { name, file, row } = found.groups;
    frames.push(`${name ?? ''}@${basename(file!)}:${row!}`);
    if (frames.length === MAX_FRAMES) break;
  }
  return frames;
}
