import { expect, it } from 'vitest';
import type { ReportAnswer } from '../../../src/protocol/answers/report-answers.ts';
import type { AnswerOf } from '../../../src/protocol/answers/answers.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { GROUPINGS } from '../../../src/domain/reports/figures/grouping.ts';
import { DAY, playedHub, reportOf } from './report-day.ts';
import * as sql from './sql-figures.ts';
import { groupsOf } from './sql-groups.ts';
import { phaseSpans } from './sql-spans.ts';
import { byHour, cases, funnel, heat, totalsOf, waitsByStage } from './sql-totals.ts';
import { threeDays, twoDays } from './two-days.ts';
import { FIGURE_NAMES } from '../../../src/domain/reports/figures/figure-words.ts';

type FigureName = keyof ReportAnswer['total'];

/** A figure of each group, without those that have none of it. */
const figureBy = ({ rows }: ReportAnswer, name: FigureName): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(({ key, figures }) => (figures[name] ? [[key, figures[name]]] : [])));

const sumOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, one) => sum + one, 0);

it('gives the figures that SQL over the event log gives', { timeout: 120_000 }, async () => {
  const { hub, manager } = await playedHub(40);
  const [byService, byCounter] = [await reportOf(manager, 'service'), await reportOf(manager, 'counter')];
  const db = openReadOnly(hub.storeFile);
  const lastAt = db.prepare<[], { at: number }>('SELECT max(at) AS at FROM event').get()?.at ?? 0;

  expect(figureBy(byService, 'tokens')).toEqual(sql.tokensByService(db));
  for (const [report, column] of [
    [byService, 'service'],
    [byCounter, 'counter'],
  ] as const) {
    const waits = sql.waitsBy(db, column);
    expect(waits.length).toBeGreaterThan(1);
    const made = report.rows.map(({ key, figures }) => ({
      key,
      waits: figures.waits,
      p50: figures.waitP50Ms,
      p90: figures.waitP90Ms,
      inTarget: figures.inTargetShare,
    }));
    expect(made.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual(waits);
  }
  const kinds = { noShows: 'markNoShow', parks: 'park', transfers: 'transfer' } as const;
  for (const [figure, kind] of Object.entries(kinds)) {
    const counts = sql.endsByService(db, kind);
    expect([kind, sumOf(counts) > 0]).toEqual([kind, true]);
    expect([kind, figureBy(byService, figure as FigureName)]).toEqual([kind, counts]);
  }
  expect(byService.total.served).toBe(sql.visitsEnded(db));
  expect(byService.jumps.toSorted((a, b) => a.count - b.count).map(({ count }) => count)).toEqual(
    sql
      .jumpsByReason(db)
      .map(({ count }) => count)
      .toSorted((a, b) => a - b),
  );
  const jumps = sql.jumpsByReason(db);
  expect(jumps.map(({ reason }) => reason)).toContain('withoutToken');
  expect(byService.total.overtaken).toBe(jumps.reduce((sum, { overtaken }) => sum + overtaken, 0));

  const serves = sql.servesByCounter(db);
  expect(figureBy(byCounter, 'serves')).toEqual(new Map(serves.map(({ key, serves: count }) => [key, count])));
  expect(figureBy(byCounter, 'openMs')).toEqual(sql.openMsByCounter(db, lastAt));
  const ended = new Map(byService.cases.filter((one) => one.ended > 0).map((one) => [one.stage, one.ended]));
  expect(sumOf(ended)).toBeGreaterThan(0);
  expect(ended).toEqual(sql.caseStagesEnded(db));
  const forecast = sql.forecastTotal(db);
  const { forecasts, forecastMaeMs, forecastBiasMs } = byService.total;
  expect([forecasts, forecastMaeMs, forecastBiasMs]).toEqual([forecast?.count, forecast?.mae, forecast?.bias]);
  db.close();
});

it('gives every total and every plot of two days that SQL over the event log gives', { timeout: 120_000 }, async () => {
  const { hub, manager } = await twoDays();
  const report = await reportOf(manager, 'service', { toDay: '2026-11-24' });
  const db = openReadOnly(hub.storeFile);
  const until = db.prepare<[], number>('SELECT max(at) FROM event').pluck().get() ?? 0;
  const expected = totalsOf(db, until);
  expect(Object.keys(expected).toSorted()).toEqual([...FIGURE_NAMES].toSorted());
  // A figure of which there was nothing would prove nothing.
  expect(Object.entries(report.total).filter(([, value]) => !value)).toEqual([]);
  expect(report.total).toEqual(expected);
  const byStage = <Row extends { readonly stage: string }>(rows: readonly Row[]) =>
    rows.toSorted((a, b) => (a.stage < b.stage ? -1 : 1));
  expect(report.byHour.filter(({ tokens, served }) => tokens + served > 0)).toEqual(byHour(db));
  expect(report.heat.toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour)).toEqual(heat(db));
  expect(byStage(report.funnel).map(({ stage, joined, completed }) => ({ stage, joined, completed }))).toEqual(
    funnel(db),
  );
  expect(byStage(report.funnel).flatMap(({ stage, waits }) => (waits > 0 ? [{ stage, waits }] : []))).toEqual(
    waitsByStage(db),
  );
  expect(byStage(report.cases)).toEqual(cases(db, until));
  db.close();
});

