import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { HEADERS } from '../../hub/answer-http.ts';
import type { Pairing } from '../../hub/paired/pair.ts';
import { tlsOptions } from '../../hub/paired/tls-options.ts';

const NAMES = ['content-type', 'content-length', 'content-range', 'content-disposition', 'accept-ranges'] as const;
/** What can be passed on as it is. */
const ANSWERS: readonly number[] = [200, 206, 400, 403, 404, 413, 416, 500, 503];

/** Until the hub begins to answer: a report is made first, and an upload stored. */
const WAIT_MS = 10_000;
const MADE_WAIT_MS = 120_000;

/** A page may show a hundred pictures at once, and the hub follows 64 connections of one machine. */
const agent = new Agent({ maxSockets: 48 });

interface Asked {
  readonly method: string;
  /** With its query: a report and an upload come with a ticket. */
  readonly path: string;
  readonly range: string | null;
  readonly body: Request['body'];
}

/**
 * A file that the hub has and the app has not: a picture of a slip, a voice, what plays on a board; at a manager's
 * machine reports, too, and files for the hub. Nothing of it is held here, either way.
 */
export function hubFile(pairing: Pairing, { method, path, range, body }: Asked): Promise<Response> {
  const headers = range === null ? {} : { range };
  const timeout = body || path.startsWith('/reports/') ? MADE_WAIT_MS : WAIT_MS;
  return new Promise((resolve, reject) => {
    const heard = (res: IncomingMessage): void => {
      // A player that has enough for now stops reading for as long as it likes.
      req.setTimeout(0);
      const status = res.statusCode ?? 0;
      if (!ANSWERS.includes(status)) {
        res.destroy();
        return reject(new Error(`The hub answered ${status}.`));
      }
      const kept = NAMES.flatMap((name) => (res.headers[name] === undefined ? [] : [[name, res.headers[name]]]));
      const answer = Readable.toWeb(res) as ReadableStream<Uint8Array>;
      resolve(
        new Response(answer as ConstructorParameters<typeof Response>[0], {
          status,
          headers: { ...HEADERS, ...Object.fromEntries(kept) },
        }),
      );
    };
    const req = request(`${pairing.url}${path}`, { method, headers, agent, timeout, ...tlsOptions(pairing) }, heard);
    req.on('timeout', () => req.destroy(new Error('The hub does not answer.')));
    req.on('error', reject);
    if (body) pipeline(Readable.fromWeb(body as ReadableStream<Uint8Array>), req).catch(reject);
    else req.end();
  });
}
