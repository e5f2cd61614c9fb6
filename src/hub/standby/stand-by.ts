import type { Hall } from '../hall.ts';
import type { HubServer } from '../views/pusher.ts';

/** A later epoch has begun elsewhere: nobody is answered from here on, and every screen looks for the hub that speaks. */
export function standByWhenTold({ fence }: Pick<Hall, 'fence'>, io: HubServer): void {
  fence.watch((epoch) => {
    console.error(`Another hub has taken over (epoch ${epoch}). This one stands by and acknowledges nothing more.`);
    // After the answer that the other one waits for.
    setImmediate(() => {
      // A screen that is sent away in words would not look for its hub again by itself.
      for (const socket of io.sockets.sockets.values()) socket.conn.close();
    });
  });
}
