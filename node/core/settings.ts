/**
 * What a person has set, as one JSON document in a row of its own. Pure. Every field stands alone: one that is missing, or has a value
 * that this version does not know, is as it is at first. What a later version wrote beside it is kept.
 *
 * What tells others, or shows a text on the screen, is another matter: where something was written that cannot be read, somebody may
 * have switched it off, and it is off.
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
  readonly privacy: { readonly readReceipts: boolean; readonly typing: boolean };
  /** Whether people on the same LAN see that one is there, and may ask who. Others are seen either way. */
  readonly lan: { readonly visible: boolean };
  /** After so many minutes in which nobody did anything at any face, the profile locks. */
  readonly autoLock: (typeof AUTO_LOCK)[number];
  /** How one writes, as last chosen. */
  readonly composer: MessageStyle;
}

/** Minutes. */
export const AUTO_LOCK = ['off', '5', '15', '60', '240'] as const;

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
  lan: { visible: true },
  autoLock: 'off',
  composer: { size: 'normal', color: null, face: 'sans' },
};

export type Document = Readonly<Record<string, unknown>>;

/** All of ours are below 1 KiB; what later versions add has room, and is not without end. */
export const MAX_SETTINGS_BYTES = 16 * 1024;

/** What is told to nobody while one does not know what was chosen. */
const CLOSED = {
  notifications: { preview: false },
  privacy: { readReceipts: false, typing: false },
  lan: { visible: false },
  autoLock: '60',
} as const satisfies SettingsChange;

/** In place of a document that cannot be read; it stays until the person has chosen. */
export const LOST_SETTINGS: Document = { lost: true, ...CLOSED };

export const isLost = (document: Document): boolean => document['lost'] === true;

const ON_OFF = [true, false];
/** What each field may be. */
const VALUES: Readonly<Record<keyof Settings, readonly unknown[] | Readonly<Record<string, readonly unknown[]>>>> = {
  language: ['zh', 'en', null],
  theme: ['light', 'dark', 'system'],
  motion: ['system', 'reduced'],
  notifications: { messages: ON_OFF, requests: ON_OFF, preview: ON_OFF, sound: ON_OFF },
  privacy: { readReceipts: ON_OFF, typing: ON_OFF },
  lan: { visible: ON_OFF },
  autoLock: AUTO_LOCK,
  composer: { size: SIZES, color: [...COLORS, null], face: FACES },
};

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The row as it is; LOST_SETTINGS for one that is no document. */
export function decodeSettings(bytes: Uint8Array): Document {
  if (bytes.length > MAX_SETTINGS_BYTES) return LOST_SETTINGS;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isDocument(value) ? value : LOST_SETTINGS;
  } catch {
    return LOST_SETTINGS;
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
  return known(document, VALUES, FIRST_SETTINGS, CLOSED) as unknown as Settings;
}

function known(document: Document, values: Document, first: object, closed: Document): Document {
  return Object.fromEntries(
    Object.entries(first).map(([name, initial]: [string, unknown]) => {
      const [value, may, unread] = [document[name], values[name], closed[name]];
      if (Array.isArray(may)) {
        if (may.includes(value)) return [name, value];
        return [name, value === undefined ? initial : (unread ?? initial)];
      }
      const shut = isDocument(unread) ? unread : {};
      return [name, known(documentIn(value, shut), may as Document, initial as object, shut)];
    }),
  );
}

const documentIn = (value: unknown, closed: Document): Document =>
  isDocument(value) ? value : value === undefined ? {} : closed;

/**
 * What of a document goes along to another machine of the same person: taste, and what protects. Whether a machine shows and sounds
 * notifications is the machine's own.
 */
export function personalSettings(document: Document): Document {
  const { notifications, ...known } = settingsIn(document);
  const all: Document = { ...known, notifications: { preview: notifications.preview } };
  const set = Object.entries(all).filter(([name]) => document[name] !== undefined);
  return { ...Object.fromEntries(set), ...(isLost(document) ? { lost: true } : {}) };
}

/** The document with this change; its other fields stay, those of a later version too. Who sets a switch of privacy has chosen. */
export function withSettings(document: Document, change: SettingsChange): Document {
  const next: Record<string, unknown> = { ...document };
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) continue;
    const closed = (CLOSED as Document)[name];
    const before = documentIn(document[name], isDocument(closed) ? closed : {});
    next[name] = isDocument(value) ? { ...before, ...value } : value;
  }
  if (change.privacy !== undefined) delete next['lost'];
  return next;
}
