import type { BrowserWindowConstructorOptions } from 'electron';
import type { Pairing } from '../hub/paired/pair.ts';
import type { Choice, Mode } from './mode.ts';

/** A screen to open: its path on the hub, and whether it takes the whole display and cannot be left. */
export interface Screen {
  readonly path: string;
  readonly isKiosk: boolean;
  /** Whether the readers of its machine are its own. */
  readonly hasReaders?: true;
}

const query = (name: string, value: string | null): string =>
  value === null ? '' : `?${name}=${encodeURIComponent(value)}`;

/** The screens that a mode opens. */
export function screensOf({ mode, place }: Pick<Choice, 'mode' | 'place'>): readonly Screen[] {
  const screens: Readonly<Record<Mode, readonly Screen[]>> = {
    all: [
      { path: '/', isKiosk: false },
      { path: '/kiosk/?kiosk=1', isKiosk: false, hasReaders: true },
      { path: '/operator/', isKiosk: false },
      { path: '/counter-display/', isKiosk: false },
    ],
    hub: [{ path: '/', isKiosk: false }],
    kiosk: [{ path: `/kiosk/${query('kiosk', place)}`, isKiosk: true, hasReaders: true }],
    operator: [{ path: `/operator/${query('counter', place)}`, isKiosk: false, hasReaders: true }],
    board: [{ path: `/counter-display/${query('hall', place)}`, isKiosk: true }],
  };
  return screens[mode];
}

/** The screen of a paired machine: what the manager has made it, at its place. */
export function pairedScreen({ kind, place }: Pick<Pairing, 'kind' | 'place'>): Screen {
  // The place of a board is the id of one that is planned, or of a hall: the hub knows which.
  const boardPlace = place === null ? '' : `?hall=${encodeURIComponent(place)}&board=${encodeURIComponent(place)}`;
  const screens: Readonly<Record<Pairing['kind'], Screen>> = {
    kiosk: { path: `/kiosk/${query('kiosk', place)}`, isKiosk: true, hasReaders: true },
    operator: { path: `/operator/${query('counter', place)}`, isKiosk: false, hasReaders: true },
    board: { path: `/counter-display/${boardPlace}`, isKiosk: true },
    counterDisplay: { path: `/counter-display/${query('counter', place)}`, isKiosk: true },
    manager: { path: '/manager/', isKiosk: false },
    standby: { path: '/', isKiosk: false },
  };
  return screens[kind];
}

/** How every window is made: no Node in the page, sandboxed, isolated, sound without a touch. */
export function windowOptions(preload: string, isKiosk: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 768,
    kiosk: isKiosk,
    fullscreen: isKiosk,
    autoHideMenuBar: true,
    backgroundColor: '#faf8f3',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      navigateOnDragDrop: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  };
}
