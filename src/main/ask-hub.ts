import { io } from 'socket.io-client';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { Pairing } from '../hub/paired/pair.ts';
import { tlsOptions } from '../hub/paired/tls-options.ts';

/** A kiosk of a hub: where its pages are from, and what this machine was paired as where the hub is another one. */
export interface KioskPlace {
  readonly url: string;
  readonly kioskId: number;
  readonly pairing?: Pairing | undefined;
}

const WITHIN_MS = 5_000;

/** Whether the hub knows a card or code for maintenance: asked by the shell itself, on a connection of its own. */
export async function isMaintenanceKey({ url, kioskId, pairing }: KioskPlace, key: string): Promise<boolean> {
  const device = `kiosk-${kioskId}-shell`;
  const socket = io(pairing?.url ?? url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    timeout: WITHIN_MS,
    auth: { screen: 'kiosk', version: PROTOCOL_VERSION, device, kioskId },
    ...(pairing ? tlsOptions(pairing) : {}),
  });
  try {
    const question = { name: 'maintenance', payload: { key, test: false } };
    const refused = new Promise<undefined>((resolve) => void socket.once('connect_error', () => resolve(undefined)));
    const answered = socket.timeout(WITHIN_MS).emitWithAck('ask', question) as Promise<{ readonly ok?: unknown }>;
    const reply = await Promise.race([answered, refused]);
    return reply?.ok === true;
  } catch {
    return false;
  } finally {
    socket.close();
  }
}
