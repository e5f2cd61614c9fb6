import { z } from 'zod';

/** What the page of a standby shows. Times that have passed in ms. */
export const standbyState = z.object({
  pairing: z
    .object({ code: z.string(), words: z.array(z.string()), isEntered: z.boolean() })
    .nullable()
    .describe(
      'while it is not paired yet: the code, the words of the hub’s key, and whether a manager has entered the code',
    ),
  of: z.string().describe('address of the hub that it follows'),
  centre: z.object({ en: z.string(), ur: z.string() }).nullable(),
  seq: z.int(),
  behind: z.int(),
  silentMs: z.number().nullable().describe('since the hub was heard; null where it never was'),
  isLinked: z.boolean(),
  isOtherLog: z.boolean().describe('the hub’s log was put back since: this copy no longer follows it'),
  waiting: z.int().min(0).describe('screens that have lost the hub and came by here lately'),
  filesMissing: z.int().min(0).describe('pictures of the boards and files of recorded voices that are not here yet'),
  trouble: z.string().nullable(),
  screens: z.array(z.object({ name: z.string(), kind: z.string(), isHere: z.boolean() })),
  managers: z.array(z.object({ id: z.int(), name: z.string() })),
  isTakingOver: z.boolean(),
});
export type StandbyState = z.infer<typeof standbyState>;

/** Somebody at the machine has compared the words with those on the manager's screen. */
export const wordsWish = z.strictObject({ wordsAreSame: z.literal(true) });

/** A manager's word that the standby is to take over, and that they know that the other hub ends with it. */
export const takeOverWish = z.strictObject({
  staffId: z.int().positive(),
  secondPin: z.string().min(1).max(32),
  endsOther: z.literal(true),
});
