import { join } from 'node:path';
import type { Era } from '../../domain/era.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { readPairing } from '../paired/kept-pairing.ts';
import { linkSocket } from '../paired/link-socket.ts';

/** What is left of a standby's pairing once it has taken over. */
export const LED_FILE = 'standby.json.led';

/**
 * Tells the hub whose place this one has taken that it is over, as soon as it can be reached: screens that had stayed with
 * it come here then. Gives the end of it.
 */
export function endOther(folder: string, era: Era): () => void {
  const pairing = readPairing(join(folder, LED_FILE));
  if (!pairing) return () => undefined;
  const socket = linkSocket(pairing, { screen: 'standby', version: PROTOCOL_VERSION, device: 'standby', era });
  socket.on('connect_error', (error) => {
    // It stands by: nothing is left to say. Whatever else is wrong may pass.
    if ((error as { readonly data?: { readonly code?: unknown } }).data?.code === 'standingBy') socket.close();
    else if (!socket.active) setTimeout(() => socket.connect(), 5_000);
  });
  return () => void socket.close();
}
