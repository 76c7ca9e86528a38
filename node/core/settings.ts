/**
 * What a person has set, as one JSON document in a row of its own. Pure. Every field stands alone: one that is missing, or has a value
 * that this version does not know, is as it is at first. What a later version wrote beside it is kept.
 */
import { MiyuError } from '../../shared/errors.ts';
import { COLORS, FACES, SIZES, type MessageStyle } from './message-content.ts';

export interface Settings {
  /** null: the system's. */
  readonly language: 'zh' | 'en' | null;
  readonly theme: 'light' | 'dark' | 'system';
  readonly motion: 'system' | 'reduced';
  readonly notifications: {
    readonly messages: boolean;
    readonly requests: boolean;
    /** Whether a notification shows the text. */
    readonly preview: boolean;
    readonly sound: boolean;
  };
  /** Each goes both ways: who does not tell is not told. */
  readonly privacy: { readonly readReceipts: boolean; readonly typing: boolean };
  /** How one writes, as last chosen. */
  readonly composer: MessageStyle;
}

/** Some of the settings: what is left out stays. */
export type SettingsChange = {
  readonly [K in keyof Settings]?: Settings[K] extends object ? Partial<Settings[K]> : Settings[K];
};

export const FIRST_SETTINGS: Settings = {
  language: null,
  theme: 'system',
  motion: 'system',
  notifications: { messages: true, requests: true, preview: true, sound: true },
  privacy: { readReceipts: true, typing: true },
  composer: { size: 'normal', color: null, face: 'sans' },
};

/** All of ours are below 1 KiB; what later versions add has room, and is not without end. */
export const MAX_SETTINGS_BYTES = 16 * 1024;

type Document = Readonly<Record<string, unknown>>;

const ON_OFF = [true, false];
/** What each field may be. */
const VALUES: Readonly<Record<keyof Settings, readonly unknown[] | Readonly<Record<string, readonly unknown[]>>>> = {
  language: ['zh', 'en', null],
  theme: ['light', 'dark', 'system'],
  motion: ['system', 'reduced'],
  notifications: { messages: ON_OFF, requests: ON_OFF, preview: ON_OFF, sound: ON_OFF },
  privacy: { readReceipts: ON_OFF, typing: ON_OFF },
  composer: { size: SIZES, color: [...COLORS, null], face: FACES },
};

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The row as it is; one that is none (of a version that wrote another form) is as good as empty. */
export function decodeSettings(bytes: Uint8Array): Document {
  if (bytes.length > MAX_SETTINGS_BYTES) return {};
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isDocument(value) ? value : {};
  } catch {
    return {};
  }
}

/** @throws MiyuError 'too-large' (detail: the limit) */
export function encodeSettings(document: Document): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  if (bytes.length > MAX_SETTINGS_BYTES) throw new MiyuError('too-large', { detail: MAX_SETTINGS_BYTES });
  return bytes;
}

/** What this version understands of a document. */
export function settingsIn(document: Document): Settings {
  return known(document, VALUES, FIRST_SETTINGS) as unknown as Settings;
}

function known(document: Document, values: Readonly<Record<string, unknown>>, first: object): Document {
  return Object.fromEntries(
    Object.entries(first).map(([name, initial]: [string, unknown]) => {
      const [value, may] = [document[name], values[name]];
      if (Array.isArray(may)) return [name, may.includes(value) ? value : initial];
      return [name, known(isDocument(value) ? value : {}, may as Document, initial as object)];
    }),
  );
}

/** The document with this change; its other fields stay, those of a later version too. */
export function withSettings(document: Document, change: SettingsChange): Document {
  const next: Record<string, unknown> = { ...document };
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) continue;
    const before = document[name];
    next[name] = isDocument(value) ? { ...(isDocument(before) ? before : {}), ...value } : value;
  }
  return next;
}
