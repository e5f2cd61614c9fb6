import { createReadStream, stat } from 'node:fs';
import { pipeline } from 'node:stream';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
};

/** The part of a file that is asked for (RFC 9110, one range of bytes): first and last byte; undefined for none of it. */
export function rangeOf(header: string | undefined, size: number): readonly [from: number, to: number] | undefined {
  const [, lastOnes] = /^bytes=-(\d+)$/.exec(header ?? '') ?? [];
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  const from = lastOnes ? Math.max(0, size - Number(lastOnes)) : Number(first ?? 0);
  const to = last ? Math.min(Number(last), size - 1) : size - 1;
  return from <= to ? [from, to] : undefined;
}

/** Sends a picture or video, or the part of it that a player asks for. */
export function sendMedia(req: IncomingMessage, res: ServerResponse, file: string, headers: object): void {
  stat(file, (error, stats) => {
    const range = error ? undefined : rangeOf(req.headers.range, stats.size);
    if (error || !range) {
      res.writeHead(error ? 404 : 416, { ...headers }).end();
      return;
    }
    const [from, to] = range;
    res.writeHead(req.headers.range === undefined ? 200 : 206, {
      ...headers,
      'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'content-length': to - from + 1,
      'accept-ranges': 'bytes',
      'cache-control': 'no-cache',
      ...(req.headers.range === undefined ? {} : { 'content-range': `bytes ${from}-${to}/${stats.size}` }),
    });
    if (req.method === 'HEAD') res.end();
    // A player that goes away takes its file with it.
    else pipeline(createReadStream(file, { start: from, end: to }), res, () => undefined);
  });
}
