import { io, type Socket } from 'socket.io-client';
import type { AloneNow } from '../../protocol/alone.ts';
import type { ToHub, ToScreen } from '../../protocol/events.ts';
import type { Handshake } from '../../protocol/handshake.ts';

/** What the hub tells a screen, and what happens to the link itself. `refused` gives why the hub does not let it in. */
export interface Heard extends Omit<ToScreen, 'refused' | 'print'> {
  /** The machine of a kiosk tells whether it goes on alone. */
  alone: (now: AloneNow) => void;
  disconnect: () => void;
  refused: (why: unknown) => void;
}
export type HeardName = keyof Heard;

/** The way of a screen to its hub. */
export interface Link {
  on<Name extends HeardName>(name: Name, listener: Heard[Name]): void;
  off<Name extends Exclude<HeardName, 'refused'>>(name: Name, listener: Heard[Name]): void;
  /** Sends a command or a question, and waits that long for the answer. Rejects when there is none. */
  ask(kind: keyof ToHub, body: unknown, withinMs: number): Promise<unknown>;
  /** Tries again after a refusal. */
  connect(): void;
  close(): void;
}

/** A socket of this page's own, to the hub that served it or to the one at `url`. */
export function socketLink(handshake: () => Handshake, url: string): Link {
  const socket: Socket = io(url, {
    transports: ['websocket'],
    // Anew at each connection: what it has seen of the hub may have changed.
    auth: (tell) => tell(handshake()),
    reconnectionDelay: 300,
    reconnectionDelayMax: 2_000,
    timeout: 4_000,
  });
  // The one listener that is given something else than what the socket says; it stays as long as the link.
  const refusedOf = (listener: Heard['refused']) => (error: unknown) =>
    listener((error as { readonly data?: unknown }).data);
  return {
    on(name, listener) {
      if (name === 'refused') socket.on('connect_error', refusedOf(listener as Heard['refused']));
      else socket.on(name, listener as never);
    },
    off: (name, listener) => void socket.off(name, listener as never),
    ask: (kind, body, withinMs) => socket.timeout(withinMs).emitWithAck(kind, body) as Promise<unknown>,
    connect: () => void socket.connect(),
    close: () => void socket.close(),
  };
}
