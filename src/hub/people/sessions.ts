import { createHash, randomBytes } from 'node:crypto';
import type { PeopleRule } from '../../domain/centre.ts';
import type { Staff } from '../../domain/people/role.ts';
import type { Store } from '../../store/store.ts';

type Screen = 'operator' | 'manager';

const MINUTE_MS = 60_000;
/** The last touch is written down at most this often. */
const WRITTEN_MS = MINUTE_MS;
/** A session ends after this, however busy it was. */
const LONGEST_MS = 16 * 60 * MINUTE_MS;

export const sessionHash = (key: string): string => createHash('sha256').update(key).digest('hex');

interface SessionDesk {
  readonly store: Pick<Store, 'sessions' | 'staff'>;
  readonly rule: () => PeopleRule;
  readonly at: () => number;
  /** Writes to the store, in its own time. */
  readonly write: (change: (store: Pick<Store, 'sessions'>) => void) => void;
}

/** Who is signed in where, and for how long without a touch. Times in epoch ms. */
export function sessionsOf({ store, rule, at, write }: SessionDesk) {
  /** The last touch of each session, where it is newer than what was written. */
  const touched = new Map<string, number>();

  const idleMs = (screen: Screen): number =>
    MINUTE_MS * (screen === 'operator' ? rule().consoleIdleMinutes : rule().managerIdleMinutes);

  const usedAt = (hash: string, writtenAt: number): number => Math.max(writtenAt, touched.get(hash) ?? 0);

  /** The session of that hash, if it still is one. */
  function live(hash: string) {
    const session = store.sessions.get(hash);
    if (!session) return undefined;
    const isIdle = at() - usedAt(hash, session.usedAt) > idleMs(session.screen);
    return isIdle || at() - session.beganAt > LONGEST_MS ? undefined : session;
  }

  return {
    /** A new session: its key, for the screen alone, and the row to write. */
    begin(staff: Staff, screen: Screen, device: string) {
      const key = randomBytes(32).toString('base64url');
      const session = { keyHash: sessionHash(key), staffId: staff.id, device, screen, beganAt: at(), usedAt: at() };
      return { key, session };
    },
    /** Who holds that key at that kind of screen; undefined when it is nobody's any more. */
    staffOf(hash: string, screen: Screen): Staff | undefined {
      const session = live(hash);
      const staff = session?.screen === screen ? store.staff.get(session.staffId) : undefined;
      return staff && staff.removedAt === null && staff.lockedAt === null ? staff : undefined;
    },
    isLive: (hash: string): boolean => live(hash) !== undefined,
    /** Somebody has done something there. */
    touch(hash: string): void {
      const writtenAt = store.sessions.get(hash)?.usedAt ?? 0;
      touched.set(hash, at());
      if (at() - writtenAt > WRITTEN_MS) write((change) => change.sessions.use(hash, at()));
    },
    end(hash: string): void {
      touched.delete(hash);
      write((change) => change.sessions.end(hash));
    },
  };
}
