import type { Server } from 'node:net';

/** Lets no address hold more than so many connections open at once; what comes after them is closed unread. */
export function boundConnections(server: Server, perAddress: number): void {
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (open.get(address) ?? 0) + 1;
    if (count > perAddress) return void socket.destroy();
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}

/** How long a listener waits for a slow request: for its head, and twice as long for all of it. */
export const slowRequests = (slowHeadMs: number) => ({
  headersTimeout: slowHeadMs,
  requestTimeout: 2 * slowHeadMs,
  connectionsCheckingInterval: Math.min(1_000, slowHeadMs),
});
