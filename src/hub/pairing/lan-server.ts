import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { Device } from '../../domain/people/device.ts';
import { mayFetch } from '../../protocol/device-files.ts';
import type { Store } from '../../store/store.ts';
import { isFromElsewhere, json, plain, tooMany } from '../answer-http.ts';
import type { Allowances } from '../limits/allowances.ts';
import { boundBody, slowUploads } from '../limits/slow-bodies.ts';
import { type Credential, makeServer } from './certificates.ts';
import { certHashOf } from './cert-hash.ts';
import { answerPairing, type PairRoutes } from './pair-routes.ts';
import { writeInPieces } from './write-in-pieces.ts';

export interface LanOptions extends PairRoutes {
  readonly store: Pick<Store, 'devices'>;
  /** Names and addresses under which devices reach this hub. */
  readonly hosts: readonly string[];
  /** How much one address may ask, paired or not. */
  readonly requests: Allowances;
  readonly slowHeadMs: number;
  /** Answers what a paired device asks. */
  readonly site: (req: IncomingMessage, res: ServerResponse) => void;
}

/** The paired device at the other end of a connection: its certificate is this hub's, and was not revoked. */
export function deviceAt({ devices }: Pick<Store, 'devices'>, { socket }: IncomingMessage): Device | undefined {
  const link = socket as TLSSocket;
  const raw = link.authorized ? link.getPeerCertificate().raw : undefined;
  return raw === undefined ? undefined : devices.byCert(certHashOf(raw));
}

/** Whether a manager has revoked the machine at the other end, whatever the dates of its certificate say. */
function wasRevoked({ devices }: Pick<Store, 'devices'>, { socket }: IncomingMessage): boolean {
  // Typed as always there; a machine without a certificate has none.
  const raw = (socket as TLSSocket).getPeerCertificate().raw as Buffer | undefined;
  return raw !== undefined && devices.wasRevoked(certHashOf(raw));
}

/** Answers a paired device what one of its kind may ask; a revoked one hears that it was, for it is to forget its pairing. */
function answerDevice(req: IncomingMessage, res: ServerResponse, path: string, { store, site }: LanOptions): void {
  const device = deviceAt(store, req);
  if (device && mayFetch(device.kind, req.method, path)) site(req, res);
  else if (device) plain(res, 403, 'Not for a machine of this kind.\n');
  else if (wasRevoked(store, req)) json(res, { error: { code: 'revoked' } }, 403);
  else plain(res, 403, 'This machine is not paired with this hub.\n');
}

/**
 * The hub's door to the network. Everybody speaks TLS 1.3 with it; a machine without a certificate of this hub can ask
 * to be paired, and nothing else.
 */
export async function lanServer(options: LanOptions): Promise<Server> {
  const { authority, hosts, at } = options;
  const own: Credential = await makeServer(authority, hosts, at());
  const tls = {
    key: own.key,
    cert: own.cert + authority.cert,
    ca: authority.cert,
    requestCert: true,
    rejectUnauthorized: false,
    minVersion: 'TLSv1.3',
  } as const;
  const server = createServer({ ...tls, maxHeaderSize: 16_384, ...slowUploads(options.slowHeadMs) }, (req, res) => {
    boundBody(req, options.slowHeadMs);
    const path = req.url?.split('?')[0] ?? '/';
    const againMs = options.requests.take(req.socket.remoteAddress ?? '');
    if (againMs > 0) tooMany(res, againMs);
    else if (isFromElsewhere(req)) plain(res, 403, 'Not from there.\n');
    else if (answerPairing(req, res, path, options)) return;
    else answerDevice(req, res, path, options);
  });
  return server.on('secureConnection', writeInPieces);
}
