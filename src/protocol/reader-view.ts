import { z } from 'zod';

/** A reader that is plugged into the hub's machine, and the kiosk that it stands at. */
export const readerView = z.object({
  kioskId: z.int(),
  address: z.string(),
  state: z.enum(['ready', 'away', 'noDriver']).describe('`noDriver`: the machine lacks what talks to it'),
  lastAt: z.int().nullable().describe('epoch ms of the last thing that it read'),
});
export type ReaderView = z.infer<typeof readerView>;
