import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nextServiceDay, serviceDayOf } from '../../domain/calendar/service-day.ts';
import type { Centre } from '../../domain/centre.ts';
import { freeMarks } from '../../domain/numbering.ts';
import { type Db, openDatabase } from '../database.ts';
import { lockFolder } from '../files/folder-lock.ts';
import { readKey } from '../files/key-file.ts';
import { dropAnchor } from '../log/anchor.ts';
import { applyEvent } from '../log/apply-event.ts';
import { eventLog, type Head, lastEvent } from '../log/event-log.ts';
import type { Restored } from '../log/event.ts';
import { migrate } from '../migrate.ts';
import { StoreRefusal } from '../store-refusal.ts';
import { type Tables, tablesOf } from '../tables.ts';
import { checkSnapshot } from './check-snapshot.ts';
import { type LostStore, noteRestore, notedRestores, readLostStore } from './known-numbers.ts';
import { putOnDisk } from './on-disk.ts';

/** What is put back, by whom, and when (epoch ms). */
export interface RestoreOrder {
  readonly folder: string;
  readonly snapshot: string;
  readonly migrations: string;
  readonly at: number;
  readonly actor: string;
  /** Gives a whole number from 0 to below `count`. */
  readonly draw: (count: number) => number;
}

/** What was put back: the last event of the snapshot, the letter of the series, and where the store before it lies now. */
export interface RestoreDone {
  readonly head: Head;
  readonly restored: Restored;
  readonly keptAside: string | null;
  /** Events of the store before it that the snapshot does not hold; null when it could not be read. */
  readonly lostEvents: number | null;
}

/** How many tokens and applications a day may have had that nobody can tell of any more. */
const TOKENS_A_DAY = 20_000;
const APPLICATIONS_A_DAY = 5_000;
const DAY_MS = 86_400_000;
const TAILS = ['', '-wal', '-shm'];

type Marked = Pick<Restored, 'mark' | 'untilDay'>;

/** A letter for every series that no number of these days can carry yet; one that was never taken, where there is one. */
function chooseMark(
  centre: Centre,
  taken: readonly Marked[],
  fromDay: string,
  { draw, snapshot }: RestoreOrder,
): string {
  const series = [...centre.services.map((service) => service.series), centre.paperSeries ?? ''];
  const freeOf = (some: readonly Marked[]) =>
    freeMarks(
      series,
      some.map(({ mark }) => mark),
    );
  const unused = freeOf(taken);
  const marks = unused.length > 0 ? unused : freeOf(taken.filter(({ untilDay }) => untilDay >= fromDay));
  const mark = marks[marks.length === 0 ? 0 : draw(marks.length)];
  if (mark === undefined) throw new StoreRefusal('badSnapshot', { file: snapshot, fault: 'noLetterLeftToday' });
  return mark;
}

/** The highest id that may have been given: exact where the lost store can tell, a wide guess by the days else. */
function floorOf(known: number, lost: number | undefined, noted: readonly number[], guess: number): number {
  const highest = Math.max(known, lost ?? 0, ...noted);
  return lost === undefined ? highest + guess : highest;
}

/** Numbers that the restored store must not give: none that the lost store, or any before it, may have given. */
function restoredOf(tables: Tables, lost: LostStore | undefined, order: RestoreOrder, lastAt: number): Restored {
  const hall = tables.hall.get();
  if (!hall) throw new StoreRefusal('badSnapshot', { file: order.snapshot, fault: 'damaged' });
  const today = serviceDayOf(order.at, hall.centre);
  const noted = [...notedRestores(order.folder), ...tables.restored.all()];
  const fromDay = nextServiceDay(hall.serviceDay, order.at, hall.centre);
  const days = Math.max(1, Math.ceil((order.at - lastAt) / DAY_MS));
  return {
    mark: chooseMark(hall.centre, [...noted, ...(lost?.marks ?? [])], fromDay, order),
    untilDay: [hall.serviceDay, lost?.serviceDay ?? '', today].toSorted().at(-1) ?? today,
    tokenFloor: floorOf(
      tables.tokens.nextId() - 1,
      lost?.tokenId,
      noted.map((one) => one.tokenFloor),
      days * TOKENS_A_DAY,
    ),
    applicationFloor: floorOf(
      tables.applications.nextId() - 1,
      lost?.applicationId,
      noted.map((one) => one.applicationFloor),
      days * APPLICATIONS_A_DAY,
    ),
  };
}

