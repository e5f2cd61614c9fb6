import { z } from 'zod';
import { epochDay } from '../../domain/calendar/civil-date.ts';
import { CHANNELS, PHASES } from '../../domain/reports/day-facts.ts';
import { FIGURE_NAMES } from '../../domain/reports/figures/figure-words.ts';
import type { FigureName } from '../../domain/reports/figures/figures.ts';
import { GROUPINGS } from '../../domain/reports/figures/grouping.ts';

const day = z.iso.date();
const name = z.string().max(200);

/** Most days that a report spans: two years. */
export const MOST_DAYS = 731;
/** Most groups of a report that are sent. */
export const MOST_ROWS = 500;

/** What a report is narrowed to; null for all. */
export const reportFilter = z.strictObject({
  service: name.nullable(),
  stage: name.nullable(),
  counter: z.int().positive().max(999).nullable(),
  operator: name.nullable(),
  class: name.nullable().describe('the exact classes, joined by +; empty for none'),
  channel: z.enum(CHANNELS).nullable(),
});

/** A report: which service days, narrowed to what, and by what its figures are added up. */
export const reportQuestion = z
  .strictObject({ fromDay: day, toDay: day, groupBy: z.enum(GROUPINGS), filter: reportFilter })
  .refine(({ fromDay, toDay }) => fromDay <= toDay && epochDay(toDay) - epochDay(fromDay) < MOST_DAYS, 'no such span');
export type ReportQuestion = z.infer<typeof reportQuestion>;

const figures = z
  .object(
    Object.fromEntries(FIGURE_NAMES.map((one) => [one, z.number().nullable()])) as Record<
      FigureName,
      z.ZodNullable<z.ZodNumber>
    >,
  )
  .describe('times in ms, shares from 0 to 1; null where there is nothing to say');

/** What a report is answered with. */
export const reportAnswer = z.object({
  days: z.int().describe('service days of which there are facts'),
  total: figures,
  rows: z.array(z.object({ key: z.string(), figures })).describe('a group each'),
  left: z.int().describe('groups beyond the most that are sent'),
  byHour: z.array(z.object({ hour: z.int(), tokens: z.int(), served: z.int() })),
  heat: z
    .array(z.object({ weekday: z.int(), hour: z.int(), waits: z.int(), p50Ms: z.int() }))
    .describe('the median wait by weekday, 0 for Monday, and hour of arrival'),
  funnel: z.array(z.object({ stage: z.string(), joined: z.int(), waits: z.int(), completed: z.int() })),
  cases: z
    .array(
      z.object({
        stage: z.string(),
        ended: z.int(),
        sentBack: z.int(),
        late: z.int(),
        tookP50S: z.int().nullable(),
        tookP90S: z.int().nullable(),
        open: z.int(),
        overdue: z.int(),
      }),
    )
    .describe('stages of applications; open and overdue as of the end of the last day'),
  jumps: z.array(z.object({ reason: z.string(), count: z.int(), overtaken: z.int() })),
  operators: z.array(z.string()).describe('who called anybody in those days'),
  classes: z.array(z.string()).describe('sets of classes of those who were called'),
});
export type ReportAnswer = z.infer<typeof reportAnswer>;

/** The day of which the counters are shown. */
export const counterDayQuestion = z.strictObject({ day });

/** What the counters did on a day. */
export const counterDayAnswer = z.object({
  day: z.string(),
  fromMs: z.int().describe('the first opening, in ms after midnight of the day'),
  toMs: z.int(),
  phases: z.array(z.enum(PHASES)),
  counters: z.array(
    z.object({
      id: z.int(),
      operators: z.array(z.string()),
      /** Flat, for there are many: phase, beginning, end, and so on. */
      spans: z
        .array(z.int())
        .describe('place of the phase, beginning and end in seconds after midnight, three by three'),
      openMs: z.int(),
      servingMs: z.int(),
      idleMs: z.int(),
      breakMs: z.int(),
      calls: z.int(),
    }),
  ),
});
export type CounterDay = z.infer<typeof counterDayAnswer>;
