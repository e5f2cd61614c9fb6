import { describe, expect, it } from 'vitest';
import { centreOfFile } from '../../../src/protocol/set-up/centre-of-file.ts';
import { fileOfCentre } from '../../../src/protocol/set-up/file-of-centre.ts';
import { SMALL_CENTRE } from '../../support/centre.ts';
import { JOURNEY_CENTRE } from '../../support/journey-centre.ts';
import { lahore } from '../../support/lahore.ts';

describe('the file of a centre', () => {
  it.each([
    ['the centre that ships', lahore()],
    ['a small one', SMALL_CENTRE],
    ['one with a whole journey', JOURNEY_CENTRE],
  ])('gives %s again', (_, centre) => {
    // By value, whatever the order of the fields.
    expect(centreOfFile(fileOfCentre(centre))).toEqual(centre);
  });

  it('gives a centre that was stored before its kinds of stages said their place', () => {
    const older = { ...JOURNEY_CENTRE, stages: JOURNEY_CENTRE.stages.map(({ id, name }) => ({ id, name })) };
    expect(centreOfFile(fileOfCentre(older as never))).toEqual(JOURNEY_CENTRE);
  });
});
