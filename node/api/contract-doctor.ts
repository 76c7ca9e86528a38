/** Why it does not work, and what goes on without the server, on the line (node/flows/doctor.ts and without-server.ts say what each field means). */
import { z } from 'zod';

const Count = z.number().int().nonnegative();
const Evidence = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const Subject = z.discriminatedUnion('is', [
  z.object({ is: z.literal('machine') }),
  z.object({ is: z.literal('server') }),
  z.object({ is: z.literal('friend'), account: z.string(), name: z.string() }),
]);

export const FindingView = z.object({
  /** With what to do: shared/doctor-texts.ts. */
  code: z.string(),
  certainty: z.enum(['certain', 'likely', 'possible']),
  subject: Subject,
  weight: z.enum(['fault', 'note']),
  evidence: Evidence,
});

export const CheckView = z.object({
  check: z.enum(['running', 'network', 'port', 'server', 'clock', 'outside', 'multicast', 'friend']),
  subject: Subject,
  result: z.enum(['ok', 'note', 'fault', 'unknown']),
  evidence: Evidence,
});

export const DoctorReportView = z.object({
  at: Count,
  tookMs: Count,
  findings: z.array(FindingView).readonly(),
  friendsLeftOut: Count,
});

const Ability = z.enum(['works', 'partly', 'waits', 'needs-server']);
export const WithoutServerView = z.object({
  serverOnline: z.boolean(),
  reason: z.string().nullable(),
  abilities: z
    .array(
      z.object({
        ability: z.enum([
          ...(['chat', 'presence', 'receipts', 'meet-again', 'history', 'verify', 'unlock', 'mail'] as const),
          ...(['find', 'request', 'account', 'log'] as const),
        ]),
        now: Ability,
        without: Ability,
        friends: z.object({ count: Count, of: Count }).nullable(),
      }),
    )
    .readonly(),
});

const Who = z.string().min(1).max(4096);
const Run = z.number().int().positive();

export const DOCTOR_METHODS = {
  /** Begins to measure, within 15 s, or joins the run that goes on. `who`: this friend alone. */
  'doctor.run': { params: z.strictObject({ who: Who.exactOptional() }), result: z.object({ run: Run }) },
  /** The checks behind the first `after`, as they end; waits for more, at most 10 s. `report`: it is over. */
  'doctor.follow': {
    params: z.strictObject({ run: Run, after: Count }),
    result: z.object({ run: Run, checks: z.array(CheckView).readonly(), report: DoctorReportView.nullable() }),
  },
  /** What works now, and what without the server. */
  'server.without': { params: z.strictObject({}), result: WithoutServerView },
} as const;

export type FindingBody = z.infer<typeof FindingView>;
export type CheckBody = z.infer<typeof CheckView>;
export type DoctorReportBody = z.infer<typeof DoctorReportView>;
export type WithoutServerBody = z.infer<typeof WithoutServerView>;
