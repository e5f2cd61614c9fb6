import type { HubServer, ScreenSocket, Watched } from './pusher.ts';
import { type MakeView, roomOf } from './topics.ts';

/** Holds back what a screen is to be shown while its link is full. It gets the newest value when there is room again. */
export function laggards(io: HubServer, make: MakeView) {
  /** Two hundred links that drain together cost one value, not two hundred. */
  function sendDrained(one: Watched): void {
    const here = [...one.drained].filter((socket) => one.lagging.delete(socket) && one.sockets.has(socket));
    one.drained.clear();
    for (const socket of here) void socket.join(roomOf(one.topic));
    if (here.length > 0) io.to(here.map(({ id }) => id)).emit('view', make(one.topic));
  }

  return function holdBack(one: Watched, socket: ScreenSocket): void {
    one.lagging.add(socket);
    void socket.leave(roomOf(one.topic));
    // Not the link's own `drain`: it comes with the next packet that is handed over, and that may be a pulse two seconds on.
    socket.conn.transport.once('ready', () => {
      if (one.drained.size === 0) setImmediate(() => sendDrained(one));
      one.drained.add(socket);
    });
  };
}
