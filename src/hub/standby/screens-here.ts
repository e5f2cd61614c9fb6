import type { Hall } from '../hall.ts';
import type { Sender } from '../sender.ts';
import type { HubServer } from '../views/pusher.ts';
import type { ScreensHere } from './follow-desk.ts';

/** The devices whose screens are connected. */
export const devicesHere = (io: HubServer): ReadonlySet<number> =>
  new Set([...io.sockets.sockets.values()].flatMap((socket) => (socket.data as Sender).deviceId ?? []));

/** The paired screens, and which of them this hub hears; other hubs are none. */
export function screensHere({ store }: Pick<Hall, 'store'>, io: HubServer): ReturnType<ScreensHere> {
  const here = devicesHere(io);
  return store.devices
    .inUse()
    .filter(({ kind }) => kind !== 'standby')
    .map(({ id, name, kind, place }) => ({ id, name, kind, place, isHere: here.has(id) }));
}
