import { io } from 'socket.io-client';
import { v7 as newId } from 'uuid';
import { onTestFinished } from 'vitest';
import { demoClock } from '../../src/hub/time/clock.ts';
import { NO_FEEDS } from '../../src/hub/feeds.ts';
import { type Hub, startHub } from '../../src/hub/hub.ts';
import type { HubOptions } from '../../src/hub/hub-parts.ts';
import type { CommandName, Payload } from '../../src/protocol/commands.ts';
import type { Handshake } from '../../src/protocol/handshake.ts';
import type { Reply, Result } from '../../src/protocol/replies.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import type { View, ViewName, ViewValue } from '../../src/protocol/views/views.ts';
import { SMALL_CENTRE } from './centre.ts';
import { CITIZEN_PAGE, MIGRATIONS, SCREENS, testFolder } from './folder.ts';

/** Ten in the morning of a Monday in Lahore. */
export const MONDAY_TEN = Date.parse('2026-11-23T10:00:00+05:00');

/** What a hub of a test is started with, but for what is changed. */
export const hubOptions = (change: Partial<HubOptions> = {}): HubOptions => ({
  centre: SMALL_CENTRE,
  folder: change.folder ?? testFolder(),
  migrations: MIGRATIONS,
  screens: SCREENS,
  port: 0,
  clock: demoClock(MONDAY_TEN, 0),
  printers: new Map(),
  readers: new Map(),
  lan: null,
  people: 'byName',
  maintenanceCode: null,
  feeds: NO_FEEDS,
  citizenPage: CITIZEN_PAGE,
  citizenHost: '127.0.0.1',
  citizenPort: 0,
  citizenUrl: null,
  ...change,
});

/** A real hub on a free port, with a clock that stands still until it is turned. It ends with the test. */
export async function testHub(change: Partial<HubOptions> = {}): Promise<Hub & { readonly folder: string }> {
  const options = hubOptions(change);
  const { folder } = options;
  const hub = await startHub(options);
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    await hub.close();
  };
  onTestFinished(close);
  return { ...hub, close, folder };
}

type Auth = Partial<Handshake> & { readonly screen: Handshake['screen'] } & Record<string, unknown>;

/** A screen's link to a hub, as raw as a test needs it; over the network with what its pairing gave it as `tls`. */
export function join(hub: Pick<Hub, 'url'>, auth: Auth, tls: object = {}) {
  const socket = io(hub.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 100,
    auth: { version: PROTOCOL_VERSION, device: `${auth.screen}-1`, ...auth },
    ...tls,
  });
  onTestFinished(() => void socket.close());
  const views = new Map<string, View>();
  const seqs: number[] = [];
  const listeners = new Set<() => void>();
  socket.on('view', (view: View) => {
    views.set(view.name, view);
    seqs.push(view.stamp.seq);
    for (const listener of listeners) listener();
  });
  const raw = (envelope: unknown): Promise<Reply> =>
    socket.timeout(20_000).emitWithAck('command', envelope) as Promise<Reply>;
  const send = <Name extends CommandName>(name: Name, payload: Payload<Name>, id = newId()): Promise<Reply> =>
    raw({ id, name, payload });
  return {
    socket,
    raw,
    send,
    seqs,
    ask: (name: string, payload: object) =>
      socket.timeout(20_000).emitWithAck('ask', { name, payload }) as Promise<object>,
    view: <Name extends ViewName>(name: Name) => views.get(name)?.value as ViewValue<Name> | undefined,
    stamp: (name: ViewName) => views.get(name)?.stamp,
    /** Sends, and gives the result of a yes. @throws the code of a no. */
    async done<Name extends CommandName>(name: Name, payload: Payload<Name>): Promise<Result> {
      const reply = await send(name, payload);
      if (!reply.ok) throw new Error(reply.error.code);
      return reply.result;
    },
    /** Waits until the newest view of that name is as wanted. */
    see<Name extends ViewName>(name: Name, isWanted: (value: ViewValue<Name>) => boolean): Promise<ViewValue<Name>> {
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`The ${name} view never came to be as wanted.`)), 15_000);
        const look = () => {
          const value = views.get(name)?.value as ViewValue<Name> | undefined;
          if (value === undefined || !isWanted(value)) return;
          clearTimeout(late);
          listeners.delete(look);
          resolve(value);
        };
        listeners.add(look);
        look();
      });
    },
  };
}

export const kiosk = (hub: Pick<Hub, 'url'>, more: object = {}) => join(hub, { screen: 'kiosk', kioskId: 1, ...more });
export const operator = (hub: Pick<Hub, 'url'>, counterId: number, more: object = {}) =>
  join(hub, { screen: 'operator', device: `console-${counterId}`, counterId, ...more });

/** A walk-in for that service. */
export const wishFor = (serviceId: string, classes: string[] = []) => ({
  serviceIds: [serviceId],
  classes,
  language: 'ur' as const,
});
