/**
 * Layered settings: defaults < JSON file < environment < flags. A program says once what each setting is, with zod, and how
 * texts of the environment and of flags become values; whatever is wrong is told with the setting's name.
 */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { MiyuError } from './errors.ts';

/** How a setting is written in the environment or as a flag. */
export type SettingKind = 'text' | 'number' | 'flag' | 'list';

export interface Setting {
  readonly kind: SettingKind;
  /** Name in the environment, or none. */
  readonly env?: string;
}

export interface ConfigSources {
  /** JSON object of settings; absent: no file. A file that is named and cannot be read is an error. */
  readonly file?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** From the command line: texts, numbers, flags and lists, or undefined where the flag was not given. */
  readonly flags: Readonly<Record<string, unknown>>;
}

/** A settings file is small; a wrong path (a log, a device) must not be read as a whole. */
const MAX_FILE_BYTES = 64 * 1024;

/**
 * Reads and checks the settings. The schema gives defaults and bounds, and refuses unknown names (`z.strictObject`).
 * @throws MiyuError 'config-invalid' with `field`: the setting, or 'config' for the file itself
 */
export function loadConfig<Schema extends z.ZodType>(
  schema: Schema,
  settings: Readonly<Record<string, Setting>>,
  sources: ConfigSources,
): z.output<Schema> {
  const values: Record<string, unknown> = { ...readFile(sources.file) };
  for (const [name, setting] of Object.entries(settings)) {
    const text = setting.env === undefined ? undefined : sources.env[setting.env];
    if (text !== undefined && text !== '') values[name] = parseText(text, setting.kind, name);
    const flag = sources.flags[name];
    if (flag !== undefined) values[name] = typeof flag === 'string' ? parseText(flag, setting.kind, name) : flag;
  }
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  throw new MiyuError('config-invalid', { field: faultyField(result.error), cause: result.error });
}

function faultyField(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'config';
  const [first] = issue.code === 'unrecognized_keys' ? issue.keys : issue.path;
  return first === undefined ? 'config' : String(first);
}

function readFile(path: string | undefined): object {
  if (path === undefined) return {};
  let value: unknown;
  try {
    const bytes = readFileSync(path);
    if (bytes.length > MAX_FILE_BYTES) throw new RangeError('too large for settings');
    value = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new MiyuError('config-invalid', { field: 'config', cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MiyuError('config-invalid', { field: 'config' });
  }
  return value;
}

function parseText(text: string, kind: SettingKind, field: string): unknown {
  switch (kind) {
    case 'text':
      return text;
    case 'list':
      return text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    case 'number': {
      const value = Number(text);
      if (text.trim() === '' || !Number.isFinite(value)) throw new MiyuError('config-invalid', { field });
      return value;
    }
    case 'flag':
      if (/^(1|true|yes|on)$/i.test(text)) return true;
      if (/^(0|false|no|off)$/i.test(text)) return false;
      throw new MiyuError('config-invalid', { field });
  }
}
