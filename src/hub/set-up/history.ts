import type { Centre } from '../../domain/centre.ts';
import type { AnswerOf } from '../../protocol/answers.ts';
import { fileChanges, type FileChange, type FileValue } from '../../protocol/set-up/file-changes.ts';
import { fileOfCentre } from '../../protocol/set-up/file-of-centre.ts';
import type { LoggedEvent } from '../../store/log/event.ts';
import type { Store } from '../../store/store.ts';

type Events = Pick<Store, 'setUps'>;
type Entry = AnswerOf<'setUpHistory'>['entries'][number];

/** As many changes as a manager looks back over. */
const LISTED = 30;

const fileOf = (centre: Centre): FileValue => fileOfCentre(centre) as unknown as FileValue;

/** What an event changed of the centre before it; everything is new with the first. */
const changesBetween = (before: LoggedEvent | undefined, event: LoggedEvent): readonly FileChange[] =>
  before?.payload.hall?.centre && event.payload.hall?.centre
    ? fileChanges(fileOf(before.payload.hall.centre), fileOf(event.payload.hall.centre))
    : [];

/** What the change with that number changed; undefined where it is none, and for the first, which cannot be taken back. */
export function setUpChange({ setUps }: Events, seq: number): readonly FileChange[] | undefined {
  const [event, before] = setUps(seq, 2);
  return event?.seq === seq && before ? changesBetween(before, event) : undefined;
}

/** The last changes of the centre, the newest first. */
export function setUpHistory({ setUps }: Events): Entry[] {
  const events = setUps(Number.MAX_SAFE_INTEGER, LISTED + 1);
  return events.slice(0, LISTED).map((event, place) => ({
    seq: event.seq,
    at: event.at,
    actor: event.actor,
    kind: event.kind as Entry['kind'],
    changes: changesBetween(events[place + 1], event).map((one) => ({
      ...one,
      path: [...one.path],
    })) as Entry['changes'],
  }));
}
