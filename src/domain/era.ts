/**
 * An epoch of a hub's log, as screens keep it: a standby that takes over begins the next one, and whoever has seen that
 * listens to no earlier one again. `seal` proves it to the hubs of that log.
 */
export interface Era {
  readonly hubId: string;
  readonly epoch: number;
  readonly seal: string;
}

/** Whether a screen that keeps `kept` may listen to a hub in `met`: another log's, or one that is no earlier. */
export const mayListen = (kept: Era | undefined, met: Pick<Era, 'hubId' | 'epoch'>): boolean =>
  kept === undefined || kept.hubId !== met.hubId || met.epoch >= kept.epoch;
