import type { ElectronPort } from '../electron-port.ts';
import { askHub } from '../../hub/paired/hub-request.ts';
import { forgetPairing } from '../../hub/paired/kept-pairing.ts';
import type { Pairing } from '../../hub/paired/pair.ts';

const LOOK_MS = 5_000;

/**
 * Whether the hub says in so many words that this machine was revoked. A hub that cannot be reached says nothing, and one
 * whose clock is wrong takes the certificate for none, and says no more than that.
 */
const isRevoked = ({ url, authority, key, cert }: Pairing): Promise<boolean> =>
  askHub(`${url}/`, { method: 'GET', authority, device: { key, cert } }).then(
    ({ body }) => (body as { readonly error?: { readonly code?: unknown } }).error?.code === 'revoked',
    () => false,
  );

/** After a link that could not be made: asks the hub where it was looked for; a machine that was revoked forgets its pairing, and starts anew to be paired. */
export function dropWhenRevoked({ app }: Pick<ElectronPort, 'app'>, pairing: () => Pairing, file: string): () => void {
  let lookedMs = Number.NEGATIVE_INFINITY;
  return () => {
    const nowMs = performance.now();
    if (nowMs - lookedMs < LOOK_MS) return;
    lookedMs = nowMs;
    void isRevoked(pairing()).then((revoked) => {
      if (!revoked) return;
      forgetPairing(file);
      app.relaunch();
      app.exit(0);
    });
  };
}