it('gives every figure of every group that SQL over the event log gives', { timeout: 120_000 }, async () => {
  const { hub, manager } = await threeDays();
  const db = openReadOnly(hub.storeFile);
  const until = db.prepare<[], number>('SELECT max(at) FROM event').pluck().get() ?? 0;
  const groups = groupsOf(db, until);
  for (const groupBy of GROUPINGS) {
    const { rows } = await reportOf(manager, groupBy, { toDay: '2026-12-02' });
    // One group alone would prove nothing.
    expect([groupBy, rows.length > 1]).toEqual([groupBy, true]);
    expect([groupBy, new Map(rows.map(({ key, figures }) => [key, figures]))]).toEqual([groupBy, groups(groupBy)]);
  }
  db.close();
});

interface Drawn {
  readonly counter: number;
  readonly phase: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** The spans of an answer, which come flat. */
const drawnOf = ({ phases, counters }: AnswerOf<'counterDay'>): readonly Drawn[] =>
  counters.flatMap(({ id: counter, spans }) =>
    spans.flatMap((phase, place) => {
      const [from = -1, to = -1] = spans.slice(place + 1, place + 3);
      return place % 3 === 0 ? [{ counter, phase: phases[phase], from, to }] : [];
    }),
  );

// Nothing in the play lasts less than the fifteen seconds under which a span is drawn as part of another.
it('draws what each counter did as SQL over the event log gives it', { timeout: 120_000 }, async () => {
  const { hub, manager } = await twoDays();
  const db = openReadOnly(hub.storeFile);
  const until = db.prepare<[], number>('SELECT max(at) FROM event').pluck().get() ?? 0;
  for (const [day, who] of [
    [DAY, ['Amna', 'Ali •••', '@Sana']],
    ['2026-11-24', ['Second 0', 'Second 1', 'Second 2']],
  ] as const) {
    const question = { name: 'counterDay', payload: { day } };
    const { value } = (await manager.socket.timeout(30_000).emitWithAck('ask', question)) as {
      readonly value: AnswerOf<'counterDay'>;
    };
    const midnight = Date.parse(`${day}T00:00:00+05:00`);
    const spans = phaseSpans(db, midnight, until);
    const calls = sql.callsByCounter(db, midnight);
    const inSeconds = ({ fromMs, toMs }: (typeof spans)[number]) => ({
      from: Math.round(fromMs / 1000),
      to: Math.round(toMs / 1000),
    });
    expect(new Set(spans.map(({ phase }) => phase)).size).toBeGreaterThan(3);
    expect(drawnOf(value)).toEqual(
      spans.map((span) => ({ counter: span.counter, phase: span.phase, ...inSeconds(span) })),
    );
    const spent = (id: number, phases: readonly string[]) =>
      spans
        .filter(({ counter, phase }) => counter === id && phases.includes(phase))
        .reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
    expect(value.counters).toEqual(
      who.map((name, place) => ({
        id: place + 1,
        operators: [name],
        spans: value.counters[place]?.spans,
        calls: calls.get(String(place + 1)),
        openMs: spent(place + 1, ['free', 'idle', 'called', 'serving']),
        servingMs: spent(place + 1, ['serving']),
        idleMs: spent(place + 1, ['idle']),
        breakMs: spent(place + 1, ['onBreak']),
      })),
    );
  }
  db.close();
});

it('gives the same total whatever it is added up by, and less by a filter', { timeout: 120_000 }, async () => {
  const { manager } = await playedHub(10);
  const total = (await reportOf(manager, 'service')).total;
  for (const groupBy of ['day', 'week', 'month', 'hour', 'operator', 'class', 'channel', 'stage'] as const) {
    const report = await reportOf(manager, groupBy);
    expect([groupBy, report.total]).toEqual([groupBy, total]);
    for (const name of ['calls', 'waits', 'serves', 'noShows', 'served'] as const) {
      expect([groupBy, name, sumOf(figureBy(report, name))]).toEqual([groupBy, name, total[name]]);
    }
  }
  const byHour = await reportOf(manager, 'hour');
  expect(sumOf(figureBy(byHour, 'openMs'))).toBe(total.openMs);
  const fine = await reportOf(manager, 'counter', {
    filter: { service: 'fine', stage: null, counter: null, operator: null, class: null, channel: null },
  });
  const byService = await reportOf(manager, 'service');
  expect(fine.total.calls).toBe(figureBy(byService, 'calls').get('fine'));
  expect(fine.total.openMs).toBeNull();
});
