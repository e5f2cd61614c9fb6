import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Centre } from '../domain/centre.ts';
import { isSeries } from '../domain/numbering.ts';
import type { Span } from '../domain/opening-hours.ts';

const id = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9-]{0,63}$/, 'an id begins with a small letter and holds letters, digits and -');
const words = z.strictObject({ en: z.string().min(1).max(200), ur: z.string().min(1).max(200) });
const minutes = z.number().positive().max(1440);
const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'a time looks like 08:30');
const span = z
  .string()
  .regex(/^([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/, 'opening hours look like 08:30-16:00')
  .refine((text) => text.slice(0, 5) < text.slice(6), 'opening hours end after they begin');
const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A centre as people write it: times as 08:30, waits in minutes. Ids may name only what the file defines. */
export const centreFileSchema = z
  .strictObject({
    id,
    name: words,
    timeZone: z.string().refine(isTimeZone, 'not a time zone'),
    dayStart: clock,
    hours: z.strictObject(
      Object.fromEntries(WEEK.map((day) => [day, z.array(span)])) as Record<
        (typeof WEEK)[number],
        z.ZodArray<typeof span>
      >,
    ),
    holidays: z.array(z.iso.date()),
    groups: z.array(z.strictObject({ id, name: words, pictogram: id })).min(1),
    services: z
      .array(
        z.strictObject({
          id,
          series: z.string().refine(isSeries, 'a series is one or two capital letters without I, O and Q'),
          name: words,
          group: id,
          pictogram: id,
          targetMinutes: minutes,
          serviceMinutes: minutes,
          dayCap: z.int().positive().optional(),
          isClosed: z.boolean().optional(),
          papers: z.array(words),
        }),
      )
      .min(1),
    classes: z.array(z.strictObject({ id, name: words, pictogram: id, targetShare: z.number().gt(0).max(1) })),
    halls: z.array(z.strictObject({ id, name: words })).min(1),
    profiles: z.array(z.strictObject({ id, levels: z.array(z.array(id).min(1)).min(1) })).min(1),
    counters: z.array(z.strictObject({ id: z.int().positive().max(999), hall: id, profile: id })).min(1),
    kiosks: z
      .array(
        z.strictObject({
          id: z.int().positive().max(99),
          hall: id,
          printer: z.string().regex(/^(preview|tcp:\/\/[^\s/:]+:\d{1,5})$/, 'a printer is preview or tcp://HOST:PORT'),
        }),
      )
      .min(1),
    ticker: z.array(words),
  })
  .superRefine(checkNames);
type CentreFile = z.infer<typeof centreFileSchema>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

type Report = (path: readonly (string | number)[], message: string) => void;

function checkUnique(list: string, field: string, values: readonly (string | number)[], report: Report): void {
  for (const [place, value] of values.entries()) {
    if (values.indexOf(value) !== place) report([list, place, field], `${value} stands here a second time`);
  }
}

function checkNames(file: CentreFile, context: z.RefinementCtx): void {
  const report: Report = (path, message) => context.addIssue({ code: 'custom', path: [...path], message });
  const known = (list: 'groups' | 'services' | 'halls' | 'profiles') => new Set(file[list].map((one) => one.id));
  const must = (set: Set<string>, name: string, path: readonly (string | number)[]) => {
    if (!set.has(name)) report(path, `there is no ${name}`);
  };
  for (const list of ['groups', 'services', 'classes', 'halls', 'profiles', 'counters', 'kiosks'] as const) {
    checkUnique(
      list,
      'id',
      file[list].map((one) => one.id),
      report,
    );
  }
  for (const [i, service] of file.services.entries()) must(known('groups'), service.group, ['services', i, 'group']);
  for (const [i, profile] of file.profiles.entries()) {
    for (const [j, level] of profile.levels.entries()) {
      for (const [k, name] of level.entries()) must(known('services'), name, ['profiles', i, 'levels', j, k]);
    }
  }
  for (const [i, counter] of file.counters.entries()) {
    must(known('halls'), counter.hall, ['counters', i, 'hall']);
    must(known('profiles'), counter.profile, ['counters', i, 'profile']);
  }
  for (const [i, kiosk] of file.kiosks.entries()) must(known('halls'), kiosk.hall, ['kiosks', i, 'hall']);
}

const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
const spanOf = (text: string): Span => [minuteOf(text.slice(0, 5)), minuteOf(text.slice(6))];

function toCentre(file: CentreFile): Centre {
  const { dayStart, hours, services, counters, kiosks, ...same } = file;
  return {
    ...same,
    dayStartMinute: minuteOf(dayStart),
    hours: WEEK.map((day) => hours[day].map(spanOf)),
    services: services.map(({ group, targetMinutes, serviceMinutes, dayCap, isClosed, ...service }) => ({
      ...service,
      groupId: group,
      targetMs: Math.round(targetMinutes * 60_000),
      serviceMs: Math.round(serviceMinutes * 60_000),
      dayCap: dayCap ?? null,
      isClosed: isClosed ?? false,
    })),
    counters: counters.map(({ id: counterId, hall, profile }) => ({ id: counterId, hallId: hall, profileId: profile })),
    kiosks: kiosks.map(({ id: kioskId, hall, printer }) => ({ id: kioskId, hallId: hall, printer })),
  };
}

/** One fault of a centre file, at its line (from 1). */
export interface CentreFault {
  readonly line: number;
  readonly message: string;
}

/** Reads a centre file (YAML). Gives the centre, or every fault with its line. */
export function readCentreFile(
  text: string,
): { readonly ok: true; readonly centre: Centre } | { readonly ok: false; readonly faults: readonly CentreFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      message: error.message.split('\n')[0] ?? '',
    }));
    return { ok: false, faults };
  }
  const parsed = centreFileSchema.safeParse(document.toJS());
  if (parsed.success) return { ok: true, centre: toCentre(parsed.data) };
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const faults = parsed.error.issues.map((issue) => ({
    line: lineOf(issue.path),
    message: `${issue.path.join('.')}: ${issue.message}`,
  }));
  return { ok: false, faults: faults.toSorted((a, b) => a.line - b.line) };
}
