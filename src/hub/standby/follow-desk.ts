import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { Question } from '../../protocol/commands.ts';
import type { AskReply } from '../../protocol/events.ts';
import { wireError } from '../commands/command-reply.ts';
import type { ManagerView } from '../../protocol/views/views.ts';
import type { Hall } from '../hall.ts';
import type { Store } from '../../store/store.ts';
import type { Sender } from '../sender.ts';

/** So many events go in one answer: a call that comes meanwhile waits for a few milliseconds. */
const MOST_EVENTS = 250;
/** The manager sees how far it has come so often. */
const TELL_MS = 1_500;
/** A standby that has asked nothing for so long is none that screens are told of. */
const FORGOTTEN_MS = 24 * 3_600_000;

/** Another hub that follows this one, and how far it has come. */
interface Follower {
  readonly name: string;
  readonly address: string;
  /** The last event that is on its disk. */
  readonly seq: number;
  readonly heardAt: number;
  readonly heardMs: number;
  /** Whether it has had all of the log once: one that has not cannot take over by itself. */
  readonly hasCaughtUp: boolean;
  /** Where the log ended when it was last answered. */
  readonly toldSeq: number;
}

export type ScreensHere = () => AnswerOf<'follow'>['screens'];

const notAllowed = { ok: false, error: wireError({ code: 'notPaired' }) } as const;

/** The keys beside the store, by the names of their files. */
const keysIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(folder, 'keys'))
      .filter((name) => /^[\w-]+\.(key|pem)$/.test(name))
      .map((name) => [name, readFileSync(join(folder, 'keys', name), 'utf8')]),
  );

/** What is behind an event, with where the log ends, as of one moment. */
const pieceAfter = (store: Store, afterSeq: number, sideMark: string | null): AnswerOf<'handOver'> =>
  store.readTogether(() => {
    const { events, commands, persons } = store.copyAfter(afterSeq, MOST_EVENTS);
    const tables = store.sideTables();
    const mark = createHash('sha256').update(JSON.stringify(tables)).digest('hex');
    // They point to rows that come with the log: not before all of it is there.
    const side = { mark, tables: events.length < MOST_EVENTS && mark !== sideMark ? tables : null };
    return { events, commands, persons, side, head: store.head() } as unknown as AnswerOf<'handOver'>;
  });

/** Who follows: those of them that are not revoked, and were heard of late. */
function followersOf({ devices, head }: Store) {
  const followers = new Map<number, Follower>();
  const isInUse = (deviceId: number): boolean => devices.get(deviceId)?.revokedAt === null;
  return {
    note(deviceId: number, now: Omit<Follower, 'hasCaughtUp' | 'toldSeq'>): void {
      const { seq: toldSeq } = head();
      const before = followers.get(deviceId);
      // In a busy hall the log has gone on whenever it asks.
      const hasCaughtUp = before?.hasCaughtUp === true || now.seq >= (before?.toldSeq ?? toldSeq);
      followers.set(deviceId, { ...now, hasCaughtUp, toldSeq });
    },
    /** The one that is furthest first. */
    known: (): readonly Follower[] =>
      [...followers]
        .filter(([deviceId, { heardMs }]) => isInUse(deviceId) && performance.now() - heardMs < FORGOTTEN_MS)
        .map(([, follower]) => follower)
        .toSorted((a, b) => b.seq - a.seq),
  };
}

/** Lets a paired standby follow the log, and hands over to it. Nobody else is answered. */
export function followDesk(hall: Hall, folder: string, screens: ScreensHere, changed: () => void) {
  const { note, known } = followersOf(hall.store);
  let toldMs = Number.NEGATIVE_INFINITY;
  const { store, clock } = hall;

  function follow(
    deviceId: number,
    { afterSeq, sideMark, address }: Question<'follow'>['payload'],
  ): AnswerOf<'follow'> {
    const [heardAt, heardMs] = [clock.at(), performance.now()];
    const name = store.devices.get(deviceId)?.name ?? '';
    note(deviceId, { name, address, seq: afterSeq, heardAt, heardMs });
    if (heardMs - toldMs > TELL_MS) {
      toldMs = heardMs;
      changed();
    }
    return { ...pieceAfter(store, afterSeq, sideMark), screens: screens() };
  }

  const ofStandby = ({ screen, deviceId }: Sender): number | undefined =>
    screen === 'standby' && deviceId !== null ? deviceId : undefined;

  return {
    /** Those that follow, as the manager sees them. */
    views: (): ManagerView['keeping']['standbys'] =>
      known().map(({ name, address, seq, heardAt }) => {
        return { name, address, behind: Math.max(0, store.head().seq - seq), heardAt };
      }),
    /** The last event that every standby is known to have that could take over; null where there is none. */
    confirmedSeq(): number | null {
      const able = known().filter(({ hasCaughtUp }) => hasCaughtUp);
      return able.length === 0 ? null : Math.min(...able.map(({ seq }) => seq));
    },
    /** Where screens look for the hub when this one is gone. */
    addresses: (): readonly string[] => known().map(({ address }) => address),
    follow(sender: Sender, payload: Question<'follow'>['payload']): AskReply<'follow'> {
      const deviceId = ofStandby(sender);
      return deviceId === undefined ? notAllowed : { ok: true, value: follow(deviceId, payload) };
    },
    keys(sender: Sender): AskReply<'standbyKeys'> {
      if (ofStandby(sender) === undefined) return notAllowed;
      const centreId = hall.centre.id;
      return { ok: true, value: { hubId: store.hubId, centreId, keys: keysIn(folder) } };
    },
    /** From here on nothing is acknowledged: the head that is given is the last. */
    handOver(sender: Sender, { epoch, afterSeq }: Question<'handOver'>['payload']): AskReply<'handOver'> {
      if (ofStandby(sender) === undefined || epoch <= hall.fence.era.epoch) return notAllowed;
      hall.fence.standBy(epoch);
      return { ok: true, value: pieceAfter(store, afterSeq, null) };
    },
  };
}

export type FollowDesk = ReturnType<typeof followDesk>;
