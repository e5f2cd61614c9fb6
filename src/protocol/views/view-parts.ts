import { z } from 'zod';
import { COUNTER_STATUSES } from '../../domain/counter.ts';

export const words = z.object({ en: z.string(), ur: z.string() });
export const at = z.int().describe('epoch ms');
export const queueAt = z.int().describe('queue clock, ms');
export const status = z.enum(COUNTER_STATUSES);
export const wait = z
  .object({ fromMinutes: z.int(), toMinutes: z.int(), isOpenEnded: z.boolean() })
  .describe('a wait as people are told it, in whole minutes; open-ended: it may well take longer');
export const goTo = z
  .object({ serviceId: z.string(), stageId: z.string(), counters: z.array(z.int()) })
  .describe('where a citizen is to go next');
export const step = z.object({
  stageId: z.string(),
  enteredAt: at,
  endedAt: at.nullable(),
  end: z.enum(['done', 'skipped', 'sentBack', 'ended']).nullable(),
  reason: z.string().nullable(),
});
