import type { Server } from 'node:https';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { Hall } from '../hall.ts';
import { answerSite, type Site } from '../http.ts';
import { boundConnections } from '../limits/bound-connections.ts';
import { triesByDevice } from '../people/tries.ts';
import type { HubServer } from '../views/pusher.ts';
import { openAuthority } from './authority-file.ts';
import { keyWords } from './key-words.ts';
import { lanServer } from './lan-server.ts';
import type { WaitingDevices } from './waiting.ts';

/** Where devices of the network reach this hub: an address of this machine, as they are to name it, and a port. */
export interface Lan {
  readonly host: string;
  readonly port: number;
}

export interface Network {
  readonly url: string;
  readonly words: readonly string[];
  readonly port: number;
  close(): void;
}

/** Listens at that port of that host; gives the port. */
export const listen = (server: Server, { host, port }: Lan): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as { port: number }).port));
  });

/** Opens the door to the network: TLS with a certificate of the hub's own authority, for paired devices. */
export async function openNetwork(
  hall: Hall,
  { folder, lan }: { readonly folder: string; readonly lan: Lan },
  { waiting, site, io }: { readonly waiting: WaitingDevices; readonly site: Site; readonly io: HubServer },
): Promise<Network> {
  const { store, clock } = hall;
  const authority = await openAuthority(folder, store.hubId, clock.at());
  const asks = triesByDevice();
  const server = await lanServer({
    authority,
    waiting,
    store,
    at: () => clock.at(),
    deviceOf: (id) => store.devices.get(id),
    hosts: [lan.host],
    mayAsk(address) {
      const nowMs = clock.monotonicMs();
      const may = asks.mayTry(address, nowMs);
      if (may) asks.hasFailed(address, nowMs);
      return may;
    },
    site: (req, res) => answerSite(req, res, site),
    requests: site.requests,
    slowHeadMs: site.slowHeadMs,
  });
  boundConnections(server, site.connectionsPerDevice);
  io.engine.attach(server, { path: '/socket.io/' });
  const port = await listen(server, lan);
  return {
    url: `https://${lan.host}:${port}`,
    words: keyWords(authority.cert),
    port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What the manager sees of pairing. */
export const pairingAnswer = (
  { store }: Pick<Hall, 'store'>,
  waiting: WaitingDevices,
  network: Network | undefined,
  here: ReadonlySet<number>,
): AnswerOf<'pairing'> => ({
  words: [...(network?.words ?? [])],
  url: network?.url ?? null,
  waiting: waiting.count(),
  devices: store.devices.inUse().map(({ id, name, kind, place, pairedAt }) => {
    return { id, name, kind, place, pairedAt, isHere: here.has(id) };
  }),
});
