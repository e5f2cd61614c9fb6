import { z } from 'zod';
import { ALARM_KINDS, ALARM_LEVELS } from '../../domain/alarms/alarm.ts';
import { printerView } from '../views/printer-view.ts';
import { at, queueAt, status, wait } from '../views/view-parts.ts';

export const alarmLevel = z.enum(ALARM_LEVELS);

const closing = z
  .object({
    waiting: z.int(),
    served: z.int().describe('of those who wait, how many before the doors close'),
    lastAt: at.nullable().describe('when the last of them is done; null when not today'),
  })
  .describe('what becomes of those who wait now');

/** Every hall at a glance, small enough to be pushed every second. */
export const wallView = z.object({
  isOpen: z.boolean(),
  closesAt: at.nullable().describe('of today; null while the doors never close, or are closed'),
  today: z.object({ issued: z.int(), served: z.int(), noShows: z.int() }),
  halls: z.array(
    z.object({
      id: z.string(),
      waiting: z.int(),
      longestSince: z
        .number()
        .nullable()
        .describe('since when (queue clock, ms) who has waited longest; null while nobody is due'),
      closing: closing.nullable().describe('null while there is no forecast'),
    }),
  ),
  desks: z.array(
    z.object({
      id: z
        .string()
        .describe('a service at its own counters, or `stage@profile`: a stage of many at those of a profile'),
      hallId: z.string(),
      waiting: z.int().describe('in all its lines'),
      head: z
        .object({ stageId: z.string(), waitingSince: queueAt, targetMs: z.int() })
        .nullable()
        .describe('who has waited the largest part of what was promised; null when nobody is due'),
      wait: wait.nullable().describe('of somebody who comes now for the service'),
      isServed: z.boolean().describe('whether every line in which somebody waits has a counter that is not closed'),
    }),
  ),
  counters: z.array(
    z.object({
      id: z.int(),
      hallId: z.string(),
      status,
      operator: z.string().nullable(),
      statusAt: at,
      label: z.string().nullable(),
      state: z.enum(['called', 'serving']).nullable(),
      sinceAt: at.nullable().describe('since when it calls or serves that token, or has had nobody; null when closed'),
      usualMs: z.int().nullable().describe('how long the stage of its token usually takes'),
      idleSinceAt: at.nullable().describe('since when it has been free while somebody waits for it'),
      isConnected: z.boolean().describe('whether its console is heard'),
    }),
  ),
  kiosks: z.array(printerView.extend({ id: z.int(), hallId: z.string(), isConnected: z.boolean() })),
  alarms: z
    .array(
      z.object({
        key: z.string(),
        kind: z.enum(ALARM_KINDS),
        subject: z.string(),
        detail: z.string().nullable(),
        count: z.int().nullable(),
        level: alarmLevel,
        sinceAt: at,
        seen: z.object({ by: z.string(), at }).nullable().describe('who acknowledged it; null: nobody has'),
      }),
    )
    .describe('the unseen first, the urgent before the rest'),
  isQuiet: z.boolean().describe('whether these are quiet hours: alarms make no sound'),
});
export type WallView = z.infer<typeof wallView>;
