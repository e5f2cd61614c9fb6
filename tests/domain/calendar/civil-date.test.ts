import { describe, expect, it } from 'vitest';
import { addDays, epochDay, instantOf, localTime, weekday } from '../../../src/domain/calendar/civil-date.ts';
import { randomFrom } from '../../../src/domain/random.ts';

const ZONES = ['Asia/Karachi', 'Asia/Kathmandu', 'Europe/London', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'];
const FROM = Date.UTC(1973, 0, 1);
const TO = Date.UTC(2120, 0, 1);

/** The same instant as the platform writes it. */
function written(at: number, timeZone: string): string {
  const plain = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return plain.format(at);
}

function ours(at: number, timeZone: string): string {
  const { date, msOfDay } = localTime(at, timeZone);
  const second = Math.floor(msOfDay / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date} ${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}

describe('the calendar', () => {
  it('tells the local time that the platform tells, at any instant in any zone', () => {
    const random = randomFrom(1);
    for (let round = 0; round < 3_000; round += 1) {
      const at = random.between(FROM, TO);
      const zone = random.pick(ZONES, () => 1);
      expect(`${zone} ${ours(at, zone)}`).toBe(`${zone} ${written(at, zone)}`);
    }
  });

  it('tells it on both sides of a change of the offset', () => {
    // Pakistan's summer time began at midnight of 1 June 2008; Lord Howe's changes are half an hour.
    for (const [zone, changeAt] of [
      ['Asia/Karachi', Date.UTC(2008, 4, 31, 19)],
      ['Europe/London', Date.UTC(2026, 9, 25, 1)],
      ['Australia/Lord_Howe', Date.UTC(2026, 9, 3, 15, 30)],
    ] as const) {
      for (const at of [changeAt - 1_000, changeAt, changeAt + 1_000]) expect(ours(at, zone)).toBe(written(at, zone));
    }
  });

  it('counts the days of four centuries without a gap, each a weekday on', () => {
    let date = '1900-01-01';
    for (let day = epochDay(date); day < epochDay('2300-01-01'); day += 1) {
      expect(epochDay(date)).toBe(day);
      const next = addDays(date, 1);
      if (weekday(next) !== (weekday(date) + 1) % 7) throw new Error(`${next} is not a weekday after ${date}`);
      date = next;
    }
    expect(date).toBe('2300-01-01');
  });

  it('finds the instant of a local time again', () => {
    const at = instantOf('2026-11-26', 8 * 60, 'Asia/Karachi');
    expect(new Date(at).toISOString()).toBe('2026-11-26T03:00:00.000Z');
    expect(localTime(at, 'Asia/Karachi')).toEqual({ date: '2026-11-26', msOfDay: 8 * 3_600_000 });
  });
});
