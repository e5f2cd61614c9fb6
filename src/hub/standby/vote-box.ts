import type { Server as HttpsServer } from 'node:https';
import { createServer } from 'node:https';
import { Server } from 'socket.io';
import { type Vote, VOTE_MS } from '../../domain/standby/quorum.ts';
import { type Handshake, handshakeSchema } from '../../protocol/handshake.ts';
import type { Store } from '../../store/store.ts';
import { wireError } from '../commands/command-reply.ts';
import { openAuthority } from '../pairing/authority-file.ts';
import { makeServer } from '../pairing/certificates.ts';
import { deviceAt } from '../pairing/lan-server.ts';
import { type Lan, listen } from '../pairing/network.ts';

type Seen = NonNullable<Handshake['seen']>;

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
  const seen = new Map<number, Seen>();
  let isClosed = false;
  // Who is in the middle of a handshake comes when the store is closed, too.
  const deviceOf = (req: Parameters<typeof deviceAt>[1]) => (isClosed ? undefined : deviceAt(store, req));
  const io = new Server(server, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: 10_000,
    allowRequest: (req, decide) => decide(null, deviceOf(req) !== undefined),
  });
  io.use((socket, next) => {
    const device = deviceOf(socket.request);
    const told = handshakeSchema.safeParse(socket.handshake.auth).data;
    if (device && told?.lostMs !== undefined) votes.set(device.id, { lostMs: told.lostMs, atMs: performance.now() });
    if (device && told?.seen) seen.set(device.id, told.seen);
    next(Object.assign(new Error('standingBy'), { data: wireError({ code: 'standingBy' }) }));
  });
  await listen(server, lan);
  return {
    votes: (): ReadonlyMap<number, Vote> => votes,
    /** How many screens have come by lately: they wait for a hub. */
    waiting: (): number => [...votes.values()].filter(({ atMs }) => performance.now() - atMs <= VOTE_MS).length,
    /** What those who came by have seen of the numbers. */
    seen: (): readonly Seen[] => [...seen.values()],
    async close(): Promise<void> {
      isClosed = true;
      server.closeAllConnections();
      await io.close();
    },
  };
}

export type VoteBox = Awaited<ReturnType<typeof voteBox>>;
