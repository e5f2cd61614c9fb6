import type { Centre } from '../../src/domain/centre.ts';
import { lahore } from './lahore.ts';

/** The centre of Lahore as large as they come: 48 counters and six kiosks in its two halls. */
export function megaCentre(): Centre {
  const centre = lahore();
  const more = centre.counters.slice(5, 23).map((place, i) => ({ ...place, id: 31 + i }));
  const kiosks = centre.kiosks.slice(0, 4).filter(({ id }) => id === 1 || id === 3);
  return {
    ...centre,
    counters: [...centre.counters, ...more],
    kiosks: [...centre.kiosks, ...kiosks.map((place, i) => ({ ...place, id: 5 + i }))],
  };
}
