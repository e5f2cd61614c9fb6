import type { ElectronPort } from '../electron-port.ts';
import { SCREENS_ORIGIN } from './screens-scheme.ts';

/** Pages of a paired machine load the app's own screens and pages of the shell; every other address is cancelled. */
export function denyNetwork(session: ElectronPort['session']): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    const isOwn = url.startsWith(`${SCREENS_ORIGIN}/`) || url.startsWith('file:') || url.startsWith('data:');
    decide({ cancel: !isOwn });
  });
}
