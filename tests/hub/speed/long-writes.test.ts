import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import { makeAuthority, makeServer } from '../../../src/hub/pairing/certificates.ts';
import { writeInPieces } from '../../../src/hub/pairing/write-in-pieces.ts';

const MOST_BYTES = 12_000;

/** Both ends of a link over TLS, and how long each write was that came to the hub's end of it. */
async function link() {
  const at = Date.now();
  const { key, cert } = await makeServer(await makeAuthority('test', at), ['127.0.0.1'], at);
  const server = createServer({ key, cert });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const lengths: number[] = [];
  const opened = new Promise<TLSSocket>((resolve) => {
    server.once('secureConnection', (socket) => {
      const write = socket._write.bind(socket);
      socket._write = (chunk: Buffer, encoding, done) => {
        lengths.push(chunk.length);
        write(chunk, encoding, done);
      };
      writeInPieces(socket);
      resolve(socket);
    });
  });
  const { port } = server.address() as AddressInfo;
  const far = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
  onTestFinished(() => {
    far.destroy();
    server.close();
  });
  return { near: await opened, far, lengths };
}

it('a long write leaves a link in pieces, in order and whole, however it was handed over', async () => {
  const { near, far, lengths } = await link();
  const urdu = 'ای خدمت مرکز لاہور '.repeat(3_000);
  const bytes = Buffer.from(Array.from({ length: 50_000 }, (_, i) => i % 251));
  let got = Buffer.alloc(0);
  far.on('data', (piece: Buffer) => (got = Buffer.concat([got, piece])));
  near.cork();
  near.write('short');
  near.write(bytes);
  near.write(urdu);
  near.uncork();
  await new Promise((done) => void near.write(bytes, done));
  const sent = Buffer.concat([Buffer.from('short'), bytes, Buffer.from(urdu), bytes]);
  await expect.poll(() => got.length).toBe(sent.length);
  expect(got.equals(sent)).toBe(true);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(MOST_BYTES);
});

it('a write of a link that is gone in its middle fails, and nobody waits for it', async () => {
  const { near, far } = await link();
  far.pause();
  near.on('error', () => undefined);
  const failed = new Promise((resolve) => void near.write(Buffer.alloc(20_000_000), resolve));
  near.destroy();
  expect(await failed).toBeInstanceOf(Error);
});
