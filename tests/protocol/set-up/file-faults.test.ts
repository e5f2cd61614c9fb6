import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CentreFile } from '../../../src/protocol/centre-file.ts';
import { FILE_FAULTS, fileFaults } from '../../../src/protocol/set-up/file-faults.ts';
import { fileOfCentre } from '../../../src/protocol/set-up/file-of-centre.ts';
import { MANAGER_WORDS } from '../../../src/renderer/words/manager.ts';
import { lahore } from '../../support/lahore.ts';

const FILE = fileOfCentre(lahore());
type Draft = Record<string, never> & CentreFile;

/** What is wrong after a change that a form could make. */
function faultsAfter(change: (file: Draft) => void): string[] {
  const file = structuredClone(FILE) as Draft;
  change(file);
  return fileFaults(file).map(({ path, code, value }) => [path.join('.'), code, value].join(' ').trim());
}

describe('the faults of a centre file', () => {
  it('are none in the centre that ships', () => {
    expect(fileFaults(FILE)).toEqual([]);
  });

  it.each<[string, (file: Draft) => void, string]>([
    ['an empty name', (file) => (file.services[0]!.name.en = ''), 'services.0.name.en empty'],
    ['no number', (file) => (file.services[1]!.dayCap = Number.NaN), 'services.1.dayCap empty'],
    ['half a token', (file) => (file.services[1]!.dayCap = 2.5), 'services.1.dayCap whole'],
    ['none at most', (file) => (file.services[1]!.dayCap = 0), 'services.1.dayCap notMore 0'],
    ['letters for a number', (file) => (file.carriedDays = 'x' as never), 'carriedDays kind'],
    ['too many days', (file) => (file.carriedDays = 99), 'carriedDays tooLarge 30'],
    ['a long name', (file) => (file.halls[0]!.name.ur = 'ہ'.repeat(201)), 'halls.0.name.ur tooLong 200'],
    ['a time that is none', (file) => (file.dayStart = '4'), 'dayStart clock'],
    ['hours that end first', (file) => (file.hours.monday = ['20:00-08:00']), 'hours.monday.0 spanEnds'],
    ['hours that overlap', (file) => (file.hours.friday = ['08:00-13:00', '12:00-16:00']), 'hours.friday.1 overlap'],
    ['no day', (file) => (file.holidays = ['']), 'holidays.0 date'],
    ['a letter like a digit', (file) => (file.services[0]!.series = 'O'), 'services.0.series series'],
    ['the letter of the paper', (file) => (file.paperSeries = 'A'), 'paperSeries paperSeriesTaken A'],
    ['a group that is gone', (file) => (file.services[0]!.group = 'gone'), 'services.0.group unknown gone'],
    ['a second counter 1', (file) => (file.counters[1]!.id = 1), 'counters.1.id twice 1'],
    ['a second board', (file) => file.boards.push(file.boards[0]!), 'boards.1.id twice entrance'],
    ['a board of no counter', (file) => file.boards[0]!.counters.push(998), 'boards.0.counters.0 unknown 998'],
    ['a board in no hall', (file) => (file.boards[0]!.hall = 'gone'), 'boards.0.hall unknown gone'],
    ['a counter twice on a board', (file) => file.boards[0]!.counters.push(1, 1), 'boards.0.counters.1 twice 1'],
    ['no kiosk', (file) => (file.kiosks = []), 'kiosks noneListed'],
    ['an address half typed', (file) => (file.kiosks[0]!.printer = 'tcp://'), 'kiosks.0.printer printer'],
    [
      'a stage without its times',
      (file) => delete file.services[0]!.journey[1]!.targetMinutes,
      'services.0.journey.1 needsTimes',
    ],
    [
      'a stage without its due time',
      (file) => delete file.services[1]!.journey[8]!.dueHours,
      'services.1.journey.8 needsDue',
    ],
    ['a pattern that is none', (file) => (file.cnicPattern = '('), 'cnicPattern pattern'],
    ['a pattern that never ends', (file) => (file.cnicPattern = '(a+)+$'), 'cnicPattern patternSlow'],
    ['a field that nobody knows', (file) => ((file as Record<string, unknown>)['owner'] = 'me'), 'unknownField owner'],
  ])('name %s with its place', (_, change, fault) => {
    expect(faultsAfter(change)).toContain(fault);
  });

  it('have a sentence in both languages, whichever it is', () => {
    for (const code of FILE_FAULTS) {
      expect(Object.keys(MANAGER_WORDS.en)).toContain(`fault_${code}`);
      expect(Object.keys(MANAGER_WORDS.ur)).toContain(`fault_${code}`);
    }
  });

  it('are told for whatever stands in a field, and never thrown', () => {
    const fields = Object.keys(FILE) as (keyof CentreFile)[];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
        for (const { code } of fileFaults({ ...FILE, [field]: value })) expect(FILE_FAULTS).toContain(code);
      }),
      { numRuns: 300 },
    );
  });
});
