import { describe, expect, it } from 'vitest';
import { groupNote, noteOf, type ServiceNow } from '../../../src/kiosk/tiles/service-note.ts';
import { counterRunsText } from '../../../src/domain/counter-runs.ts';
import { readWords } from '../../../src/renderer/text.ts';
import { KIOSK_WORDS } from '../../../src/renderer/words/kiosk.ts';

const { en, ur } = readWords(KIOSK_WORDS);
const now = (change: Partial<ServiceNow> = {}): ServiceNow => ({
  id: 'domicile',
  state: 'open',
  waiting: 4,
  counters: 2,
  wait: { fromMinutes: 15, toMinutes: 25, isOpenEnded: false },
  ...change,
});

describe('the note of a tile', () => {
  it('says the range of the wait before how many wait, in the digits of the language', () => {
    expect(noteOf(en, 'en', now())).toBe('15–25 min · 4 waiting');
    expect(noteOf(ur, 'ur', now())).toBe('۱۵ تا ۲۵ منٹ · ۴ افراد منتظر');
  });

  it('says that it may be longer where it may', () => {
    const wait = { fromMinutes: 60, toMinutes: 120, isOpenEnded: true };
    expect(noteOf(en, 'en', now({ wait }))).toBe('60–120 min or longer · 4 waiting');
    expect(noteOf(ur, 'ur', now({ wait }))).toContain('۶۰ تا ۱۲۰ منٹ یا زیادہ');
  });

  it('promises no range while nothing is known or no counter is open', () => {
    expect(noteOf(en, 'en', now({ wait: null }))).toBe('4 waiting');
    expect(noteOf(en, 'en', now({ counters: 0 }))).toBe('4 waiting · no counter open yet');
  });

  it('says why a service gives no token, and of a group the reason that ends tomorrow', () => {
    expect(noteOf(en, 'en', now({ state: 'closesBefore' }))).toBe('Closes before your turn');
    expect(noteOf(en, 'en', undefined)).toBe('Closed now');
    expect(groupNote(en, [now({ state: 'closed' }), now({ state: 'closesBefore' })])).toEqual({
      note: 'Closes before your turn',
      isClosed: true,
    });
    expect(groupNote(en, [now({ state: 'closed', waiting: 0 }), now()])).toEqual({
      note: '4 waiting',
      isClosed: false,
    });
  });
});

describe('the counters to go to', () => {
  it('are told as runs', () => {
    expect(counterRunsText([3, 1, 2, 5, 4, 11])).toBe('1–5, 11');
    expect(counterRunsText([7])).toBe('7');
    expect(counterRunsText([])).toBe('');
  });
});
