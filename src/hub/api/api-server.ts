import { createServer } from 'node:https';
import { plain } from '../answer-http.ts';
import type { Hall } from '../hall.ts';
import type { Allowances } from '../limits/allowances.ts';
import { boundConnections, slowRequests } from '../limits/bound-connections.ts';
import { openAuthority } from '../pairing/authority-file.ts';
import { makeServer } from '../pairing/certificates.ts';
import { type Lan, listen } from '../pairing/network.ts';
import type { ApiDoor } from './api-door.ts';
import { isApiPath } from './find-route.ts';

interface ApiListener {
  readonly folder: string;
  /** Where programs reach it: an address of this machine as they name it, and a port. */
  readonly listenAt: Lan;
  readonly door: ApiDoor;
  readonly requests: Allowances;
  readonly connectionsPerAddress: number;
  readonly slowHeadMs: number;
}

/** Opens the public API to the network: over TLS alone, since each request carries a key; the certificate is of the hub's own authority. */
export async function openApi({ store, clock }: Pick<Hall, 'store' | 'clock'>, options: ApiListener) {
  const { folder, listenAt, door, requests, connectionsPerAddress, slowHeadMs } = options;
  const authority = await openAuthority(folder, store.hubId, clock.at());
  const { key, cert } = await makeServer(authority, [listenAt.host], clock.at());
  const tls = { key, cert: cert + authority.cert, minVersion: 'TLSv1.2' } as const;
  const server = createServer({ ...tls, maxHeaderSize: 8_192, ...slowRequests(slowHeadMs) }, (req, res) => {
    const path = req.url?.split('?')[0] ?? '/';
    if (isApiPath(path)) door(req, res, path, requests.take(req.socket.remoteAddress ?? ''));
    else plain(res, 404, 'Not found.\n');
  });
  boundConnections(server, connectionsPerAddress);
  const port = await listen(server, listenAt);
  return {
    url: `https://${listenAt.host}:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
