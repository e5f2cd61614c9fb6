import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { HubClient, HubState } from './hub-client.ts';

/** The hub that this page is connected to. */
export const HubContext = createContext<HubClient | undefined>(undefined);

export function useHubClient(): HubClient {
  const client = use(HubContext);
  if (!client) throw new Error('No hub around this component.');
  return client;
}

/** What the screen knows, anew at each change. */
export function useHub(): HubState {
  const client = useHubClient();
  return useSyncExternalStore(client.subscribe, client.getState);
}

/** A value that is made anew every second, for clocks and running times. */
function useTick(): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
}

/** The hub's clocks, run on between what was heard: wall time and queue clock in ms. */
export function useHubTime(): { readonly at: number; readonly queueAt: number } {
  useTick();
  const { stamp, heardMs, rate, isLive } = useHub();
  const passedMs = isLive ? (performance.now() - heardMs) * rate : 0;
  return { at: (stamp?.at ?? 0) + passedMs, queueAt: (stamp?.queueAt ?? 0) + passedMs };
}
