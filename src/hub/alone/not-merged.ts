import type { AlarmFacts } from '../../domain/alarms/find-troubles.ts';
import type { Store } from '../../store/store.ts';
import { kioskPlace } from '../wall/places.ts';

/** What kiosks gave on their own and could not be taken over, since an instant (epoch ms). */
export const notMergedSince = (
  { refusedMerges }: Pick<Store, 'refusedMerges'>,
  sinceAt: number,
): AlarmFacts['notMerged'] =>
  refusedMerges(sinceAt).map(({ at, payload: { about } }) => ({
    place: kioskPlace(Number(about?.['kioskId'] ?? 0)),
    label: String(about?.['label'] ?? ''),
    at,
  }));
