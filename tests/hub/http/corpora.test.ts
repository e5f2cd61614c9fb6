import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { API_ROUTES, type ApiRoute } from '../../../src/protocol/api/api-routes.ts';
import { COMMANDS, envelopeSchema, QUESTIONS } from '../../../src/protocol/commands.ts';
import { handshakeSchema } from '../../../src/protocol/handshake.ts';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.ts';
import { api } from '../../support/http/api.ts';
import { ROOT } from '../../support/folder.ts';
import { getRaw, rawHttp, statusOf } from '../../support/http/raw-http.ts';
import { kiosk, testHub, wishFor } from '../../support/test-hub.ts';

const UP = ['..', '%2e%2e', '%2E%2e', '..%00', '.%2e', '..;', '%252e%252e', '%c0%ae%c0%ae', '..%5c..'];
const SLASHES = ['/', '%2f', '\\', '%5c', '//', '/./', '%252f', '%c0%af'];
const STARTS = [
  '/',
  '/slips/',
  '/media/',
  '/assets/',
  '/t/',
  '/api/tokens/',
  '/api/v1/days/',
  '/voices/',
  '//',
  '/kiosk/../',
];
const TARGETS = ['package.json', 'keys/person.key', 'markaz.db', 'anchor.json', 'etc/passwd'];
const DEEP = 4;

const paths = STARTS.flatMap((start) =>
  UP.flatMap((up) =>
    SLASHES.map((slash, place) => start + `${up}${slash}`.repeat(DEEP) + (TARGETS[place % TARGETS.length] ?? '')),
  ),
);

describe('traversal', () => {
  it('reaches no file outside the fixed map, on either listener, however it is written', async () => {
    const hub = await testHub();
    const { key } = await api(hub);
    await kiosk(hub).done('issue', wishFor('fine'));
    const secrets = [
      readFileSync(join(hub.folder, 'keys/person.key'), 'utf8').trim(),
      'SQLite format',
      'root:',
      '"markaz"',
    ];
    expect(readFileSync(join(ROOT, 'package.json'), 'utf8')).toContain('"markaz"');
    const seen = new Set<number>();
    const ask = async (port: number, path: string) => {
      const answer = await getRaw(port, path, `Host: 127.0.0.1:${port}\r\nAuthorization: Bearer ${key}\r\n`);
      seen.add(statusOf(answer));
      for (const secret of secrets) expect([path, answer.includes(secret)]).toEqual([path, false]);
      expect([path, statusOf(answer)]).not.toEqual([path, 200]);
    };
    const asked = paths.flatMap((path) => [hub.port, hub.citizenPort].map((port) => ({ port, path })));
    for (let at = 0; at < asked.length; at += 40) {
      await Promise.all(asked.slice(at, at + 40).map(({ port, path }) => ask(port, path)));
    }
    expect(asked.length).toBeGreaterThan(1_000);
    expect([...seen].every((status) => [400, 404, 429].includes(status))).toBe(true);
    expect(seen.has(404)).toBe(true);
  });
});

const ORIGINS = [
  'https://evil.example',
  'null',
  'http://127.0.0.1',
  'http://127.0.0.1.evil.example',
  'http://localhost.evil.example',
  'file://',
  'http://evil.example:80',
  'chrome-extension://abc',
  'data:',
  '',
];

describe('an origin or a name that is not the hub’s own', () => {
  it('gets nothing done: no wish of a phone, no delivery, no request of the API, no socket', async () => {
    const hub = await testHub();
    const { key } = await api(hub);
    const posts: [number, string][] = [
      [hub.port, '/feeds/bookings'],
      [hub.port, '/'],
      [hub.citizenPort, '/api/tokens/1-AAAAAAAAAAAAAAAA/leave'],
      [hub.citizenPort, '/api/v1/check-ins'],
    ];
    for (const origin of ORIGINS) {
      for (const [port, path] of posts) {
        const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\nAuthorization: Bearer ${key}\r\n`;
        const answer = await rawHttp(
          port,
          `${head}Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
        );
        expect([origin, path, statusOf(answer)]).toEqual([origin, path, 403]);
      }
      const socket = io(hub.url, {
        transports: ['websocket'],
        reconnection: false,
        auth: { screen: 'kiosk', version: PROTOCOL_VERSION, device: 'kiosk-1', kioskId: 1 },
        extraHeaders: { origin },
      });
      onTestFinished(() => void socket.close());
      const outcome = await new Promise((resolve) => {
        socket.on('connect', () => resolve('in'));
        socket.on('connect_error', () => resolve('refused'));
      });
      expect([origin, outcome]).toEqual([origin, 'refused']);
    }
    for (const host of ['evil.example', '127.0.0.1.evil.example', '10.0.0.1', '', 'localhost@evil.example', '[::2]']) {
      const answer = await getRaw(hub.port, '/', `Host: ${host}\r\n`);
      expect([host, statusOf(answer)]).toEqual([host, 421]);
    }
  });
});

