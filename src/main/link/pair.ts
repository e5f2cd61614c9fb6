import { makeDeviceKey } from '../../hub/pairing/certificates.ts';
import { keyWords } from '../../hub/pairing/key-words.ts';
import type { DeviceKind } from '../../domain/people/device.ts';
import { askHub } from './hub-request.ts';

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
  const begun = await askHub(`${url}/pair`, { method: 'POST', body: { publicKey } });
  const { id, code } = begun.body as { readonly id?: string; readonly code?: string };
  const { authority } = begun;
  if (begun.status !== 201 || id === undefined || code === undefined || authority === undefined) {
    throw new Error(`The hub at ${url} does not pair now (${begun.status}).`);
  }
  show({ code, words: keyWords(authority) });
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const { status, body } = await askHub(`${url}/pair/${id}`, { method: 'GET', authority });
    if (status !== 200) throw new Error('This code is over. Pair again.');
    const { state, ...paired } = body as { readonly state: string } & Pick<
      Pairing,
      'deviceId' | 'kind' | 'place' | 'cert'
    >;
    const { deviceId, kind, place, cert } = paired;
    if (state === 'paired') return { url, authority, deviceId, kind, place, key, cert };
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  throw new Error('Nobody has entered the code. Pair again.');
}
