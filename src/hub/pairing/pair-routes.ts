import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Device } from '../../domain/people/device.ts';
import { json } from '../answer-http.ts';
import type { Credential } from './certificates.ts';
import { signDevice } from './certificates.ts';
import type { WaitingDevices } from './waiting.ts';

const MOST_BYTES = 4_096;
const asked = z.strictObject({ publicKey: z.string().max(2_000) });

export interface PairRoutes {
  readonly authority: Credential;
  readonly waiting: WaitingDevices;
  readonly at: () => number;
  readonly deviceOf: (id: number) => Pick<Device, 'kind' | 'place'> | undefined;
  /** Whether this address may ask once more now. */
  readonly mayAsk: (address: string) => boolean;
}

async function bodyOf(req: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const piece of req) {
    text += String(piece);
    if (text.length > MOST_BYTES) throw new Error('too large');
  }
  return JSON.parse(text);
}

const no = (res: ServerResponse, status: number, code: string): void => json(res, { error: { code } }, status);

/** A machine asks to be paired: it gets a code to show. Its certificate stays here until a manager has entered that. */
async function begin(req: IncomingMessage, res: ServerResponse, routes: PairRoutes): Promise<void> {
  if (!routes.mayAsk(req.socket.remoteAddress ?? '')) return no(res, 429, 'tooManyTries');
  const parsed = asked.safeParse(await bodyOf(req).catch(() => undefined));
  const { authority, waiting, at } = routes;
  const cert = parsed.success
    ? await signDevice(authority, { name: crypto.randomUUID(), publicKey: parsed.data.publicKey }, at())
    : undefined;
  if (cert === undefined) return no(res, 400, 'badCommand');
  const one = waiting.add(cert, req.socket.remoteAddress ?? '');
  if (!one) return no(res, 429, 'tooManyTries');
  json(res, { id: one.id, code: one.code }, 201);
}

/** Whether the code was entered; its certificate when it was, once. */
function look(res: ServerResponse, id: string, { waiting, deviceOf }: PairRoutes): void {
  const one = waiting.get(id);
  if (!one) return no(res, 404, 'pairingOver');
  const { deviceId, cert } = one;
  const device = deviceId === undefined ? undefined : deviceOf(deviceId);
  if (!device) return json(res, { state: 'waiting' });
  waiting.end(id);
  json(res, { state: 'paired', deviceId, kind: device.kind, place: device.place, cert });
}

/** What a machine that is not paired may ask; whether it was that. */
export function answerPairing(req: IncomingMessage, res: ServerResponse, path: string, routes: PairRoutes): boolean {
  const id = /^\/pair\/([\w-]{1,64})$/.exec(path)?.[1];
  if (req.method === 'POST' && path === '/pair') {
    begin(req, res, routes).catch(() => no(res, 500, 'hubFailed'));
    return true;
  }
  if (req.method !== 'GET' || id === undefined) return false;
  look(res, id, routes);
  return true;
}
