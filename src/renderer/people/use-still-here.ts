import { useEffect } from 'react';
import { useHubClient } from '../use-hub.ts';

/** Said at most this often. */
const GAP_MS = 30_000;

/** Tells the hub that somebody touches this screen, so that they stay signed in; what the page does by itself does not. */
export function useStillHere(isSignedIn: boolean): void {
  const client = useHubClient();
  useEffect(() => {
    if (!isSignedIn) return undefined;
    let saidMs = Number.NEGATIVE_INFINITY;
    const touch = () => {
      if (performance.now() - saidMs < GAP_MS) return;
      saidMs = performance.now();
      void client.ask({ name: 'stillHere', payload: {} });
    };
    addEventListener('pointerdown', touch, { capture: true });
    addEventListener('keydown', touch, { capture: true });
    return () => {
      removeEventListener('pointerdown', touch, { capture: true });
      removeEventListener('keydown', touch, { capture: true });
    };
  }, [client, isSignedIn]);
}