/** Logs the restore in the copy, and lets it forget whom the lost store had to forget. */
function logRestore(db: Db, key: Buffer, lost: LostStore | undefined, order: RestoreOrder): Restored {
  const tables = tablesOf(db);
  const last = lastEvent(db);
  if (!last) throw new StoreRefusal('badSnapshot', { file: order.snapshot, fault: 'damaged' });
  const restored = restoredOf(tables, lost, order, last.at);
  noteRestore(order.folder, restored);
  const about = { snapshotSeq: last.seq, lostSeq: lost?.seq ?? 0 };
  const origin = { actor: order.actor, device: 'restore', commandId: null, at: order.at, queueAt: last.queueAt };
  db.transaction(() => {
    const log = eventLog(db, last.centreId, key);
    applyEvent(tables, log.append({ kind: 'restoreStore', tokenId: null, payload: { restored, about } }, origin));
    for (const personId of lost?.erased ?? []) {
      tables.persons.erase(personId);
      log.append({ kind: 'eraseSubject', tokenId: null, payload: { about: { personId } } }, origin);
    }
  })();
  return restored;
}

/** A clock that stands, or was set back, gives a time twice: then the name is numbered. */
function freeName(name: string): string {
  if (!existsSync(name)) return name;
  for (let number = 2; ; number += 1) if (!existsSync(`${name}-${number}`)) return `${name}-${number}`;
}

/** Moves the store that is there out of the way; it is never deleted. */
function moveAside(folder: string, at: number): string | null {
  const file = join(folder, 'markaz.db');
  if (!existsSync(file)) return null;
  const aside = freeName(join(folder, 'aside', new Date(at).toISOString().replaceAll(/[:.]/g, '-')));
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const anchor = join(folder, 'anchor.json');
  if (existsSync(anchor)) copyFileSync(anchor, join(aside, 'anchor.json'));
  for (const tail of TAILS)
    if (existsSync(`${file}${tail}`)) renameSync(`${file}${tail}`, join(aside, `markaz.db${tail}`));
  putOnDisk(aside);
  return aside;
}

function prepareCopy(order: RestoreOrder, key: Buffer, lost: LostStore | undefined) {
  const copy = join(order.folder, 'markaz.db.restored');
  for (const tail of TAILS) rmSync(`${copy}${tail}`, { force: true });
  copyFileSync(order.snapshot, copy);
  const db = openDatabase(copy);
  try {
    migrate(db, order.migrations);
    const restored = logRestore(db, key, lost, order);
    const head = db.prepare<[], Head>('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1').get() as Head;
    return { copy, restored, head };
  } finally {
    db.close();
  }
}

function restoreInto(order: RestoreOrder): RestoreDone {
  const { folder, snapshot, at } = order;
  const key = readKey(folder, 'chain');
  const checked = checkSnapshot(snapshot, key);
  if (!checked.ok) throw new StoreRefusal('badSnapshot', { file: snapshot, fault: checked.fault });
  const lost = readLostStore(join(folder, 'markaz.db'));
  const { copy, restored, head } = prepareCopy(order, key, lost);
  putOnDisk(copy);
  // From here to the rename the folder has an anchor and no store: a hub that is started now refuses, and makes no new one.
  const keptAside = moveAside(folder, at);
  renameSync(copy, join(folder, 'markaz.db'));
  dropAnchor(folder, head);
  putOnDisk(folder);
  return {
    head: checked.head,
    restored,
    keptAside,
    lostEvents: lost ? Math.max(0, lost.seq - checked.head.seq) : null,
  };
}

/**
 * Puts a snapshot in the place of the store of a data folder. The store that was there is kept aside; what was given since
 * the snapshot is never given again: every series carries one letter more until the service day is over, and ids go on
 * above those that were given.
 * @throws StoreRefusal when a hub holds the folder, a key is missing, or the snapshot is none or damaged.
 */
export function restoreStore(order: RestoreOrder): RestoreDone {
  const unlock = lockFolder(order.folder);
  try {
    return restoreInto(order);
  } finally {
    unlock();
  }
}
