import { io } from 'socket.io-client';
import type { Handshake } from '../../protocol/handshake.ts';
import type { Pairing } from './pair.ts';
import { tlsOptions } from './tls-options.ts';

/** A socket of this machine to its hub: with its own certificate, to that hub's authority alone. */
export const linkSocket = (pairing: Pairing, handshake: Handshake) =>
  io(pairing.url, {
    transports: ['websocket'],
    forceNew: true,
    auth: handshake,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2_000,
    timeout: 4_000,
    ...tlsOptions(pairing),
  });

export type LinkSocket = ReturnType<typeof linkSocket>;
