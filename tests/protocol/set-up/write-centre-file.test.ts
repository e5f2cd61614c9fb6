import { expect, it } from 'vitest';
import { fileOfCentre } from '../../../src/protocol/set-up/file-of-centre.ts';
import { readCentreFile } from '../../../src/protocol/set-up/read-centre-file.ts';
import { writeCentreFile } from '../../../src/protocol/set-up/write-centre-file.ts';
import { JOURNEY_CENTRE } from '../../support/journey-centre.ts';
import { lahore } from '../../support/lahore.ts';

const SERVED = { ...JOURNEY_CENTRE, services: JOURNEY_CENTRE.services.filter(({ id }) => id !== 'shut') };

it.each([
  ['the centre that ships', lahore()],
  ['one with a whole journey', SERVED],
  ['one whose name looks like YAML', { ...SERVED, name: { en: "No: 'yes' #1", ur: 'مرکز: ۱' } }],
])('%s is read back from its file as it was', (_, centre) => {
  expect(readCentreFile(writeCentreFile(fileOfCentre(centre)))).toEqual({ ok: true, centre });
});

it('the file tells people what its parts mean', () => {
  const text = writeCentreFile(fileOfCentre(lahore()));
  expect(text.split('\n')[0]).toBe('# e-Khidmat Markaz Lahore: the whole centre as Markaz runs it.');
  expect(text).toContain('# Days without opening hours.');
  expect(text).toContain('  monday: [ 00:00-24:00 ]');
});
