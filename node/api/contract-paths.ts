/** Why a friend has no path just now, on the line (node/core/path-search.ts and node/flows/seeking.ts say what each field means). */
import { z } from 'zod';

const Time = z.number().int().nonnegative();
const Count = z.number().int().nonnegative();

/** Friends by the way that the next message goes: a link, their mailbox, or none of both. */
export const PathCounts = z.object({
  lan: Count,
  direct: Count,
  relayed: Count,
  mailbox: Count,
  unreachable: Count,
});

export const SearchBody = z.object({
  state: z.enum(['queued', 'seeking', 'waiting', 'resting']),
  startedAt: Time.nullable(),
  endedAt: Time.nullable(),
  failures: Count,
  nextAt: Time.nullable(),
  tried: z
    .array(
      z.object({
        place: z.enum(['known', 'lan', 'directory', 'dht', 'relay']),
        result: z.enum(['trying', 'nothing', 'nothing-new', 'failed', 'not-reached', 'not-dialled', 'unasked']),
        addresses: Count,
        /** Error code. */
        reason: z.string().nullable(),
      }),
    )
    .readonly(),
});
export type PathSearch = z.infer<typeof SearchBody>;
