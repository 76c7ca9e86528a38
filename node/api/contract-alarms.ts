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
    'new-log',
  ]),
  /** A notice may have an honest reason, and stops nothing. */
  severity: z.enum(['alarm', 'notice']),
  at: Time,
  state: z.enum(['open', 'stopped', 'trusted']),
  decidedAt: Time.nullable(),
  server: z.object({ peerId: z.string(), fingerprint: z.string() }),
  friend: z.object({ account: Hex, name: z.string() }).nullable(),
  /** Friends to whom nothing is sent while it stands. */
  stops: z.array(z.object({ account: Hex, name: z.string().nullable() })).readonly(),
  evidence: z.boolean(),
});
export type Alarm = z.infer<typeof AlarmBody>;
