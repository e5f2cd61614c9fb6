import type { Server as HttpsServer } from 'node:https';
import { createServer } from 'node:https';
import { Server } from 'socket.io';
import type { Vote } from '../../domain/standby/quorum.ts';
import { handshakeSchema } from '../../protocol/handshake.ts';
import type { Store } from '../../store/store.ts';
import { wireError } from '../commands/command-reply.ts';
import { openAuthority } from '../pairing/authority-file.ts';
import { makeServer } from '../pairing/certificates.ts';
import { deviceAt } from '../pairing/lan-server.ts';
import { type Lan, listen } from '../pairing/network.ts';

/**
 * Listens at the address at which a standby would be the hub: screens that have lost theirs come by, are told that this one
 * stands by, and are counted. It speaks with paired machines alone, and about nothing else.
 */
export async function voteBox(store: Store, folder: string, lan: Lan) {
  const authority = await openAuthority(folder, store.hubId, Date.now());
  const own = await makeServer(authority, [lan.host], Date.now());
  const tls = { key: own.key, cert: own.cert + authority.cert, ca: authority.cert } as const;
  const server: HttpsServer = createServer(
    { ...tls, requestCert: true, rejectUnauthorized: false, minVersion: 'TLSv1.3' },
    (_req, res) => void res.writeHead(503).end(),
  );
  const votes = new Map<number, Vote>();
  const io = new Server(server, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: 10_000,
    allowRequest: (req, decide) => decide(null, deviceAt(store, req) !== undefined),
  });
  io.use((socket, next) => {
    const device = deviceAt(store, socket.request);
    const lostMs = handshakeSchema.safeParse(socket.handshake.auth).data?.lostMs;
    if (device && lostMs !== undefined) votes.set(device.id, { lostMs, atMs: performance.now() });
    next(Object.assign(new Error('standingBy'), { data: wireError({ code: 'standingBy' }) }));
  });
  await listen(server, lan);
  return {
    votes: (): ReadonlyMap<number, Vote> => votes,
    async close(): Promise<void> {
      server.closeAllConnections();
      await io.close();
    },
  };
}

export type VoteBox = Awaited<ReturnType<typeof voteBox>>;