interface Node {
  readonly type?: unknown;
  readonly additionalProperties?: unknown;
  readonly propertyNames?: { readonly pattern?: unknown };
}

/** Every object of a JSON schema that takes fields which it does not name, by its place. */
function openObjects(node: unknown, place: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, additionalProperties, propertyNames } = node as Node;
  // A record whose keys have to have a form is closed, too.
  const isOpen = type === 'object' && additionalProperties !== false && propertyNames?.pattern === undefined;
  return [
    ...(isOpen ? [place] : []),
    ...Object.entries(node).flatMap(([key, value]) => openObjects(value, `${place}/${key}`)),
  ];
}

describe('mass assignment', () => {
  const ofApi = Object.entries(API_ROUTES as Record<string, ApiRoute>).flatMap(([name, { body, query, params }]) =>
    [body, query, params].flatMap((schema, place) => (schema ? [[`api ${name} ${place}`, schema] as const] : [])),
  );
  const all: readonly (readonly [string, z.ZodType])[] = [
    ...Object.entries(COMMANDS),
    ...Object.entries(QUESTIONS),
    ['envelope', envelopeSchema],
    ['handshake', handshakeSchema],
    ...ofApi,
  ];

  it('finds no command, question, handshake or request of the API that takes a field which it does not name', () => {
    expect(all.length).toBeGreaterThan(70);
    for (const [name, schema] of all) {
      expect([name, openObjects(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '')]).toEqual([
        name,
        [],
      ]);
    }
  });

  it('has each of them say so of a field too many', () => {
    for (const [name, schema] of all.filter(([one]) => one !== 'handshake')) {
      const { error } = schema.safeParse({ isAdmin: true, actor: 'manager', seq: 1 });
      expect([name, error?.issues.some(({ code }) => code === 'unrecognized_keys')]).toEqual([name, true]);
    }
  });
});

describe('the headers', () => {
  it('of every kind of answer let a page load nothing from elsewhere and stand nowhere, and let nobody guess a type', async () => {
    const hub = await testHub();
    const { key } = await api(hub);
    const phones = `http://127.0.0.1:${hub.citizenPort}`;
    const headers = { authorization: `Bearer ${key}` };
    const answers = [
      ...['/', '/kiosk/', '/nothing', '/api/slots', '/slips/1.png'].map((path) => fetch(hub.url + path)),
      fetch(hub.url, { method: 'DELETE' }),
      ...['/t/1-AAAAAAAAAAAAAAAA', '/nothing', '/api/tokens/x'].map((path) => fetch(phones + path)),
      fetch(`${phones}/api/v1/openapi.json`),
      fetch(`${phones}/api/v1/queues`, { headers }),
      fetch(`${phones}/api/v1/queues`),
    ];
    for (const { url, headers: given } of await Promise.all(answers)) {
      const policy = given.get('content-security-policy') ?? '';
      expect([url, policy]).toEqual([url, expect.stringContaining("default-src 'none'")]);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('frame-src');
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(given.get('x-content-type-options')).toBe('nosniff');
      expect(given.get('permissions-policy')).toContain('camera=()');
      expect(given.get('referrer-policy')).toBe('no-referrer');
      expect(given.get('cache-control')).not.toBeNull();
      expect(given.get('x-powered-by') ?? given.get('server')).toBeNull();
    }
  });

  it('of two pages let the one stand in the other, on this hub alone', async () => {
    const hub = await testHub();
    const policyAt = async (path: string) => (await fetch(hub.url + path)).headers.get('content-security-policy') ?? '';
    const [manager, board] = [await policyAt('/manager/'), await policyAt('/counter-display/')];
    expect(manager).toMatch(/frame-ancestors 'none'; frame-src 'self'$/);
    expect(board).toMatch(/frame-ancestors 'self'$/);
    expect(board).not.toContain('frame-src');
  });
});
