export const ALARM_KINDS = [
  'unserved',
  'longWait',
  'longLine',
  'idleCounter',
  'printer',
  'feedDown',
  'deviceLost',
  'snapshotOld',
  'notMerged',
  'logBroken',
  'logContradicted',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** A warning is shown; an urgent alarm is heard as well. In order, the lower first. */
export const ALARM_LEVELS = ['warning', 'urgent'] as const;
export type AlarmLevel = (typeof ALARM_LEVELS)[number];

/** Something that is wrong now, whether for a moment or for hours. */
export interface Trouble {
  /** The same for the same thing, as long as it lasts and when it comes again. */
  readonly key: string;
  readonly kind: AlarmKind;
  /** What it is about: a desk, a counter's number, a place such as `kiosk:1`, a feed, a service day. */
  readonly subject: string;
  /** What exactly is wrong, where the kind does not say it. */
  readonly detail: string | null;
  /** How many it is about, where they can be counted. */
  readonly count: number | null;
  readonly level: AlarmLevel;
  /** Since when (epoch ms), where that is known; null: since it was first seen. */
  readonly sinceAt: number | null;
  /** How long it lasts before it is an alarm, and before it is an urgent one (null: never by time alone), in ms. */
  readonly afterMs: number;
  readonly worsensMs: number | null;
}

/** Trouble that has lasted long enough for somebody to come. */
export interface Alarm extends Pick<Trouble, 'key' | 'kind' | 'subject' | 'detail' | 'count' | 'level'> {
  readonly sinceAt: number;
  /** Who has seen it, and when (epoch ms); null while nobody has, or since it became worse. */
  readonly seen: { readonly by: string; readonly at: number } | null;
}

/** That somebody has seen an alarm, at the level that it had then. */
export interface Acknowledgement {
  readonly key: string;
  readonly level: AlarmLevel;
  readonly by: string;
  readonly at: number;
}

/** Whether the first level is higher than the second. */
export const isWorse = (a: AlarmLevel, b: AlarmLevel): boolean => ALARM_LEVELS.indexOf(a) > ALARM_LEVELS.indexOf(b);
