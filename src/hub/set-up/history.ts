import type { Centre } from '../../domain/centre.ts';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import { fileChanges, type FileChange, type FileValue } from '../../protocol/set-up/file-changes.ts';
import { fileOfCentre } from '../../protocol/set-up/file-of-centre.ts';
import type { LoggedEvent, MediaChange } from '../../store/log/event.ts';
import { undoableMedia } from './media-versions.ts';
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

/** What can be taken back of the staff; a card, a device or a key that was taken away is given anew. */
export const STAFF_CHANGES: readonly string[] = ['addStaff', 'changeStaff', 'removeStaff', 'undoStaff'];

/** Whom or what an event is about that is no part of the centre's file. */
function aboutOf({ payload }: LoggedEvent): Entry['about'] {
  const { staff, staffCard, device, apiKey, webhook } = payload;
  if (staff) return { name: staff.name, role: staff.role };
  const name = staffCard?.name ?? device?.name ?? apiKey?.name ?? webhook?.url;
  return name === undefined ? null : { name, role: null };
}

/** An event as people read it; `before`: the one that set the centre up before it. */
function entryOf(event: LoggedEvent, before?: LoggedEvent): Entry {
  const { seq, at, actor, kind, payload } = event;
  return {
    seq,
    at,
    actor,
    kind: kind as Entry['kind'],
    canTakeBack: before !== undefined || payload.media !== undefined || STAFF_CHANGES.includes(kind),
    changes: changesBetween(before, event).map((one) => ({ ...one, path: [...one.path] })) as Entry['changes'],
    media: (payload.media ?? []).map((change) => ({ name: change.name, how: howOf(change) })),
    about: aboutOf(event),
  };
}

/** As many changes are told at once: each full centre is read and compared on the hub's own thread. */
const PAGE = 30;

/** The last changes of the centre, of the boards' pictures and of the people before an event, the newest first. */
export function setUpHistory(
  store: Pick<Store, 'setUps' | 'medias' | 'people'>,
  beforeSeq: number = Number.MAX_SAFE_INTEGER,
): AnswerOf<'setUpHistory'> {
  const end = beforeSeq - 1;
  const undoable = new Set(undoableMedia(store).map(({ seq }) => seq));
  const ofCentre = store.setUps(end, PAGE + 1);
  const others = [...store.medias(end, PAGE), ...store.people(end, PAGE)];
  const all = [...ofCentre.slice(0, PAGE), ...others].toSorted((one, other) => other.seq - one.seq);
  const page = all.slice(0, PAGE).map((event) => {
    const place = ofCentre.indexOf(event);
    const entry = entryOf(event, place === -1 ? undefined : ofCentre[place + 1]);
    return entry.media.length > 0 ? { ...entry, canTakeBack: undoable.has(event.seq) } : entry;
  });
  const oldest = page.at(-1)?.seq ?? 1;
  const hasMore = [store.setUps, store.medias, store.people].some((read) => read(oldest - 1, 1).length > 0);
  return { entries: page, hasMore };
}
