import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { HEADERS, policyOf } from '../../hub/answer-http.ts';
import { readScreenFiles } from '../../hub/screen-files.ts';
import { hubFile } from './hub-file.ts';
import type { Pairing } from '../../hub/paired/pair.ts';
import { mayFetch } from '../../protocol/device-files.ts';
import { SCREENS_ORIGIN } from './screens-scheme.ts';

/** A slip that this machine printed as a picture; undefined where it did not. */
async function ownSlip(folder: string | null, path: string): Promise<Response | undefined> {
  if (folder === null || !path.startsWith('/slips/')) return undefined;
  const picture = await readFile(join(folder, basename(path))).catch(() => undefined);
  return picture && new Response(new Uint8Array(picture), { headers: { ...HEADERS, 'content-type': 'image/png' } });
}

const nothing = (status: number): Response => new Response(null, { status, headers: HEADERS });

/**
 * Answers what a page of this machine asks for: the app's own screens, pictures of the slips that it drew itself
 * (`ownSlips`: their folder, at a kiosk), and what a machine of its kind may ask of the hub. Nothing else.
 */
export function serveScreens(
  folder: string,
  pairing: () => Pairing,
  ownSlips: string | null = null,
): (req: Request) => Promise<Response> {
  const files = readScreenFiles(folder);
  return async ({ url, method, headers, body }) => {
    const { origin, protocol, host, pathname, search } = new URL(url);
    // A scheme of our own has no origin by Node's reading of addresses, one by Chromium's.
    if (origin !== SCREENS_ORIGIN && `${protocol}//${host}` !== SCREENS_ORIGIN) return nothing(404);
    const address = files.has(pathname) ? pathname : `${pathname}/`;
    const file = method === 'GET' ? files.get(address) : undefined;
    if (file) {
      const own = { ...HEADERS, 'content-security-policy': policyOf(address), 'content-type': file.type };
      return new Response(new Uint8Array(file.body), { headers: own });
    }
    const now = pairing();
    if (!mayFetch(now.kind, method, pathname)) return nothing(method === 'GET' ? 404 : 405);
    const own = await ownSlip(ownSlips, pathname);
    if (own) return own;
    const asked = { method, path: `${pathname}${search}`, range: headers.get('range'), body };
    return hubFile(now, asked).catch(() => nothing(502));
  };
}
