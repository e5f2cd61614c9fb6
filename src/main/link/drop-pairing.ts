import type { ElectronPort } from '../electron-port.ts';
import { hubFile } from './hub-file.ts';
import { forgetPairing } from './kept-pairing.ts';
import type { Pairing } from './pair.ts';

const NOT_PAIRED = 403;
const LOOK_MS = 5_000;

/** Whether the hub says that it does not know this machine; a hub that cannot be reached says nothing. */
const isUnknown = (pairing: Pairing): Promise<boolean> =>
  hubFile(pairing, '/', null).then(
    async ({ status, body }) => {
      await body?.cancel();
      return status === NOT_PAIRED;
    },
    () => false,
  );

/** After a link that could not be made: a machine that was revoked forgets its pairing, and starts anew to be paired. */
export function dropWhenRevoked({ app }: Pick<ElectronPort, 'app'>, pairing: Pairing, file: string): () => void {
  let lookedMs = Number.NEGATIVE_INFINITY;
  return () => {
    const nowMs = performance.now();
    if (nowMs - lookedMs < LOOK_MS) return;
    lookedMs = nowMs;
    void isUnknown(pairing).then((unknown) => {
      if (!unknown) return;
      forgetPairing(file);
      app.relaunch();
      app.exit(0);
    });
  };
}
