import type { Server, Socket } from 'socket.io';
import type { ToHub, ToScreen } from '../../protocol/events.ts';
import { type MakeView, roomOf, type Topic } from './topics.ts';
import { laggards } from './laggards.ts';
import { newcomers } from './newcomers.ts';
import { markPushed, markTouched, NEVER_PUSHED, type Pushed } from './push-times.ts';
import { slices } from './slices.ts';
import type { Touch } from './touched.ts';

export type HubServer = Server<ToHub, ToScreen>;
export type ScreenSocket = Socket<ToHub, ToScreen>;

/** Of what changes together, what citizens look up at goes first: whoever is called waits for nothing else. */
const turnOf = ({ name }: Topic): number => (name === 'board' || name === 'counterDisplay' ? 0 : 1);

/** A topic that screens watch. */
export interface Watched extends Pushed {
  readonly topic: Topic;
  readonly sockets: Set<ScreenSocket>;
  /** Screens that have just come, until they have been shown it. */
  readonly newcomers: Set<ScreenSocket>;
  /** When newcomers were shown it last (ms of the process). */
  welcomedMs: number;
  /** Screens whose link is full: they get the newest value when it drains, never a backlog. */
  readonly lagging: Set<ScreenSocket>;
  /** Those of them whose link has drained, until all of this turn get the same value. */
  readonly drained: Set<ScreenSocket>;
}

const unwatched = (topic: Topic): Watched => ({
  topic,
  sockets: new Set(),
  newcomers: new Set(),
  welcomedMs: Number.NEGATIVE_INFINITY,
  lagging: new Set(),
  drained: new Set(),
  ...NEVER_PUSHED,
});

/**
 * Pushes to each screen the whole value that it shows, made when it is sent. The topics that are due together are made
 * by one `together`: one reading of the store, where each of a hundred values would take and give back its lock.
 */
export function pusher(io: HubServer, make: MakeView, together: (work: () => void) => void) {
  const watched = new Map<string, Watched>();
  const timer = slices(pushDue);
  const holdBack = laggards(io, make);
  const arriving = newcomers(io, make);

  function push(one: Watched, nowMs: number): void {
    markPushed(one, nowMs);
    for (const socket of one.sockets) {
      if (!socket.conn.transport.writable && !one.lagging.has(socket)) holdBack(one, socket);
    }
    if (one.sockets.size > one.lagging.size) io.to(roomOf(one.topic)).emit('view', make(one.topic));
  }

  /** Pushes what has been due longest, until the slice is over. Gives when the next is due. */
  function pushDue(nowMs: number, isOver: () => boolean): number {
    const due = [...watched.values()].filter(({ dueMs }) => dueMs !== null && dueMs <= nowMs);
    due.sort((a, b) => (a.dueMs ?? 0) - (b.dueMs ?? 0) || turnOf(a.topic) - turnOf(b.topic));
    together(() => {
      for (const one of due) if (!isOver()) push(one, nowMs);
    });
    return Math.min(...[...watched.values()].map(({ dueMs }) => dueMs ?? Number.POSITIVE_INFINITY));
  }

  function schedule(one: Watched, touch: Touch, nowMs: number): void {
    markTouched(one, touch, nowMs);
    timer.wakeAt(one.dueMs ?? nowMs);
  }

  function watch(socket: ScreenSocket, topic: Topic): void {
    const room = roomOf(topic);
    const one = watched.get(room) ?? unwatched(topic);
    watched.set(room, one);
    one.sockets.add(socket);
    void socket.join(room);
    arriving.expect(one, socket);
    socket.once('disconnect', () => {
      for (const some of [one.sockets, one.newcomers, one.lagging]) some.delete(socket);
      if (one.sockets.size === 0) watched.delete(room);
    });
  }

  return {
    watch,
    /** What screens watch now, each topic once. */
    topics: () => [...watched.values()].map(({ topic }) => topic),
    /** Marks the topics that a change touches; each is pushed once, with its newest value. */
    touch(touchOf: (topic: Topic) => Touch): void {
      const nowMs = performance.now();
      for (const one of watched.values()) {
        const touch = touchOf(one.topic);
        if (touch !== false) schedule(one, touch, nowMs);
      }
    },
    stop: () => [timer, arriving].forEach((one) => one.stop()),
  };
}
