import { describe, expect, it } from 'vitest';
import { type DayFacts, FACT_NAMES, type FactName } from '../../../src/domain/reports/day-facts.ts';
import { changedCentre, type DayChange, NO_CHANGE, numbered } from '../../../src/domain/what-if/change.ts';
import type { DayEvent } from '../../../src/domain/what-if/day-event.ts';
import { factsOfDay } from '../../../src/domain/what-if/facts-of-day.ts';
import { playScript } from '../../../src/domain/what-if/play-script.ts';
import { readScript } from '../../../src/domain/what-if/read-script.ts';
import { completeCentre } from '../../../src/protocol/set-up/later-fields.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { type DayLog, dayLog } from '../../../src/store/replay/day-log.ts';
import { JOURNEY_CENTRE } from '../../support/journey-centre.ts';
import { DAY, playedHub } from '../reports/report-day.ts';
import { wishFor } from '../../support/test-hub.ts';
import { answerOf } from './asked.ts';

const CALLS = ['call', 'jump', 'resume'];

/** Who was called, when and where. */
function callsOf(events: readonly DayEvent[]): readonly string[] {
  const holder = new Map<number, number | null>();
  return events.flatMap(({ kind, at, tokenId, payload }) => {
    for (const { id, counterId } of payload.tokens ?? []) if (counterId !== undefined) holder.set(id, counterId);
    return CALLS.includes(kind) ? [`${at} ${kind} ${tokenId} ${holder.get(tokenId ?? 0)}`] : [];
  });
}

/** The rows of a table in words, in one order: words are numbered as they come. */
function rowsOf({ tables, words }: DayFacts, name: FactName): readonly string[] {
  const { length, columns } = tables[name];
  const isWord = (column: string) => ['service', 'stage', 'classes', 'operator', 'reason'].includes(column);
  const cell = (column: string, values: ArrayLike<number>, row: number) =>
    `${column}=${isWord(column) ? words[values[row] as number] : values[row]}`;
  const rows = Array.from({ length }, (_, row) =>
    Object.entries(columns).map(([column, values]) => cell(column, values as ArrayLike<number>, row)),
  );
  return rows.map((row) => row.join(' ')).toSorted();
}

async function playedDay(steps: number): Promise<DayLog & Awaited<ReturnType<typeof playedHub>>> {
  const played = await playedHub(steps);
  const db = openReadOnly(played.hub.storeFile);
  const log = dayLog(db, completeCentre).read(DAY);
  db.close();
  if (!log) throw new Error('Nothing was logged.');
  return { ...log, ...played };
}

const play = ({ start, events }: DayLog, change: Partial<DayChange>) =>
  playScript(readScript(start, events), { ...NO_CHANGE, ...change });

describe('a day that is played again', () => {
  it('is the same day where nothing is changed: each call, and every figure of it', { timeout: 120_000 }, async () => {
    const log = await playedDay(60);
    const again = play(log, {});
    const calls = callsOf(log.events);
    expect(calls.length).toBeGreaterThan(30);
    expect(callsOf(again)).toEqual(calls);
    const [was, is] = [factsOfDay(log.start, log.events), factsOfDay(log.start, again)];
    const tables = FACT_NAMES.filter((name) => was.tables[name].length > 0);
    expect(tables).toEqual(expect.arrayContaining(['arrivals', 'holds', 'spans']));
    for (const name of tables) expect([name, rowsOf(is, name)]).toEqual([name, rowsOf(was, name)]);
  });

  it(
    'is the same day also where the hub carried people over, and ended who never came back',
    { timeout: 120_000 },
    async () => {
      const { hub, clock, citizen } = await playedHub(6);
      for (const day of ['24', '25', '26', '27']) {
        clock.turnTo(Date.parse(`2026-11-${day}T09:30:00+05:00`));
        await citizen.done('issue', wishFor('fine'));
      }
      const db = openReadOnly(hub.storeFile);
      const days = dayLog(db, completeCentre);
      let left = 0;
      for (const { day, toAt } of days.days()) {
        const log = days.read(day);
        if (!log || toAt === null) continue;
        const [was, is] = [factsOfDay(log.start, log.events), factsOfDay(log.start, play(log, {}))];
        for (const name of FACT_NAMES) expect([day, name, rowsOf(is, name)]).toEqual([day, name, rowsOf(was, name)]);
        left += rowsOf(was, 'moves').filter((row) => row.includes('move=0')).length;
      }
      db.close();
      expect(left).toBeGreaterThan(0);
    },
  );

  it('goes another way with one counter less, and one more', { timeout: 120_000 }, async () => {
    const log = await playedDay(40);
    const counterOf = (events: readonly DayEvent[]) =>
      new Set(events.flatMap(({ payload }) => payload.counters ?? []).map(({ id }) => id));
    const less = play(log, { less: 2 });
    expect(counterOf(less)).toEqual(new Set([1, 3]));
    const added = numbered(NO_CHANGE, [log.start.centre]).addedId;
    const more = play(log, { more: 1 });
    expect(counterOf(more)).toEqual(new Set([1, 2, 3, added]));
    for (const events of [less, more]) {
      const came = (all: readonly DayEvent[]) => all.filter(({ kind }) => kind === 'issue').length;
      expect(came(events)).toBe(came(log.events));
      expect(callsOf(events)).not.toEqual(callsOf(log.events));
    }
  });

  it(
    'never has a counter hold two tokens, nor two counters one, whatever is changed',
    { timeout: 120_000 },
    async () => {
      const log = await playedDay(60);
      const target = { serviceId: 'fine', targetMs: 60_000 };
      for (const change of [{ less: 1 }, { less: 3 }, { more: 2 }, { target }, { more: 1, less: 2, target }]) {
        const holds = new Map<number, number>();
        const states = new Map<number, string>();
        for (const { tokenId, payload } of play(log, change)) {
          for (const { id, state } of payload.tokens ?? []) states.set(id, state ?? '');
          for (const { id, tokenId: held } of payload.counters ?? []) {
            if (held == null) holds.delete(id);
            else holds.set(id, held);
          }
          expect([tokenId, new Set(holds.values()).size]).toEqual([tokenId, holds.size]);
          for (const held of holds.values()) expect(['called', 'serving']).toContain(states.get(held));
        }
      }
    },
  );

  it('promises another wait where that is asked', () => {
    const centre = changedCentre(completeCentre(JOURNEY_CENTRE), {
      ...numbered(NO_CHANGE, []),
      target: { serviceId: 'fine', targetMs: 60_000 },
    });
    const first = centre.services.find(({ id }) => id === 'fine')?.journey.find(({ place }) => place === 'counter');
    expect(first?.targetMs).toBe(60_000);
  });

  it('is told by the hub side by side', { timeout: 120_000 }, async () => {
    const { manager } = await playedDay(30);
    const same = await answerOf(manager, 'whatIf', { day: DAY, more: null, less: null, target: null });
    expect(same.wouldBe).toEqual(same.was);
    const less = await answerOf(manager, 'whatIf', { day: DAY, more: null, less: 1, target: null });
    expect(less.was).toEqual(same.was);
    expect(less.wouldBe.total.tokens).toBe(less.was.total.tokens);
    expect(less.wouldBe.total.openMs).toBeLessThan(less.was.total.openMs ?? 0);
  });
});
