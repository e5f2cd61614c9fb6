import { performance } from 'node:perf_hooks';
import type { DayFacts } from '../../../domain/reports/day-facts.ts';
import { factsReader } from '../../../domain/reports/reading/facts-reader.ts';
import type { Db } from '../../../store/database.ts';
import { lastEvent, readEvents } from '../../../store/log/event-log.ts';
import { factFolder } from './fact-folder.ts';

/** How long the log is read at a stretch before others get their turn. */
const STRETCH_MS = 250;
/** Every so many events the time is looked at. */
const LOOK_EVERY = 256;

/** How far the log has been read, in events. */
export interface Progress {
  readonly read: number;
  readonly of: number;
}

/**
 * The facts of every service day: closed ones from their files, the running one from the log as it grows. Without the
 * files everything is read from the log once, in stretches.
 */
export function reportSource(db: Db, folder: string) {
  const hashAt = db.prepare<[number], { readonly hash: string }>('SELECT hash FROM event WHERE seq = ?');
  const files = factFolder(folder, (seq) => hashAt.get(seq)?.hash);
  const kept = files.load();
  const closed: DayFacts[] = kept?.days ?? [];
  const reader = factsReader(kept?.carry);

  function readOn(untilMs: number): boolean {
    let events = 0;
    for (const event of readEvents(db, reader.lastSeq() + 1)) {
      const ended = reader.read(event);
      if (ended) {
        closed.push(ended.facts);
        files.keep(ended);
      }
      events += 1;
      if (events % LOOK_EVERY === 0 && performance.now() > untilMs) return false;
    }
    return true;
  }

  return {
    /** Reads on for a stretch; whether the end of the log was reached. */
    readOn: (): boolean => readOn(performance.now() + STRETCH_MS),
    progress: (): Progress => ({ read: reader.lastSeq(), of: lastEvent(db)?.seq ?? 0 }),
    /** The days from one to another, both included, the running one as far as it was read. */
    days(from: string, to: string): readonly DayFacts[] {
      const running = reader.facts();
      return [...closed, ...(running ? [running] : [])].filter(({ day }) => day >= from && day <= to);
    },
  };
}
