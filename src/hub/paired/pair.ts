import { makeDeviceKey } from '../pairing/certificates.ts';
import { keyWords } from '../pairing/key-words.ts';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { DEVICE_KINDS, type DeviceKind } from '../../domain/people/device.ts';
import { askHub } from './hub-request.ts';

const granted = z.object({
  state: z.literal('paired'),
  deviceId: z.int(),
  kind: z.enum(DEVICE_KINDS),
  place: z.string().max(64).nullable(),
  cert: z.string(),
});

/** What this machine is by a hub's answer. @throws when that is none, or its certificate is not of this machine's key. */
function pairingOf(known: Pick<Pairing, 'url' | 'authority' | 'key'>, answer: unknown): Pairing {
  const { state: _, ...given } = granted.parse(answer);
  if (!new X509Certificate(given.cert).checkPrivateKey(createPrivateKey(known.key))) {
    throw new Error('The hub has answered with the certificate of another machine.');
  }
  return { ...known, ...given };
}

/** What a paired machine keeps: the hub, its authority, and its own key and certificate (PEM). */
export interface Pairing {
  readonly url: string;
  readonly authority: string;
  readonly deviceId: number;
  /** What the manager has made it, and where it stands. */
  readonly kind: DeviceKind;
  readonly place: string | null;
  readonly key: string;
  readonly cert: string;
}

/** What a machine shows while it waits: its code, and the words of the key of the hub that it has met. */
export interface Shown {
  readonly code: string;
  readonly words: readonly string[];
}

const LOOK_MS = 1_000;
const MOST_LOOKS = 600;

/**
 * Pairs this machine with the hub at an address: shows a code and six words, and waits until a manager has compared
 * the words and entered the code. From the first answer on it speaks with the holder of that very key alone.
 * @throws when the hub cannot be reached, is none, or the code is over.
 */
export async function pair(url: string, show: (shown: Shown) => void, lookMs = LOOK_MS): Promise<Pairing> {
  const { key, publicKey } = await makeDeviceKey();
  // Whose hub it is, before anything is asked of it: from here on its authority has to have signed a server's certificate,
  // which no device has.
  const { authority } = await askHub(`${url}/pair/none`, { method: 'GET' });
  if (authority === undefined) throw new Error(`There is no hub at ${url}.`);
  const begun = await askHub(`${url}/pair`, { method: 'POST', body: { publicKey }, authority });
  const { id, code } = begun.body as { readonly id?: string; readonly code?: string };
  if (begun.status !== 201 || id === undefined || code === undefined) {
    throw new Error(`The hub at ${url} does not pair now (${begun.status}).`);
  }
  show({ code, words: keyWords(authority) });
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const { status, body } = await askHub(`${url}/pair/${id}`, { method: 'GET', authority });
    if (status !== 200) throw new Error('This code is over. Pair again.');
    if ((body as { readonly state?: unknown }).state === 'paired') return pairingOf({ url, authority, key }, body);
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  throw new Error('Nobody has entered the code. Pair again.');
}
