import type { ElectronPort } from '../electron-port.ts';
import { SCREENS_ORIGIN } from './screens-scheme.ts';

/** What is of no network: the app's own screens, what they have made themselves, and pages of the shell. */
const OWN = [`${SCREENS_ORIGIN}/`, `blob:${SCREENS_ORIGIN}/`, 'file:', 'data:'] as const;

/** Pages of a paired machine load that; every other address is cancelled. */
export function denyNetwork(session: ElectronPort['session']): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !OWN.some((start) => url.startsWith(start)) });
  });
}
