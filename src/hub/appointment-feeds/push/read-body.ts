import type { IncomingMessage } from 'node:http';

/** A sender that is cut off in its body may never read why: up to this many times the limit is read and dropped. */
const DROPPED_TIMES = 4;

/** The body of a request, counted as it comes; `gone` when it was too slow, or its sender went away. */
export async function readBody(
  req: IncomingMessage,
  mostBytes: number,
  timeoutMs: number,
): Promise<Buffer | 'tooLarge' | 'gone'> {
  const timer = setTimeout(() => req.destroy(), timeoutMs);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.byteLength;
      if (bytes > DROPPED_TIMES * mostBytes) return 'tooLarge';
      if (bytes <= mostBytes) chunks.push(chunk);
    }
    return bytes > mostBytes ? 'tooLarge' : Buffer.concat(chunks);
  } catch {
    return 'gone';
  } finally {
    clearTimeout(timer);
  }
}
