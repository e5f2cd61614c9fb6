import { createReadStream, stat } from 'node:fs';
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
  const end = size - 1;
  const lastOnes = /^bytes=-(\d+)$/.exec(header ?? '')?.[1];
  if (lastOnes !== undefined) return [Math.max(0, size - Number(lastOnes)), end];
  const [, first = '0', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  const [from, to] = [Number(first), last === '' ? end : Math.min(Number(last), end)];
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
    else
      createReadStream(file, { start: from, end: to })
        .on('error', () => res.destroy())
        .pipe(res);
  });
}
