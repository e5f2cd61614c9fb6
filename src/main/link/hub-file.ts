import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { HEADERS } from '../../hub/answer-http.ts';
import type { Pairing } from '../../hub/paired/pair.ts';
import { tlsOptions } from '../../hub/paired/tls-options.ts';

const NAMES = ['content-type', 'content-length', 'content-range', 'accept-ranges'] as const;
/** What can be passed on as it is. */
const ANSWERS: readonly number[] = [200, 206, 403, 404, 416];

/** A file that the hub has and the app has not: a picture of a slip, a voice, what plays on a board. */
export function hubFile(pairing: Pairing, path: string, range: string | null): Promise<Response> {
  const asked = range === null ? {} : { range };
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
      const body = Readable.toWeb(res) as ReadableStream<Uint8Array>;
      const headers = { ...HEADERS, ...Object.fromEntries(kept) };
      resolve(new Response(body as ConstructorParameters<typeof Response>[0], { status, headers }));
    };
    const req = request(
      `${pairing.url}${path}`,
      { headers: asked, agent: false, timeout: 10_000, ...tlsOptions(pairing) },
      heard,
    );
    req.on('timeout', () => req.destroy(new Error('The hub does not answer.')));
    req.on('error', reject);
    req.end();
  });
}
