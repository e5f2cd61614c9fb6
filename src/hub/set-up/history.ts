import type { Centre } from '../../domain/centre.ts';
import type { AnswerOf } from '../../protocol/answers.ts';
import { fileChanges, type FileChange, type FileValue } from '../../protocol/set-up/file-changes.ts';
import { fileOfCentre } from '../../protocol/set-up/file-of-centre.ts';
import type { LoggedEvent, MediaChange } from '../../store/log/event.ts';
import { LISTED } from './media-versions.ts';
import type { Store } from '../../store/store.ts';

type Entry = AnswerOf<'setUpHistory'>['entries'][number];

const fileOf = (centre: Centre): FileValue => fileOfCentre(centre) as unknown as FileValue;

/** What an event changed of the centre before it; everything is new with the first. */
const changesBetween = (before: LoggedEvent | undefined, event: LoggedEvent): readonly FileChange[] =>
  before?.payload.hall?.centre && event.payload.hall?.centre
    ? fileChanges(fileOf(before.payload.hall.centre), fileOf(event.payload.hall.centre))
    : [];

/** What the change with that number changed; undefined where it is none, and for the first, which cannot be taken back. */
export function setUpChange({ setUps }: Pick<Store, 'setUps'>, seq: number): readonly FileChange[] | undefined {
  const [event, before] = setUps(seq, 2);
  return event?.seq === seq && before ? changesBetween(before, event) : undefined;
}

const howOf = ({ before, after }: MediaChange) => {
  if (after === null) return 'removed';
  return before === null ? 'put' : 'replaced';
};

/** What changed, by the event and the one that set the centre up before it. */
const entryOf = (
  { seq, at, actor, kind, payload: { media = [] } }: LoggedEvent,
  changes: readonly FileChange[],
): Entry => ({
  seq,
  at,
  actor,
  kind: kind as Entry['kind'],
  changes: changes.map((one) => ({ ...one, path: [...one.path] })) as Entry['changes'],
  media: media.map((change) => ({ name: change.name, how: howOf(change) })),
});

/** The last changes of the centre and of the boards' pictures, the newest first. */
export function setUpHistory({ setUps, medias }: Pick<Store, 'setUps' | 'medias'>): Entry[] {
  const events = setUps(Number.MAX_SAFE_INTEGER, LISTED + 1);
  const ofCentre = events
    .slice(0, LISTED)
    .map((event, place) => entryOf(event, changesBetween(events[place + 1], event)));
  const ofBoards = medias(Number.MAX_SAFE_INTEGER, LISTED).map((event) => entryOf(event, []));
  return [...ofCentre, ...ofBoards].toSorted((one, other) => other.seq - one.seq).slice(0, LISTED);
}
