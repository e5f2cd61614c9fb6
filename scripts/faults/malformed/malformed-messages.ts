import fc from 'fast-check';
import { v7 as newId } from 'uuid';

/** What is sent to a hub: an event with anything in it, bytes on the socket that are no event, or a request. */
export type Malformed =
  | { readonly kind: 'event'; readonly name: string; readonly args: readonly unknown[]; readonly hasAnswer: boolean }
  | { readonly kind: 'frame'; readonly text: string }
  | { readonly kind: 'http'; readonly method: string; readonly path: string; readonly body: string };

const deep = (levels: number): unknown => (levels === 0 ? 'x' : [deep(levels - 1)]);

const json = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    {},
    [],
    { __proto__: null, constructor: { prototype: { isAdmin: true } } },
    JSON.parse('{"__proto__":{"role":"manager"}}'),
    deep(400),
    'x'.repeat(20_000),
    '‮35202',
    '=HYPERLINK("http://a.example")',
    '<img src=x onerror=alert(1)>',
    Number.MAX_SAFE_INTEGER,
    -0.5,
  ),
);

const NAMES = [
  'issue',
  'call',
  'finish',
  'jump',
  'changeCentre',
  'addStaff',
  'mergeIssue',
  'lease',
  'constructor',
  '__proto__',
  '',
];

/** An envelope with one thing wrong, or all of it. */
const envelope = fc.oneof(
  json,
  fc.record({
    id: fc.oneof(json, fc.constant(newId())),
    name: fc.oneof(json, fc.constantFrom(...NAMES)),
    payload: json,
  }),
  fc.record({ id: fc.constant(newId()), name: fc.constantFrom(...NAMES), payload: json, approval: json, byAt: json }),
);

const event = fc.record({
  kind: fc.constant('event' as const),
  name: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('command', 'ask') },
    { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
  ),
  args: fc.array(envelope, { maxLength: 3 }),
  hasAnswer: fc.boolean(),
});

const frame = fc.record({
  kind: fc.constant('frame' as const),
  text: fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ maxLength: 40 }).map((text) => `42${text}`),
    fc.constantFrom(
      '42["command"',
      '42[null]',
      '451-["command",{"_placeholder":true,"num":0}]',
      '40{"version":1}',
      '41',
      '3',
      '42[]',
    ),
  ),
});

const PATHS = [
  '/',
  '/kiosk/',
  '/slips/1.png',
  '/media/x',
  '/feeds/bookings',
  '/api/slots',
  '/pair',
  '/pair/status',
  '/api/v1/tokens',
  '/api/v1/days/2026-11-23',
  '/api/tokens/x/events',
  '/api/media',
  '/reports',
  '/api/standby',
];

const http = fc.record({
  kind: fc.constant('http' as const),
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'),
  path: fc.oneof(
    fc.constantFrom(...PATHS),
    fc.webPath(),
    fc.constantFrom(
      '/../../etc/passwd',
      '/slips/..%2f..%2fmarkaz.db',
      '/media/%00',
      '/%ff',
      '/slips/..\\markaz.db',
      '//evil.example/',
    ),
    fc.string({ maxLength: 200 }).map((text) => `/${encodeURIComponent(text.toWellFormed())}`),
  ),
  body: fc.oneof(
    fc.json({ maxDepth: 3 }),
    fc.string({ maxLength: 200 }),
    fc.constant('{"bookings":'.padEnd(5_000, '[')),
  ),
});

/** So many messages that a hub must not be moved by; the same for the same seed. */
export const malformedMessages = (count: number, seed: number): readonly Malformed[] =>
  fc.sample(
    fc.oneof({ weight: 6, arbitrary: event }, { weight: 2, arbitrary: frame }, { weight: 2, arbitrary: http }),
    { numRuns: count, seed },
  );
