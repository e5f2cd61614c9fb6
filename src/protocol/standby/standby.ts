import { z } from 'zod';

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

const event = z.object({
  seq: z.int(),
  centreId: z.string(),
  at: z.int(),
  queueAt: z.int(),
  kind: z.string(),
  actor: z.string(),
  device: z.string(),
  commandId: z.string().nullable(),
  tokenId: z.int().nullable(),
  payload: z.string(),
  hash: z.string(),
});

/** A screen that is paired, and whether the hub hears it now. */
const screen = z.object({
  id: z.int(),
  name: z.string(),
  kind: z.string(),
  place: z.string().nullable(),
  isHere: z.boolean(),
});

/** What another hub asks that follows this one. */
export const STANDBY_QUESTIONS = {
  follow: z
    .strictObject({
      afterSeq: z.int().min(0),
      sideMark: z.string().max(64).nullable().describe('of the small tables that it has'),
      address: z
        .string()
        .regex(/^https:\/\/[\w.-]+:\d{1,5}$/)
        .describe('where screens find it once it has taken over'),
    })
    .describe('The events behind one, with what goes with them. The next question says that these are on its disk.'),
  standbyKeys: z
    .strictObject({})
    .describe('Every key that lies beside the store: a standby must be able to be the hub.'),
  handOver: z
    .strictObject({ epoch: z.int().positive(), afterSeq: z.int().min(0) })
    .describe(
      'A manager lets the standby take over: this hub acknowledges nothing from its answer on, which holds the rest.',
    ),
} as const;

/** A piece of the log with what goes with it, and where the log ends. */
const piece = {
  events: z.array(event),
  commands: z.array(row),
  persons: z.array(row),
  side: z.object({ mark: z.string(), tables: z.record(z.string(), z.array(row)).nullable() }),
  head: z.object({ seq: z.int(), hash: z.string() }),
};

export const STANDBY_ANSWERS = {
  follow: z.object({ ...piece, screens: z.array(screen) }),
  standbyKeys: z.object({
    hubId: z.string(),
    centreId: z.string(),
    keys: z.record(z.string(), z.string()).describe('by the name of their file'),
  }),
  handOver: z.object(piece),
} as const;
