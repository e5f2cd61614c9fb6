import type { HubServer, ScreenSocket, Watched } from './pusher.ts';
import type { MakeView } from './topics.ts';

/** Who comes so soon after others of the same topic is shown it with those who come next. */
const GATHER_MS = 40;

/** Shows a topic to the screens that come: to one at once, to a whole hall that comes back together a few values for all. */
export function newcomers(io: HubServer, make: MakeView) {
  let isStopped = false;

  function welcome(one: Watched): void {
    if (isStopped || one.newcomers.size === 0) return;
    one.welcomedMs = performance.now();
    const ids = [...one.newcomers].map(({ id }) => id);
    one.newcomers.clear();
    io.to(ids).emit('view', make(one.topic));
  }

  return {
    expect(one: Watched, socket: ScreenSocket): void {
      one.newcomers.add(socket);
      if (one.newcomers.size > 1) return;
      const waitMs = one.welcomedMs + GATHER_MS - performance.now();
      if (waitMs <= 0) setImmediate(() => welcome(one));
      else setTimeout(() => welcome(one), waitMs);
    },
    stop(): void {
      isStopped = true;
    },
  };
}
