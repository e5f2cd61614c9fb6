/** When the hall calls for somebody: what a centre's file sets under `alarms`. Shares are parts of the promise. */
export interface AlarmRule {
  /** Parts of its target that the most urgent of a service may have waited: a warning, then urgent. */
  readonly longWait: { readonly warnShare: number; readonly urgentShare: number };
  /** More waiting than this: a warning. As many or more who are not served before the doors close: urgent. */
  readonly longLine: { readonly waiting: number; readonly late: number };
  /** A counter is free for so long while somebody waits for it: a warning; three times as long: urgent. */
  readonly idleCounterMs: number;
  /** Somebody waits for so long in a line that no open counter serves. */
  readonly unservedMs: number;
  readonly printerMs: number;
  readonly feedDownMs: number;
  /** A screen in service is silent for so long. */
  readonly deviceLostMs: number;
  /** The last snapshot of the store is older than this. */
  readonly snapshotMs: number;
  /** When alarms make no sound, in minutes after local midnight, `[from, to)`, also over midnight; null: never. */
  readonly quiet: { readonly fromMinute: number; readonly toMinute: number } | null;
}

/** Whether alarms are silent at a minute after local midnight. */
export const isQuietAt = ({ quiet }: Pick<AlarmRule, 'quiet'>, minute: number): boolean => {
  if (quiet === null) return false;
  const { fromMinute: from, toMinute: to } = quiet;
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
};
