/** What the home server has stored about this account, on the line (node/flows/knows.ts says what each field means). */
import { z } from 'zod';

/** Account ids and keys: lower-case hex. */
const Hex = z.string().regex(/^(?:[0-9a-f]{2})*$/);
/** Unix milliseconds. */
const Time = z.number().int().nonnegative();
const Count = z.number().int().nonnegative();
const Serial = z.number().nonnegative();

const Other = z.object({ account: Hex, name: z.string().nullable() });
const Grant = Other.extend({ scope: z.enum(['friend', 'group']), serial: Serial, revoked: z.boolean() });
const Request = Other.extend({ receivedAt: Time, bytes: Count });
const Mail = Other.extend({ count: Count, bytes: Count });
const listed = <T extends z.ZodType>(of: T) => z.object({ total: Count, list: z.array(of).readonly() });

export const KnowsView = z.object({
  askedAt: Time,
  account: Hex,
  statements: z.array(z.object({ version: Count, name: z.string() })).readonly(),
  identityKey: Hex,
  exchangeKey: Hex,
  nameKey: z.string(),
  lookAlike: Hex,
  email: z.string().nullable(),
  emailKey: z.string().nullable(),
  registeredAt: Time,
  device: z.string(),
  epoch: Count,
  prekeys: z.object({ device: z.string(), epoch: Count, oneTimeLeft: Count, createdAt: Time }).nullable(),
  address: z
    .object({
      addresses: z.array(z.string()).readonly(),
      device: z.string(),
      epoch: Count,
      sequence: Serial,
      issuedAt: Time,
      expiresAt: Time,
    })
    .nullable(),
  grantsGiven: listed(Grant),
  grantsHeld: listed(Grant),
  requestsReceived: z.array(Request).readonly(),
  requestsSent: listed(Request),
  blocked: listed(Other),
  mailbox: z.object({
    count: Count,
    bytes: Count,
    highest: Count,
    oldestAt: Time.nullable(),
    mostCount: Count,
    mostBytes: Count,
    lifetimeMs: Count,
    senders: z.array(Mail).readonly(),
  }),
  deposited: z.array(Mail).readonly(),
  formerNames: z
    .array(z.object({ nameHash: Hex, lookAlike: Hex, letGoAt: Time, heldUntil: Time.nullable() }))
    .readonly(),
  tokens: z.array(z.object({ madeAt: Time, expiresAt: Time })).readonly(),
  guest: z.object({ epoch: Count, seenAt: Time }).nullable(),
  vault: z.object({ version: Serial, bytes: Count, recordBytes: Count, storedAt: Time }).nullable(),
  signedIn: z.object({ at: Time.nullable(), label: z.string().nullable(), address: z.string().nullable() }).nullable(),
  guesses: z.object({ count: Count, lastAt: Time }).nullable(),
  log: z.object({ entry: Hex, sequence: Count, index: Count }).nullable(),
  connections: Count,
  notTold: z.array(z.literal('blocks-by-others')).readonly(),
});

export type KnowsBody = z.infer<typeof KnowsView>;
