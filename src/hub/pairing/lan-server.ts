import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { Device } from '../../domain/people/device.ts';
import type { Store } from '../../store/store.ts';
import { plain } from '../answer-http.ts';
import { type Credential, makeServer } from './certificates.ts';
import { certHashOf } from './cert-hash.ts';
import { answerPairing, type PairRoutes } from './pair-routes.ts';

export interface LanOptions extends PairRoutes {
  readonly store: Pick<Store, 'devices'>;
  /** Names and addresses under which devices reach this hub. */
  readonly hosts: readonly string[];
  /** Answers what a paired device asks. */
  readonly site: (req: IncomingMessage, res: ServerResponse) => void;
}

/** The paired device at the other end of a connection: its certificate is this hub's, and was not revoked. */
export function deviceAt({ devices }: Pick<Store, 'devices'>, { socket }: IncomingMessage): Device | undefined {
  const link = socket as TLSSocket;
  const raw = link.authorized ? link.getPeerCertificate().raw : undefined;
  return raw === undefined ? undefined : devices.byCert(certHashOf(raw));
}

/**
 * The hub's door to the network. Everybody speaks TLS 1.3 with it; a machine without a certificate of this hub can ask
 * to be paired, and nothing else.
 */
export async function lanServer(options: LanOptions): Promise<Server> {
  const { authority, hosts, at, store } = options;
  const own: Credential = await makeServer(authority, hosts, at());
  const tls = {
    key: own.key,
    cert: own.cert + authority.cert,
    ca: authority.cert,
    requestCert: true,
    rejectUnauthorized: false,
    minVersion: 'TLSv1.3',
  } as const;
  const server = createServer({ ...tls, maxHeaderSize: 16_384 }, (req, res) => {
    const path = req.url?.split('?')[0] ?? '/';
    if (answerPairing(req, res, path, options)) return;
    if (deviceAt(store, req)) options.site(req, res);
    else plain(res, 403, 'This machine is not paired with this hub.\n');
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  return server;
}
