import type { ShellWindow } from './electron-port.ts';

/** A machine may start before its hub does, and a page that has crashed must not stand there until the morning. */
const AGAIN_MS = 2_000;

/**
 * Loads a page and keeps it: anew when it could not be reached, when its process has died, and when it hangs. Settles
 * with the first try, whatever came of it.
 */
export async function keepLoaded(window: ShellWindow, url: string): Promise<void> {
  const { webContents } = window;
  let timer: NodeJS.Timeout | undefined;
  const load = () =>
    window.loadURL(url).catch((error: unknown) => {
      console.error(`${url} could not be loaded:`, error instanceof Error ? error.message : error);
      again();
    });
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!webContents.isDestroyed()) void load();
    }, AGAIN_MS);
  };
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') again();
  });
  // It ends as `render-process-gone`.
  webContents.on('unresponsive', () => webContents.forcefullyCrashRenderer());
  await load();
}
