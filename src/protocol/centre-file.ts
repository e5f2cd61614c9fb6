import { z } from 'zod';
import { SPEECH_LANGUAGES } from '../domain/speech-language.ts';
import { IDENTITIES, PAPER_MM, SLIP_LANGUAGES, STANDBY_MODES, USUAL_PEOPLE_RULE } from '../domain/centre.ts';
import { DEFAULT_RETENTION } from '../domain/keeping/retention.ts';
import { MOST_STAGES, STAGE_PLACES } from '../domain/journeys/journey.ts';
import { isQuickPattern } from '../domain/person/cnic-pattern.ts';
import { isSeries } from '../domain/numbering.ts';
import { hideCnics } from '../domain/person/hide-cnics.ts';
import { checkCentreFile } from './centre-file-checks.ts';
import { alarmSettings } from './wall/alarm-settings.ts';

/** Where slips print, as text. */
export const PRINTER_ADDRESS =
  /^(preview|tcp:\/\/[^\s/:]+:\d{1,5}|usb:\/dev\/\S+|usb:[\da-fA-F]{4}:[\da-fA-F]{4}(:[\w.-]{1,64})?|serial:[^\s@]+(@\d{3,7})?|spooler:[\w.-]{1,127})$/;
/** The forms of it, as a person writes them. */
export const PRINTER_FORMS =
  'tcp://HOST:PORT, usb:/dev/usb/lp0, usb:VENDOR:PRODUCT, serial:PATH@BAUD, spooler:QUEUE or preview';
/** What is said of a text that has not the form of its field, by the name of the form. */
export const FORM_FAULTS = {
  id: 'an id begins with a small letter and holds letters, digits and -',
  clock: 'a time looks like 08:30',
  span: 'opening hours look like 08:30-16:00',
  spanEnds: 'opening hours end after they begin',
  evening: 'a time looks like 20:30',
  series: 'a series is one or two capital letters without I, O and Q',
  timeZone: 'not a time zone',
  pattern: 'this is no regular expression',
  patternSlow: 'a search with this could take minutes: repeat less, and nothing within what repeats',
  printer: `a printer is ${PRINTER_FORMS}`,
} as const;
const id = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,63}$/, FORM_FAULTS.id);
/** Screens, slips and the log show them: no CNIC may stand there. */
const text = z.string().overwrite(hideCnics).min(1).max(200);
const words = z.strictObject({ en: text, ur: text });
const days = z.int().min(1).max(3_650);
const minutes = z.number().positive().max(1440);
const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, FORM_FAULTS.clock);
const span = z
  .string()
  .regex(/^([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/, FORM_FAULTS.span)
  .refine((text) => text.slice(0, 5) < text.slice(6), FORM_FAULTS.spanEnds);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, FORM_FAULTS.evening);
const printer = z.string().regex(PRINTER_ADDRESS, FORM_FAULTS.printer);
const paperMm = z.literal(PAPER_MM).default(80);
const stage = z.strictObject({
  stage: id,
  targetMinutes: minutes.optional(),
  serviceMinutes: minutes.optional(),
  dueHours: z.number().positive().max(2_000).optional(),
  profiles: z.array(id).min(1).optional(),
  checks: z.array(words).optional(),
  isOptional: z.boolean().optional(),
});
/** The days of a week as a centre file names them. */
export const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A centre as people write it: times as 08:30, waits in minutes. Ids may name only what the file defines. */
export const centreFileSchema = z
  .strictObject({
    id,
    name: words,
    timeZone: z.string().refine(isTimeZone, FORM_FAULTS.timeZone),
    dayStart: clock,
    hours: z.strictObject(
      Object.fromEntries(WEEK.map((day) => [day, z.array(span)])) as Record<
        (typeof WEEK)[number],
        z.ZodArray<typeof span>
      >,
    ),
    holidays: z.array(z.iso.date()),
    appointments: z.strictObject({
      earlyMinutes: minutes,
      lateMinutes: minutes,
      targetMinutes: minutes,
      bookablePercent: z.number().min(0).max(100),
    }),
    paperSeries: z.string().refine(isSeries, FORM_FAULTS.series).optional(),
    slipLanguages: z.enum(SLIP_LANGUAGES).default('both'),
    cnicPattern: z
      .string()
      .max(200)
      .refine(isPattern, FORM_FAULTS.pattern)
      .refine(isQuickPattern, FORM_FAULTS.patternSlow)
      .nullable()
      .default(null),
    islamicDays: z.int().min(-2).max(2).nullable().default(null),
    people: z
      .strictObject({
        consoleIdleMinutes: minutes,
        managerIdleMinutes: minutes,
        freeJumps: z.int().min(0).max(1_000),
      })
      .default({ ...USUAL_PEOPLE_RULE }),
    standbyTakesOver: z.enum(STANDBY_MODES).default('byButton'),
    carriedDays: z.int().min(1).max(30),
    stages: z
      .array(z.strictObject({ id, place: z.enum(STAGE_PLACES), name: words, checks: z.array(words).optional() }))
      .min(1),
    groups: z.array(z.strictObject({ id, name: words, pictogram: id })).min(1),
    services: z
      .array(
        z.strictObject({
          id,
          series: z.string().refine(isSeries, FORM_FAULTS.series),
          name: words,
          group: id,
          pictogram: id,
          journey: z.array(stage).min(1).max(MOST_STAGES),
          identity: z.enum(IDENTITIES).optional(),
          dayCap: z.int().positive().optional(),
          personCap: z.int().positive().optional(),
          isClosed: z.boolean().optional(),
          papers: z.array(words),
        }),
      )
      .min(1),
    classes: z.array(z.strictObject({ id, name: words, pictogram: id, targetShare: z.number().gt(0).max(1) })),
    halls: z.array(z.strictObject({ id, name: words })).min(1),
    profiles: z
      .array(z.strictObject({ id, name: words.optional(), levels: z.array(z.array(id).min(1)).min(1) }))
      .min(1),
    counters: z
      .array(
        z.strictObject({
          id: z.int().positive().max(999),
          hall: id,
          profile: id,
          printer: printer.optional(),
          paperMm,
        }),
      )
      .min(1),
    kiosks: z
      .array(
        z.strictObject({
          id: z.int().positive().max(99),
          hall: id,
          printer,
          paperMm,
        }),
      )
      .min(1),
    boards: z
      .array(
        z.strictObject({
          id,
          hall: id,
          counters: z.array(z.int().positive()).default([]),
          speaks: z.array(z.enum(SPEECH_LANGUAGES)).default([...SPEECH_LANGUAGES]),
          volumePercent: z.int().min(0).max(100).default(80),
          night: z.tuple([clockTime, clockTime]).optional(),
        }),
      )
      .default([]),
    alarms: alarmSettings,
    ticker: z.array(words),
    retention: z
      .strictObject({
        personDays: days.default(DEFAULT_RETENTION.personDays),
        bookingFileDays: z.int().min(0).max(3_650).default(DEFAULT_RETENTION.bookingFileDays),
        commandDays: days.default(DEFAULT_RETENTION.commandDays),
        faultDays: days.default(DEFAULT_RETENTION.faultDays),
        callDays: days.default(DEFAULT_RETENTION.callDays),
        feedbackDays: days.default(DEFAULT_RETENTION.feedbackDays),
      })
      .default(DEFAULT_RETENTION),
  })
  .superRefine(checkCentreFile);
export type CentreFile = z.infer<typeof centreFileSchema>;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'g').source !== '';
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
