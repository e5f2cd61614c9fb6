import type { DeviceKind } from '../domain/people/device.ts';

interface DeviceFile {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  /** The kinds of machines whose screen needs it. */
  readonly kinds: readonly DeviceKind[];
}

/**
 * What machines of the network ask of the hub beside their sockets: their pages are files of the app. What is not named
 * here is refused twice: by the shell of the machine itself, and by the hub.
 */
export const DEVICE_FILES = {
  slips: { method: 'GET', path: /^\/slips\/[\w.-]+\.png$/, kinds: ['kiosk'] },
  voices: { method: 'GET', path: /^\/voices\/[\w-]+\/[\w.-]+$/, kinds: ['kiosk', 'board'] },
  // The manager sees to them, and sees past days on a board.
  media: { method: 'GET', path: /^\/media\/[\w%.-]+$/, kinds: ['board', 'manager'] },
  mediaList: { method: 'GET', path: /^\/api\/media$/, kinds: ['manager'] },
  upload: { method: 'POST', path: /^\/media$/, kinds: ['manager'] },
  // A standby keeps what no table holds.
  beside: { method: 'GET', path: /^\/api\/beside$/, kinds: ['standby'] },
  besideFile: { method: 'GET', path: /^\/beside\/[\w%./-]+$/, kinds: ['standby'] },
  slots: { method: 'GET', path: /^\/api\/slots$/, kinds: ['manager'] },
  reports: { method: 'GET', path: /^\/reports\/[\w/.-]+$/, kinds: ['manager'] },
} as const satisfies Readonly<Record<string, DeviceFile>>;

const ROWS: readonly DeviceFile[] = Object.values(DEVICE_FILES);

/** Whether a machine of that kind may ask that of the hub. */
export const mayFetch = (kind: DeviceKind, method: string | undefined, path: string): boolean =>
  ROWS.some((row) => row.method === method && row.path.test(path) && row.kinds.includes(kind));
