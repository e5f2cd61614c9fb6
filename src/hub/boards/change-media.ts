import { randomUUID } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import { json } from '../answer-http.ts';
import { wireError } from '../commands/command-reply.ts';
import { cleanName, extensionOf, HEAD_BYTES } from './media-kind.ts';
import type { Media } from './media.ts';

/** Largest picture or video that is taken. */
const MOST_MB = 200;
const MOST_BYTES = MOST_MB * 1024 * 1024;

interface MediaSite {
  readonly media: Media;
  readonly mayWrite: (req: IncomingMessage) => boolean;
}

const STATUS: Partial<Record<ErrorCode, number>> = { notAllowed: 403, mediaTooLarge: 413, unknownMedia: 404 };

function no(res: ServerResponse, code: ErrorCode): void {
  // What still comes of a file that is not taken is not read: the link ends with the answer.
  res.setHeader('connection', 'close');
  const details = code === 'mediaTooLarge' ? { details: { most: MOST_MB } } : {};
  json(res, { ok: false, error: wireError({ code, ...details }) }, STATUS[code] ?? 400);
}

class Refused extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

/** Lets a file through while it is small enough, and no other kind than a board can show. */
function checked(kind: { extension?: string }) {
  let head = Buffer.alloc(0);
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
      const extension = head.length < HEAD_BYTES ? undefined : extensionOf(head);
      if (bytes > MOST_BYTES) return done(new Refused('mediaTooLarge'));
      if (head.length === HEAD_BYTES && extension === undefined) return done(new Refused('mediaKind'));
      if (extension !== undefined) kind.extension = extension;
      done(null, chunk);
    },
    flush: (done) => done(kind.extension === undefined ? new Refused('mediaKind') : null),
  });
}

/** Writes it beside the others under a hidden name first, so that no board shows half of it. Gives its name. */
async function take(req: IncomingMessage, name: string, media: Media): Promise<string> {
  if (Number(req.headers['content-length'] ?? 0) > MOST_BYTES) throw new Refused('mediaTooLarge');
  const part = join(media.folder, `.${randomUUID()}.part`);
  const kind: { extension?: string } = {};
  try {
    await pipeline(req, checked(kind), createWriteStream(part, { flush: true }));
    const clean = cleanName(name, kind.extension ?? '');
    if (clean === undefined) throw new Refused('mediaName');
    await rename(part, join(media.folder, clean));
    return clean;
  } finally {
    rmSync(part, { force: true });
  }
}

function nameIn(path: string): string | undefined {
  try {
    return decodeURIComponent(path.slice('/media/'.length));
  } catch {
    return undefined;
  }
}

async function change(req: IncomingMessage, path: string, { media, mayWrite }: MediaSite): Promise<{ name: string }> {
  if (!mayWrite(req)) throw new Refused('notAllowed');
  const name = nameIn(path);
  if (name === undefined || name === '') throw new Refused('mediaName');
  if (req.method === 'PUT') return { name: await take(req, name, media) };
  if (req.method !== 'DELETE') throw new Refused('unknownCommand');
  if (!media.has(`/media/${encodeURIComponent(name)}`)) throw new Refused('unknownMedia');
  await rm(join(media.folder, name));
  return { name };
}

/** Takes a picture or video for the boards (PUT), or removes one (DELETE). */
export function changeMedia(req: IncomingMessage, res: ServerResponse, path: string, site: MediaSite): void {
  change(req, path, site).then(
    ({ name }) => {
      site.media.look();
      json(res, { ok: true, name });
    },
    (error: unknown) => {
      if (res.destroyed) return;
      if (!(error instanceof Refused)) console.error('A picture could not be stored:', error);
      no(res, error instanceof Refused ? error.code : 'hubFailed');
    },
  );
}

/** The pictures and videos of the boards with their sizes, for who sees to them. */
export async function mediaList(media: Media): Promise<object> {
  const items = await Promise.all(
    media.all().map(async ({ address, kind }) => {
      const name = decodeURIComponent(address.slice('/media/'.length));
      const bytes = await stat(join(media.folder, name)).then(
        ({ size }) => size,
        () => 0,
      );
      return { address, kind, name, bytes };
    }),
  );
  return { items, mostBytes: MOST_BYTES };
}
