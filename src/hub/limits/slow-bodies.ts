import type { IncomingMessage } from 'node:http';
import { slowRequests } from './bound-connections.ts';

/** The largest file that is taken (200 MB), at some 3 Mbit/s. */
const SLOW_UPLOAD_MS = 600_000;

/** How long a listener that takes files waits for a request at most; all that is no file `boundBody` waits for shorter. */
export const slowUploads = (slowHeadMs: number) => ({ ...slowRequests(slowHeadMs), requestTimeout: SLOW_UPLOAD_MS });

const bounds = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/** Waits for all of a request no longer than for twice its head. */
export function boundBody(req: IncomingMessage, slowHeadMs: number): void {
  const timer = setTimeout(() => {
    if (!req.complete) req.socket.destroy();
  }, 2 * slowHeadMs);
  bounds.set(req, timer);
  req.once('close', () => clearTimeout(timer));
}

/** Lets a file take its time, once it is known that whoever sends it may. */
export const letTakeItsTime = (req: IncomingMessage): void => clearTimeout(bounds.get(req));
