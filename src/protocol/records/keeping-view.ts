import { z } from 'zod';
import { at } from '../views/view-parts.ts';

const snapshot = z.object({ name: z.string(), at, seq: z.int(), bytes: z.int() });

const forgotten = z.object({
  at,
  persons: z.int(),
  bookingFiles: z.int(),
  commands: z.int(),
  faults: z.int(),
  calls: z.int(),
  feedback: z.int(),
});

/** What the manager sees of the log, its copies, and what the night let go of. */
export const keepingView = z.object({
  snapshots: z.array(snapshot).describe('newest first'),
  isTaking: z.boolean(),
  trouble: z.enum(['diskLow', 'failed']).nullable().describe('of the last snapshot'),
  verified: z
    .object({ at, badSeq: z.int().nullable() })
    .nullable()
    .describe('the last check of the whole log; one that is broken: since when that is known'),
  forgotten: forgotten.nullable().describe('what the last night let go of'),
  contradictions: z
    .array(z.object({ device: z.string(), seq: z.int(), seenAt: at, at }))
    .describe('screens that have seen another log than this one, and when they told so'),
  restored: z.object({ at, seq: z.int(), mark: z.string(), untilDay: z.string() }).nullable(),
  standbys: z
    .array(z.object({ name: z.string(), address: z.string(), behind: z.int(), heardAt: at }))
    .describe('hubs that follow this one: how many events each is behind, and when it asked last'),
  canRestore: z.boolean(),
});
