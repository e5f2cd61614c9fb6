import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fileChanges,
  type FileValue,
  movedSince,
  revert,
  withChanges,
} from '../../../src/protocol/set-up/file-changes.ts';
import { fileOfCentre } from '../../../src/protocol/set-up/file-of-centre.ts';
import { SMALL_CENTRE } from '../../support/centre.ts';

type Entries = { readonly [name: string]: FileValue }[];
const file = fileOfCentre(SMALL_CENTRE) as unknown as { readonly services: Entries; readonly counters: Entries };

const renamed = (name: string) => ({
  ...file,
  services: file.services.map((one, place) => (place === 0 ? { ...one, name: { en: name, ur: 'نام' } } : one)),
});

describe('the changes of a centre file', () => {
  it('name what is otherwise, by the ids of the entries', () => {
    expect(fileChanges(file, renamed('Home proof'))).toEqual([
      { path: ['services', 'domicile', 'name', 'en'], before: 'Domicile', after: 'Home proof' },
      { path: ['services', 'domicile', 'name', 'ur'], before: 'ڈومیسائل', after: 'نام' },
    ]);
    expect(fileChanges(file, file)).toEqual([]);
  });

  it('name an entry that came or went, and the new order', () => {
    const fewer = { ...file, counters: file.counters.slice(1) };
    expect(fileChanges(file, fewer)).toEqual([
      { path: ['counters', '1'], before: file.counters[0], after: null },
      { path: ['counters', '#order'], before: ['1', '2', '3'], after: ['2', '3'] },
    ]);
  });

  it('can be taken back, also when something else was changed since', () => {
    const [first, then] = [renamed('Home proof'), { ...renamed('Home proof'), holidays: ['2027-01-01'] }];
    const changes = fileChanges(file, first);
    expect(movedSince(then, changes)).toEqual([]);
    expect(revert(then, changes)).toEqual({ ...file, holidays: ['2027-01-01'] });
  });

  it('can be made on a file in which something else was changed meanwhile', () => {
    const mine = fileChanges(file, renamed('Home proof'));
    const theirs = { ...file, holidays: ['2027-01-01'] };
    expect(withChanges(theirs, mine)).toEqual({ ...renamed('Home proof'), holidays: ['2027-01-01'] });
  });

  it('are known to be overtaken when the same thing was changed since', () => {
    expect(movedSince(renamed('Third name'), fileChanges(file, renamed('Home proof')))).toHaveLength(1);
  });

  it('bring back what was, whatever two files are', () => {
    const entry = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), n: fc.integer({ min: 0, max: 3 }) });
    const any = fc.record({
      list: fc.uniqueArray(entry, { selector: ({ id }) => id }),
      plain: fc.array(fc.string({ maxLength: 2 }), { maxLength: 3 }),
      one: fc.record({ text: fc.string({ maxLength: 2 }), on: fc.boolean() }),
    });
    fc.assert(
      fc.property(any, any, (before, after) => {
        const changes = fileChanges(before, after);
        expect(movedSince(after, changes)).toEqual([]);
        expect(revert(after, changes)).toEqual(before);
        expect(withChanges(before, changes)).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });
});
