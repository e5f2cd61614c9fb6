import type { MediaChange } from '../../store/log/event.ts';
import type { Store } from '../../store/store.ts';

/** Of as many changes what was replaced or removed is kept, and can be taken back. */
const LISTED = 30;

/** The last changes of what stands on the boards beside the calls, the newest first. */
export const mediaChanges = ({ medias }: Pick<Store, 'medias'>): readonly MediaChange[] =>
  medias(Number.MAX_SAFE_INTEGER, LISTED).flatMap(({ payload }) => payload.media ?? []);

/** The version that the log says stands under a name; null for none; undefined where the log does not say. */
export const versionOf = (store: Pick<Store, 'medias'>, name: string): string | null | undefined =>
  mediaChanges(store).find((change) => change.name === name)?.after;
