import { describe, expect, it } from 'vitest';
import { carriedOver, changesOf } from '../../../src/manager/set-up/draft/draft.ts';
import { moved, withoutEntry } from '../../../src/manager/set-up/draft/entries.ts';
import { levelsWith } from '../../../src/manager/set-up/draft/levels.ts';
import { freeNumber, newId, nextSeries } from '../../../src/manager/set-up/draft/new-id.ts';
import { withValueAt } from '../../../src/manager/set-up/draft/path.ts';
import { printerAddress, printerForm } from '../../../src/manager/set-up/draft/printer-form.ts';
import { withStagePlace } from '../../../src/manager/set-up/draft/stage-place.ts';
import { fileFaults } from '../../../src/protocol/set-up/file-faults.ts';
import { fileOfCentre } from '../../../src/protocol/set-up/file-of-centre.ts';
import { lahore } from '../../support/lahore.ts';

const FILE = fileOfCentre(lahore());

describe('a new entry', () => {
  it('has an id made of its English name, and of it alone', () => {
    expect(newId('Birth Certificate', [], 'service')).toBe('birth-certificate');
    expect(newId('Birth Certificate', ['birth-certificate', 'birth-certificate-2'], 'service')).toBe(
      'birth-certificate-3',
    );
    expect(newId('  24/7 Café & Bar ', [], 'service')).toBe('cafe-bar');
    expect(newId('نام', [], 'service')).toBe('service');
  });

  it('has the next free letter: two letters when one is not enough, and never I, O or Q', () => {
    expect(nextSeries(['A', 'B', 'D'])).toBe('C');
    expect(nextSeries(FILE.services.map(({ series }) => series))).toBe('U');
    expect(nextSeries('ABCDEFGHJKLMNPRSTUVWXYZ'.split(''))).toBe('AA');
    expect(nextSeries('ABCDEFGH'.split(''))).toBe('J');
    expect(freeNumber([1, 2, 4])).toBe(3);
  });
});

describe('an entry that is removed', () => {
  it('leaves the lists in which it only stood', () => {
    const without = withoutEntry(FILE, 'services', 'marriage');
    expect(without.profiles.flatMap(({ levels }) => levels.flat())).not.toContain('marriage');
    expect(fileFaults(without)).toEqual([]);
  });

  it('leaves a fault where somebody has to choose another one', () => {
    expect(fileFaults(withoutEntry(FILE, 'groups', 'post')).map(({ code }) => code)).toEqual(['unknown', 'unknown']);
  });

  it('gives a stage that only one kind of counter did to all counters of the service', () => {
    const file = withoutEntry({ ...FILE, counters: FILE.counters.slice(0, 25) }, 'profiles', 'cash');
    expect(file.services.flatMap(({ journey }) => journey).some(({ profiles }) => profiles?.includes('cash'))).toBe(
      false,
    );
  });
});

describe('what a form changes', () => {
  it('is put at its place, and an empty one leaves the file', () => {
    const path = ['services', 1, 'personCap'];
    expect(withValueAt(FILE, path, 3).services[1]?.personCap).toBe(3);
    expect(withValueAt(FILE, path, undefined).services[1]).not.toHaveProperty('personCap');
    expect(withValueAt(FILE, path, 3).services[0]).toBe(FILE.services[0]);
  });

  it('keeps both changes when somebody else was faster', () => {
    const mine = { base: 'a', before: FILE, file: withValueAt(FILE, ['services', 1, 'personCap'], 9) };
    const theirs = withValueAt(withoutEntry(FILE, 'services', 'marriage'), ['holidays'], ['2027-01-01']);
    const both = carriedOver(mine, { base: 'b', file: theirs });
    expect(changesOf(both)).toEqual([{ path: ['services', 'domicile', 'personCap'], before: 2, after: 9 }]);
    expect(both.file.holidays).toEqual(['2027-01-01']);
    expect(both.file.services).toHaveLength(16);
  });

  it('moves a service between the columns of a counter, and no empty column stays', () => {
    expect(levelsWith([['a', 'b'], ['c']], 'c', 0)).toEqual([['a', 'b', 'c']]);
    expect(levelsWith([['a', 'b']], 'b', 1)).toEqual([['a'], ['b']]);
    expect(levelsWith([['a'], ['b']], 'b', undefined)).toEqual([['a']]);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  });

  it('gives a kind of stage that is done elsewhere what is needed there, in every journey', () => {
    const file = withStagePlace(FILE, 'verification', 'counter');
    const stages = file.services.flatMap(({ journey }) => journey).filter(({ stage }) => stage === 'verification');
    expect(stages.length).toBeGreaterThan(5);
    for (const stage of stages) expect(stage).toEqual({ stage: 'verification', targetMinutes: 15, serviceMinutes: 3 });
    expect(fileFaults(file)).toEqual([]);
  });

  it.each([
    'preview',
    'tcp://192.168.1.50:9100',
    'usb:/dev/usb/lp0',
    'usb:04b8:0202',
    'serial:COM3@38400',
    'spooler:EPSON_1',
  ])('takes the address %s apart and puts it together again', (address) => {
    expect(printerAddress(printerForm(address))).toBe(address);
  });
});
