import { z } from 'zod';

/** What the page of a standby shows. Times that have passed in ms. */
export const standbyState = z.object({
  of: z.string().describe('address of the hub that it follows'),
  centre: z.object({ en: z.string(), ur: z.string() }).nullable(),
  seq: z.int(),
  behind: z.int(),
  silentMs: z.number().nullable().describe('since the hub was heard; null where it never was'),
  isLinked: z.boolean(),
  trouble: z.string().nullable(),
  screens: z.array(z.object({ name: z.string(), kind: z.string(), isHere: z.boolean() })),
  managers: z.array(z.object({ id: z.int(), name: z.string() })),
  isTakingOver: z.boolean(),
});
export type StandbyState = z.infer<typeof standbyState>;

/** A manager's word that the standby is to take over, and that they know that the other hub ends with it. */
export const takeOverWish = z.strictObject({
  staffId: z.int().positive(),
  secondPin: z.string().min(1).max(32),
  endsOther: z.literal(true),
});
