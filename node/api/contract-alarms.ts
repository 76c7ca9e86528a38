/** Alarms about servers' logs, on the line (node/flows/alarms.ts says what each field means). */
import { z } from 'zod';

const Time = z.number().int().nonnegative();
const Hex = z.string().regex(/^(?:[0-9a-f]{2})*$/);

export const AlarmBody = z.object({
  id: z.number().int().positive(),
  kind: z.enum([
    'forked',
    'map-mismatch',
    'shrunk',
    'inconsistent',
    'foreign-entry',
    'own-missing',
    'set-back',
    'two-logs',
    'unproven',
    'key-changed',
    'lost',
    'new-log',
  ]),
  /** A notice may have an honest reason, and stops nothing. */
  severity: z.enum(['alarm', 'notice']),
  at: Time,
  state: z.enum(['open', 'stopped', 'trusted', 'ended']),
  decidedAt: Time.nullable(),
  server: z.object({ peerId: z.string(), fingerprint: z.string() }),
  friend: z.object({ account: Hex, name: z.string() }).nullable(),
  /** Friends to whom nothing is sent while it stands. */
  stops: z.array(z.object({ account: Hex, name: z.string().nullable() })).readonly(),
  evidence: z.boolean(),
  /** Of key-changed: what was shown in the place of the pinned key. */
  other: z
    .object({
      how: z.enum(['signature', 'name', 'chain', 'scanned']),
      account: Hex.nullable(),
      fingerprint: z.string().nullable(),
    })
    .nullable(),
});
export type Alarm = z.infer<typeof AlarmBody>;

/** Of a friend whose key is another one: what happened, and what a person compares before deciding (node/flows/key-changes.ts). */
export const KeyChangeBody = z.object({
  friend: z.object({ account: Hex, name: z.string() }),
  alarm: AlarmBody,
  safetyNumber: z.string(),
  /** As it would be with the key that was shown. */
  otherNumber: z.string().nullable(),
});
export type KeyChange = z.infer<typeof KeyChangeBody>;
