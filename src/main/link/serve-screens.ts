import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { HEADERS, policyOf } from '../../hub/answer-http.ts';
import { readScreenFiles } from '../../hub/screen-files.ts';
import { hubFile } from './hub-file.ts';
import type { Pairing } from '../../hub/paired/pair.ts';
import { SCREENS_ORIGIN } from './screens-scheme.ts';

/** What a screen shows that only the hub has; all else of it is in the app. */
const OF_THE_HUB = /^\/(?:slips\/[\w.-]+\.png|media\/[\w%.-]+|voices\/[\w-]+\/[\w.-]+)$/;

/** A slip that this machine printed as a picture; undefined where it did not. */
async function ownSlip(folder: string, name: string): Promise<Response | undefined> {
  const picture = await readFile(join(folder, name)).catch(() => undefined);
  return picture && new Response(new Uint8Array(picture), { headers: { ...HEADERS, 'content-type': 'image/png' } });
}

const nothing = (status: number): Response => new Response(null, { status, headers: HEADERS });

/**
 * Answers what a page of this machine asks for: the app's own screens, pictures of the slips that it drew itself
 * (`ownSlips`: their folder, at a kiosk), and a few files of its hub. Nothing else.
 */
export function serveScreens(
  folder: string,
  pairing: () => Pairing,
  ownSlips: string | null = null,
): (req: Request) => Promise<Response> {
  const files = readScreenFiles(folder);
  return async ({ url, method, headers }) => {
    const { origin, protocol, host, pathname } = new URL(url);
    // A scheme of our own has no origin by Node's reading of addresses, one by Chromium's.
    if (origin !== SCREENS_ORIGIN && `${protocol}//${host}` !== SCREENS_ORIGIN) return nothing(404);
    if (method !== 'GET') return nothing(405);
    const address = files.has(pathname) ? pathname : `${pathname}/`;
    const file = files.get(address);
    if (file) {
      const own = { ...HEADERS, 'content-security-policy': policyOf(address), 'content-type': file.type };
      return new Response(new Uint8Array(file.body), { headers: own });
    }
    if (!OF_THE_HUB.test(pathname)) return nothing(404);
    const own = ownSlips !== null && pathname.startsWith('/slips/') && (await ownSlip(ownSlips, basename(pathname)));
    if (own) return own;
    return hubFile(pairing(), pathname, headers.get('range')).catch(() => nothing(502));
  };
}
