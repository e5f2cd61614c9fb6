import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Pairing } from './pair.ts';
import { tlsOptions } from './tls-options.ts';

const HEADERS = ['content-type', 'content-length', 'content-range', 'accept-ranges'] as const;

/** A file that the hub has and the app has not: a picture of a slip, a voice, what plays on a board. */
export function hubFile(pairing: Pairing, path: string, range: string | null): Promise<Response> {
  const headers = range === null ? {} : { range };
  return new Promise((resolve, reject) => {
    const heard = (res: IncomingMessage): void => {
      const kept = HEADERS.flatMap((name) => (res.headers[name] === undefined ? [] : [[name, res.headers[name]]]));
      const body = Readable.toWeb(res) as ReadableStream<Uint8Array>;
      resolve(
        new Response(body as ConstructorParameters<typeof Response>[0], {
          status: res.statusCode ?? 502,
          headers: Object.fromEntries(kept),
        }),
      );
    };
    const req = request(
      `${pairing.url}${path}`,
      { headers, agent: false, timeout: 10_000, ...tlsOptions(pairing) },
      heard,
    );
    req.on('timeout', () => req.destroy(new Error('The hub does not answer.')));
    req.on('error', reject);
    req.end();
  });
}
