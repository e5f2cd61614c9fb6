import { createContext, use, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { Scan } from '../domain/person/scan.ts';
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

/** Gives what readers of the hub's machine read for this screen. */
export function useHubScans(onScan: (scan: Scan) => void): void {
  const client = useHubClient();
  const scanned = useEffectEvent(onScan);
  useEffect(() => client.hearScans((scan) => scanned(scan)), [client]);
}

/** `performance.now()`, anew every second. */
function useSecond(): number {
  const [nowMs, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}

/** The hub's clocks, run on between what was heard: wall time and queue clock in ms. */
export function useHubTime(): { readonly at: number; readonly queueAt: number } {
  const nowMs = useSecond();
  const { stamp, heardMs, rate, isLive, alone, aloneMs } = useHub();
  if (alone) return { at: alone.at + Math.max(0, nowMs - aloneMs), queueAt: stamp?.queueAt ?? 0 };
  const passedMs = isLive ? Math.max(0, nowMs - heardMs) * rate : 0;
  return { at: (stamp?.at ?? 0) + passedMs, queueAt: (stamp?.queueAt ?? 0) + passedMs };
}
