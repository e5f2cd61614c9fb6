import type { LoggedEvent, MediaChange } from '../../store/log/event.ts';
import type { Store } from '../../store/store.ts';

/** Of as many changes what was replaced or removed is kept, and can be taken back. */
const LISTED = 30;

/** The events of the last changes that can be taken back. */
export const undoableMedia = ({ medias }: Pick<Store, 'medias'>): readonly LoggedEvent[] =>
  medias(Number.MAX_SAFE_INTEGER, LISTED);

/** The last changes of what stands on the boards beside the calls, the newest first. */
export const mediaChanges = (store: Pick<Store, 'medias'>): readonly MediaChange[] =>
  undoableMedia(store).flatMap(({ payload }) => (payload.media ?? []).toReversed());

/** The version that the log says stands under a name; null for none; undefined where the log does not say. */
export const versionOf = (store: Pick<Store, 'medias'>, name: string): string | null | undefined =>
  mediaChanges(store).find((change) => change.name === name)?.after;

/**
 * What was logged after an event and perhaps not done, because something stopped the hub in between, in order. A store
 * that was put back is shorter than what was done: then there is nothing.
 */
export const mediaSince = ({ medias }: Pick<Store, 'medias'>, seq: number): readonly LoggedEvent[] =>
  undoableMedia({ medias })
    .filter((event) => event.seq > seq)
    .toReversed();
