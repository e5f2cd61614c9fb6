import type { Db } from '../database.ts';
import type { LoggedEvent } from './event.ts';
import { ALL, type EventRow, fromRow, hashAt, lastEvent } from './event-log.ts';
import { findingReads } from './finding-reads.ts';

/** Events about the staff, their cards, the devices and the programs of others, as their index names them. */
const OF_PEOPLE = `kind IN (
  'addStaff', 'changeStaff', 'removeStaff', 'undoStaff', 'setPin', 'lockStaff', 'unlockStaff', 'enrolCard', 'removeCard',
  'pairDevice', 'revokeDevice', 'addApiKey', 'revokeApiKey', 'addWebhook', 'removeWebhook', 'restartWebhook'
)`;

/** What is asked of the log while the hall works, by its indexes alone. */
export function logReads(db: Db) {
  const setUps = db.prepare<[number, number], EventRow>(
    `SELECT ${ALL} FROM event INDEXED BY event_set_up
     WHERE kind IN ('setUp', 'changeCentre', 'undoSetUp') AND seq <= +? ORDER BY seq DESC LIMIT +?`,
  );
  const medias = db.prepare<[number, number], EventRow>(
    `SELECT ${ALL} FROM event INDEXED BY event_media
     WHERE kind IN ('changeMedia', 'undoMedia') AND seq <= +? ORDER BY seq DESC LIMIT +?`,
  );
  const people = db.prepare<[number, number], EventRow>(
    `SELECT ${ALL} FROM event INDEXED BY event_people WHERE ${OF_PEOPLE}
     AND seq <= +? ORDER BY seq DESC LIMIT +?`,
  );
  const ofStaff = db.prepare<[number, number], EventRow>(
    `SELECT ${ALL} FROM event INDEXED BY event_people WHERE ${OF_PEOPLE}
     AND seq <= +? AND json_extract(payload, '$.staff.id') = +? ORDER BY seq DESC LIMIT 2`,
  );
  const jumps = db.prepare<[number, string], { count: number }>(
    "SELECT count(*) AS count FROM event INDEXED BY event_jump WHERE kind = 'jump' AND at >= +? AND actor = +?",
  );
  const refusedMerges = db.prepare<[number], EventRow>(
    `SELECT ${ALL} FROM event INDEXED BY event_refused_merge WHERE kind = 'refuseMerge' AND at >= +? ORDER BY at, seq`,
  );
  const after = db.prepare<[number, number], EventRow>(`SELECT ${ALL} FROM event WHERE seq > +? ORDER BY seq LIMIT +?`);
  const ofToken = db.prepare<[number, number], EventRow>(
    `SELECT ${ALL} FROM event INDEXED BY event_of_token WHERE token_id = +? AND seq <= +? ORDER BY seq`,
  );
  return {
    events: {
      after: (seq: number, most: number): readonly LoggedEvent[] => after.all(seq, most).map(fromRow),
      /** The events of a token up to that one. */
      ofToken: (tokenId: number, toSeq: number): readonly LoggedEvent[] => ofToken.all(tokenId, toSeq).map(fromRow),
    },
    ...findingReads(db),
    lastEvent: () => lastEvent(db),
    /** The hash of an event; undefined when there is none of that number. */
    hashAt: (seq: number) => hashAt(db, seq),
    /** The newest events up to `seq` that set the centre up, the newest first. */
    setUps: (seq: number, most: number): readonly LoggedEvent[] => setUps.all(seq, most).map(fromRow),
    /** The newest events up to `seq` that changed what stands on the boards beside the calls, the newest first. */
    medias: (seq: number, most: number): readonly LoggedEvent[] => medias.all(seq, most).map(fromRow),
    /** The newest events up to `seq` about staff, cards, devices and programs, the newest first. */
    people: (seq: number, most: number): readonly LoggedEvent[] => people.all(seq, most).map(fromRow),
    /** The last two events up to `seq` about one of the staff, the newest first. */
    ofStaff: (seq: number, staffId: number): readonly LoggedEvent[] => ofStaff.all(seq, staffId).map(fromRow),
    /** What kiosks gave on their own and could not be taken over, since an instant (epoch ms), the oldest first. */
    refusedMerges: (sinceAt: number): readonly LoggedEvent[] => refusedMerges.all(sinceAt).map(fromRow),
    /** How often somebody has called out of order since an instant (epoch ms). */
    jumpsBy: (actor: string, sinceAt: number): number => jumps.get(sinceAt, actor)?.count ?? 0,
  };
}
