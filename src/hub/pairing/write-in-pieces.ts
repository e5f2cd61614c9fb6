import type { TLSSocket } from 'node:tls';

/**
 * A link over TLS keeps as much memory, as long as it lasts, as its longest write has taken: the centre, which each
 * screen is told once, would cost 70 KB for each of them.
 */
const PIECE_BYTES = 12_000;

type Done = (error?: Error | null) => void;
type Chunk = { readonly chunk: Buffer | string; readonly encoding: BufferEncoding };

const bytesOf = ({ chunk, encoding }: Chunk): Buffer =>
  typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;

function piecesOf(chunks: readonly Chunk[]): readonly Buffer[] {
  return chunks.map(bytesOf).flatMap((bytes) => {
    const count = Math.ceil(bytes.length / PIECE_BYTES);
    return Array.from({ length: count }, (_, at) => bytes.subarray(at * PIECE_BYTES, (at + 1) * PIECE_BYTES));
  });
}

const isShort = (chunks: readonly Chunk[]): boolean =>
  chunks.reduce((sum, { chunk }) => sum + chunk.length, 0) <= PIECE_BYTES;

/** Has a link write what is long in pieces, each once the one before has left. */
export function writeInPieces(socket: TLSSocket): void {
  const writeOne = socket._write.bind(socket);
  const writeMany = socket._writev?.bind(socket);
  const write = (chunks: readonly Chunk[], done: Done): void => {
    const pieces = piecesOf(chunks);
    const next = (at: number): void => {
      const piece = pieces[at];
      if (piece) writeOne(piece, 'buffer' as BufferEncoding, (error) => (error ? done(error) : next(at + 1)));
      else done();
    };
    next(0);
  };
  socket._write = (chunk: Buffer | string, encoding, done) =>
    isShort([{ chunk, encoding }]) ? writeOne(chunk, encoding, done) : write([{ chunk, encoding }], done);
  socket._writev = (chunks, done) => (writeMany && isShort(chunks) ? writeMany(chunks, done) : write(chunks, done));
}
