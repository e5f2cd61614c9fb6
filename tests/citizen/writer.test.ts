import { describe, expect, it } from 'vitest';
import type { Followed } from '../../src/citizen/followed.ts';
import { WORDS } from '../../src/citizen/words.ts';
import { writerOf } from '../../src/citizen/writer.ts';
import { centreView } from '../../src/hub/views/centre-view.ts';
import { lahore } from '../support/lahore.ts';

const at = Date.parse('2026-11-24T10:30:00+05:00');
const MINUTE = 60_000;
const followed: Followed = {
  centre: centreView(lahore(), 'demo'),
  token: {
    at,
    label: 'B-001',
    serviceId: 'domicile',
    stageId: 'filing',
    state: 'waiting',
    counterId: null,
    lastCallAt: null,
    slotAt: null,
    returnAt: null,
    isAway: false,
    canPostpone: false,
    counters: [],
    ahead: 0,
    wait: null,
    nextServices: [],
    application: null,
  },
};
const en = writerOf(followed, 'en');
const ur = writerOf(followed, 'ur');

describe('the words of the page of a token', () => {
  it('have the same keys in both languages, each in its own script', () => {
    expect(Object.keys(WORDS.ur)).toEqual(Object.keys(WORDS.en));
    const filled = (words: object) =>
      Object.entries(words).map(([key, value]) => [
        key,
        /[\u0600-\u06ff]/.test(typeof value === 'function' ? String(value('1', '2')) : String(value)),
      ]);
    // The name of the other language is in that one, and a run of counters is figures alone.
    expect(filled(WORDS.ur).filter(([, isUrdu]) => !isUrdu)).toEqual([['otherLanguage', false]]);
    expect(filled(WORDS.en).filter(([, isUrdu]) => isUrdu)).toEqual([['otherLanguage', true]]);
  });

  it('name counters by their runs, none left out', () => {
    expect(en.counters([7])).toBe('counter 7');
    expect(en.counters([15, 1, 2, 3, 11, 30])).toBe('counters 1\u2060–\u20603, 11, 15, 30');
    expect(ur.counters([26, 27, 28])).toBe('کاؤنٹر ۲۶\u00a0تا\u00a0۲۸');
  });

  it('say a time with its day where that is not today, and plan no minutes so far ahead', () => {
    expect(en.time(at - 15 * MINUTE)).toBe('10:15');
    expect(ur.time(at - 15 * MINUTE)).toBe('۱۰:۱۵');
    expect(en.time(at + 2 * 24 * 60 * MINUTE)).toBe('Thu 26 Nov, 10:30');
    expect(en.plan(at + 2 * 24 * 60 * MINUTE)).toBe('Thu 26 Nov');
    expect(ur.plan(at + 2 * 24 * 60 * MINUTE)).toBe('جمعرات، ۲۶ نومبر');
  });

  it('say a delay in its largest unit', () => {
    expect(en.span(30_000)).toBe('1 minute');
    expect(en.span(59 * MINUTE)).toBe('59 minutes');
    expect(en.span(61 * MINUTE)).toBe('1 hour');
    expect(en.span(49 * 60 * MINUTE)).toBe('2 days');
    expect(ur.span(49 * 60 * MINUTE)).toBe('۲ دن');
  });
});
