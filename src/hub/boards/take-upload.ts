import { randomUUID } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extname } from 'node:path';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import { json } from '../answer-http.ts';
import { wireError } from '../commands/command-reply.ts';
import { letTakeItsTime } from '../limits/slow-bodies.ts';
import { cleanName, extensionOf, HEAD_BYTES } from './media-kind.ts';
import type { Media } from './media.ts';

/** Largest picture or video that is taken. */
const MOST_MB = 200;
const MOST_BYTES = MOST_MB * 1024 * 1024;

interface MediaSite {
  readonly media: Media;
  readonly mayWrite: (req: IncomingMessage) => boolean;
}

const STATUS: Partial<Record<ErrorCode, number>> = { notAllowed: 403, mediaTooLarge: 413 };

/** A file as it was taken. */
interface Upload {
  readonly name: string;
  readonly upload: string;
}

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

/** Keeps a file under a version of its own; no board shows it before a command puts it there. */
async function take(req: IncomingMessage, name: string, { pathOf, pruneUnused }: Media['kept']): Promise<Upload> {
  if (Number(req.headers['content-length'] ?? 0) > MOST_BYTES) throw new Refused('mediaTooLarge');
  letTakeItsTime(req);
  pruneUnused();
  const id = randomUUID();
  const part = pathOf(`${id}.part`);
  const kind: { extension?: string } = {};
  try {
    await pipeline(req, checked(kind), createWriteStream(part, { flush: true }));
    const { extension = '' } = kind;
    const clean = cleanName(name, extension);
    if (clean === undefined) throw new Refused('mediaName');
    const upload = `${id}${extname(clean)}`;
    await rename(part, pathOf(upload));
    return { name: clean, upload };
  } finally {
    rmSync(part, { force: true });
  }
}

/** Takes a picture or video for the boards; gives the name that it can have there and its version. */
export function takeUpload(req: IncomingMessage, res: ServerResponse, { media, mayWrite }: MediaSite): void {
  const name = new URLSearchParams(req.url?.split('?')[1]).get('name') ?? '';
  const taken = mayWrite(req) ? take(req, name, media.kept) : Promise.reject(new Refused('notAllowed'));
  taken.then(
    (upload) => json(res, { ok: true, ...upload }),
    (error: unknown) => {
      if (res.destroyed) return;
      if (!(error instanceof Refused)) console.error('A picture could not be stored:', error);
      no(res, error instanceof Refused ? error.code : 'hubFailed');
    },
  );
}
