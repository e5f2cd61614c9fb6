import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a page may load, and in which pages it may stand: nothing from elsewhere, and in no other one. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The manager's page shows past days on a board in a frame: those two pages alone may be in each other. */
const POLICIES: ReadonlyMap<string, string> = new Map([
  ['/manager/', `${POLICY}; frame-src 'self'`],
  ['/counter-display/', POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")],
]);

/** The policy of the page at that address. */
export const policyOf = (address: string): string => POLICIES.get(address) ?? POLICY;

/** What every answer carries. */
export const HEADERS = {
  'content-security-policy': POLICY,
  // Nothing of a machine but its screen and its sound is used by a page.
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

export function answer(
  res: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  cache = 'no-store',
  policy = POLICY,
): void {
  res.writeHead(status, {
    ...HEADERS,
    'content-security-policy': policy,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': cache,
  });
  res.end(body);
}

export const plain = (res: ServerResponse, status: number, text: string): void =>
  answer(res, status, 'text/plain; charset=utf-8', text);

export const json = (res: ServerResponse, value: unknown, status = 200): void =>
  answer(res, status, 'application/json; charset=utf-8', JSON.stringify(value));

/** Files with a hash in their name. */
export const FOREVER = 'public, max-age=31536000, immutable';

export const isRead = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD';

/** A page of another site has no business here, whatever it knows. What is no browser says no origin. */
export function isFromElsewhere({ headers: { origin, host } }: IncomingMessage): boolean {
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

export function notAllowed(res: ServerResponse, allow: string): void {
  res.setHeader('allow', allow);
  plain(res, 405, `Only ${allow} is answered here.\n`);
}

export function tooMany(res: ServerResponse, againMs: number): void {
  res.setHeader('retry-after', String(Math.ceil(againMs / 1_000)));
  plain(res, 429, 'Too many requests at once. Wait a moment.\n');
}

/** Whether an address is of this very machine. */
export const isLoopback = (address = ''): boolean => /^(?:127\.|::1$|::ffff:127\.)/.test(address);
