import { z } from 'zod';

const state = z.enum(['ready', 'away', 'noDriver']).describe('`noDriver`: the machine lacks what talks to it');

/** A reader that a screen's own machine drives, as the screen tells of it. */
export const ownReader = z.strictObject({
  address: z.string().max(120),
  state,
  agoMs: z
    .int()
    .nonnegative()
    .nullable()
    .describe('how long ago it has read the last thing; no clock of the screen’s counts'),
});
export type OwnReader = z.infer<typeof ownReader>;

/** A reader, and the kiosk or the counter that it stands at. */
export const readerView = z.object({
  kioskId: z.int().nullable(),
  counterId: z.int().nullable(),
  isOwn: z.boolean().describe('driven by the machine of the screen itself rather than by the hub’s'),
  address: z.string(),
  state,
  lastAt: z.int().nullable().describe('epoch ms of the last thing that it read'),
});
export type ReaderView = z.infer<typeof readerView>;
