import type { Input } from 'electron';

/** A key as Electron tells of it before the page hears it. */
export type KeyInput = Pick<Input, 'key' | 'code' | 'control' | 'alt' | 'meta'>;

/** Keys that do something to a window, a machine or a volume by themselves, as names of `code` or `key`. */
const DENIED = [
  /^F([1-9]|1[0-2]|1[5-9]|2[0-4])$/, // F13 and F14 say that headphones were plugged in and drawn (docs/kiosk-aids.md).
  /^(ContextMenu|PrintScreen|ScrollLock|Pause|Help|Props|Eject|Select|Again|Undo|Cut|Copy|Paste|Find|Open)$/,
  /^(Meta|OS|Super|Hyper)(Left|Right)?$/,
  /^(Power|Sleep|WakeUp|Standby|Hibernate|LogOff)$/,
  /^(Browser|Launch|App|Media|Audio|Mail|Zoom|Print|Close|New|Save|Brightness|Display)/,
];

/** Ctrl and one of these is how a reader types what parts the fields of a card (FS, GS, RS); it does nothing else. */
const SEPARATORS = /^(Backslash|BracketRight|Digit6)$/;

/**
 * Whether a kiosk keeps a key from its page and from Chromium. Every chord but a reader's is denied, whatever it
 * would do today: a citizen has no keyboard, the keypads of a kiosk send plain keys, and Shift alone is a reader's.
 */
export function isDeniedAtKiosk({ key, code, control, alt, meta }: KeyInput): boolean {
  const isReaders = control && SEPARATORS.test(code);
  return (control && !isReaders) || alt || meta || DENIED.some((names) => names.test(code) || names.test(key));
}
