import { describe, expect, it } from 'vitest';
import { type Row, type Schema, tableOf } from '../../../src/domain/reports/columns.ts';
import { type DayFacts, FACTS, OUTCOMES } from '../../../src/domain/reports/day-facts.ts';
import { daySheetOf } from '../../../src/hub/reports/day-sheet/day-sheet.ts';
import { drawPdf } from '../../../src/hub/reports/day-sheet/draw-pdf.ts';
import { lahore } from '../../support/lahore.ts';

const DAY = '2026-11-23';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const centre = lahore();
const services = centre.services.map(({ id }) => id);
const stages = centre.stages.map(({ id }) => id);
const words = [...services, ...stages, 'urgentNeed'];

/** Rows of a table, those columns that matter given by the number of the row; the others are 0. */
function rows<S extends Schema>(schema: S, count: number, give: (row: number) => Partial<Row<S>>) {
  const empty = Object.fromEntries(Object.keys(schema).map((name) => [name, 0])) as Row<S>;
  return tableOf(
    schema,
    Array.from({ length: count }, (_, row) => ({ ...empty, ...give(row) })),
  );
}

/**
 * Every service, counter and stage once: of ten services that took one to ten minutes each, two were parked, and each
 * wait was told a minute too long.
 */
const FULL: DayFacts = {
  day: DAY,
  beganAt: Date.parse(`${DAY}T04:00:00+05:00`),
  startMinute: 240,
  fromSeq: 1,
  toSeq: 1,
  hash: '',
  words,
  tables: {
    arrivals: rows(FACTS.arrivals, services.length, (service) => ({ service, isNew: 1, hour: 10 })),
    holds: rows(FACTS.holds, 10, (row) => ({
      service: row,
      counter: row + 1,
      outcome: OUTCOMES.indexOf(row < 2 ? 'parked' : 'done'),
      waitedMs: 5 * MINUTE,
      p50Ms: 6 * MINUTE,
      p90Ms: 9 * MINUTE,
      servedMs: (row + 1) * MINUTE,
      isJump: Number(row < 3),
      reason: words.length - 1,
    })),
    moves: rows(FACTS.moves, 0, () => ({})),
    spans: rows(FACTS.spans, centre.counters.length, (row) => ({ counter: row + 1, phase: 3, toMs: 8 * HOUR })),
    feedback: rows(FACTS.feedback, 6, (row) => ({ face: row < 3 ? 0 : row < 5 ? 1 : 2 })),
    steps: rows(FACTS.steps, stages.length, (row) => ({ stage: services.length + row, tookS: 3600 })),
    openCases: rows(FACTS.openCases, stages.length, (row) => ({ stage: services.length + row, open: 3, overdue: 1 })),
  },
};

describe.each(['en', 'ur'] as const)('the report of a day on paper, in %s', (language) => {
  const sheet = daySheetOf([FULL], { centre, language, day: DAY });

  it('defines every figure that it shows', () => {
    const defined = sheet.meanings.map((page) => page.filter(([, means]) => means !== '').map(([name]) => name));
    const [hall, counters] = defined as [string[], string[]];
    const isDefined = (page: readonly string[]) => (head: string) => page.some((name) => head.startsWith(name));
    const shown = [...sheet.tiles.map(({ name }) => name), ...sheet.services.heads];
    expect(shown.filter((head) => !isDefined(hall)(head))).toEqual([]);
    const others = [...sheet.counterHeads, ...sheet.jumps.heads, ...sheet.cases.heads];
    expect(others.filter((head) => !isDefined(counters)(head))).toEqual([]);
  });

  it('stays on two pages with every counter, service and stage of a large centre', () => {
    expect([sheet.services.rows.length, sheet.counters.counters.length, sheet.cases.rows.length]).toEqual([
      services.length,
      centre.counters.length,
      stages.length,
    ]);
    expect(
      drawPdf(sheet)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g)?.length,
    ).toBe(2);
  });
});

it('says how citizens liked it, how good the forecasts were, who was parked and how long services took', () => {
  const { tiles } = daySheetOf([FULL], { centre, language: 'en', day: DAY });
  const said = Object.fromEntries(tiles.map(({ name, value, unit }) => [name, `${value} ${unit}`.trim()]));
  expect(said).toMatchObject({
    Parked: '2',
    'Service, 9 in 10': '9 min',
    'Forecast error': '1 min',
    Good: '3',
    Fair: '2',
    Bad: '1',
  });
});
