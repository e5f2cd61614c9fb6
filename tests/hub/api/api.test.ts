import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { SCOPES } from '../../../src/domain/integrations/api-key.ts';
import { apiDoor } from '../../../src/hub/api/api-door.ts';
import { httpOf } from '../../support/http/http-of.ts';
import { api, manager, newKey, noOf } from '../../support/http/api.ts';
import { bookedHub } from '../../support/bookings/booked-hub.ts';
import { phonesOf } from '../../support/http/phones.ts';
import { differs, storeText } from '../../support/store-text.ts';
import { kiosk, testHub, wishFor } from '../../support/test-hub.ts';

interface Operation {
  readonly operationId: string;
  readonly 'x-scope'?: string;
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { description: string; content: Record<string, { schema: object }> }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

type CallInit = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

const JSON_TYPE = { 'content-type': 'application/json' };
/** What each operation is called with to say yes. */
const CALLS: Readonly<Record<string, string>> = {
  listTokens: '/tokens?state=waiting',
  token: '/tokens/A-001',
  board: '/board?hallId=hall',
  days: '/days?from=2026-11-01&to=2026-11-30',
  report: '/reports?from=2026-11-23&to=2026-11-23&by=hour',
  day: '/days/2026-11-23',
};
/** And with to say that there is no such thing. */
const NOWHERE: Readonly<Record<string, string>> = {
  token: '/tokens/A-999',
  board: '/board?hallId=moon',
  day: '/days/2020-01-01',
};

/** A document that a hub serves, and a way to ask each of its operations. */
async function served() {
  const { hub, code } = await bookedHub();
  await kiosk(hub).done('issue', wishFor('domicile'));
  const base = `${phonesOf(hub)}/api/v1`;
  const document = (await (await fetch(`${base}/openapi.json`)).json()) as Document;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const call = (one: (typeof operations)[number], key: string, init: CallInit = {}, path?: string) => {
    const { operation, method } = one;
    const body = operation.requestBody ? JSON.stringify({ code }) : null;
    const headers = { authorization: `Bearer ${key}`, ...(body === null ? {} : JSON_TYPE), ...init.headers };
    return fetch(base + (path ?? CALLS[operation.operationId] ?? one.path), { method, body, ...init, headers });
  };
  return { hub, base, document, operations, call };
}

describe('the public API', () => {
  it('answers every operation of the document that it serves by the schema that stands there', async () => {
    const { hub, operations, call } = await served();
    const { key } = await api(hub);
    expect(operations.length).toBe(11);
    for (const one of operations) {
      const response = await call(one, key);
      const schema = z.fromJSONSchema(one.operation.responses['200']?.content['application/json']?.schema as never);
      const value: unknown = await response.json();
      expect([one.operation.operationId, response.status, schema.safeParse(value).error]).toEqual([
        one.operation.operationId,
        200,
        undefined,
      ]);
      // A schema that lets anything through would prove nothing.
      expect([one.operation.operationId, schema.safeParse({ surprise: value }).success]).toEqual([
        one.operation.operationId,
        false,
      ]);
    }
  });

  it('refuses as the document says: each code of each operation, by its status and in both languages', async () => {
    const { hub, document, operations, call } = await served();
    const { key } = await api(hub);
    const error = z.fromJSONSchema(document.components.schemas['Error'] as never);
    const pathOf = ({ path, operation }: (typeof operations)[number]) => CALLS[operation.operationId] ?? path;
    const narrow = new Map<string, string>();
    for (const scope of SCOPES)
      narrow.set(
        scope,
        (
          await api(
            hub,
            SCOPES.filter((one) => one !== scope),
          )
        ).key,
      );
    const seen = new Set<string>();
    for (const one of operations) {
      const { operationId, responses } = one.operation;
      const ways: Record<string, () => Promise<Response>> = {
        originRefused: () => call(one, key, { headers: { origin: 'https://evil.example' } }),
        keyMissing: () => call(one, key, { headers: { authorization: '' } }),
        keyWrong: () => call(one, newKey().key),
        scopeMissing: () => call(one, narrow.get(one.operation['x-scope'] ?? '') ?? ''),
        badRequest: () => call(one, key, {}, `${pathOf(one)}${pathOf(one).includes('?') ? '&' : '?'}surprise=1`),
        notFound: () => call(one, key, {}, NOWHERE[operationId] ?? '/'),
        tooLarge: () => call(one, key, { body: JSON.stringify({ code: 'x'.repeat(20_000) }) }),
        notJson: () => call(one, key, { headers: { 'content-type': 'text/plain' } }),
      };
      for (const [status, { description }] of Object.entries(responses)) {
        for (const code of Object.keys(ways).filter((name) => description.includes(`${name}: `))) {
          // An empty header is none.
          const response = await (ways[code] as () => Promise<Response>)();
          const body: unknown = await response.json();
          expect([operationId, response.status, (body as { error?: { code: string } }).error?.code]).toEqual([
            operationId,
            Number(status),
            code,
          ]);
          expect(error.safeParse(body).success).toBe(true);
          seen.add(code);
        }
      }
    }
    expect([...seen].toSorted()).toEqual([
      'badRequest',
      'keyMissing',
      'keyWrong',
      'notFound',
      'notJson',
      'originRefused',
      'scopeMissing',
      'tooLarge',
    ]);
  });

  it('checks a booking in once, and says what stands against it in the words of the rules', async () => {
    const { hub, code } = await bookedHub();
    const { post, json } = await api(hub, ['tokens:write', 'tokens:read']);
    const response = await post('/check-ins', { code });
    const token = (await response.json()) as { label: string; reference: string; bookingId: string };
    expect([response.status, token.label, token.bookingId]).toEqual([200, 'A-001', code]);
    expect(await json(`/tokens/${token.reference}`)).toMatchObject({ label: 'A-001', state: 'waiting', ahead: 0 });
    expect(await noOf(await post('/check-ins', { code }))).toEqual([409, 'bookingUsed']);
    expect(await noOf(await post('/check-ins', { code: 'LHR-9999' }))).toEqual([409, 'unknownBooking']);
    // The reference leads to no page of a citizen: it is sealed with another key.
    expect((await fetch(`${phonesOf(hub)}/api/tokens/${token.reference}`)).status).toBe(404);
  });

  it('answers HEAD without a body, OPTIONS with what is allowed, and other methods with 405', async () => {
    const hub = await testHub();
    const { ask } = await api(hub);
    const head = await ask('/queues', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(10);
    const options = await ask('/check-ins', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'POST, OPTIONS']);
    const wrong = await ask('/queues', { method: 'DELETE' });
    expect([...(await noOf(wrong)), wrong.headers.get('allow')]).toEqual([
      405,
      'methodNotAllowed',
      'GET, HEAD, OPTIONS',
    ]);
    expect(await noOf(await ask('/nothing'))).toEqual([404, 'notFound']);
  });

  it('lets pages of a listed origin ask, and of no other', async () => {
    const origin = 'https://app.example.pk';
    const hub = await testHub({ apiOrigins: [origin] });
    const { ask } = await api(hub);
    const listed = await ask('/queues', { headers: { origin } });
    expect([listed.status, listed.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
    for (const other of ['https://app.example.pk.evil.example', 'null', 'http://app.example.pk', phonesOf(hub)]) {
      const response = await ask('/queues', { headers: { origin: other } });
      expect([other, ...(await noOf(response))]).toEqual([other, 403, 'originRefused']);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('tells nothing of a fault to who asked, and goes on', async () => {
    const fault = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const fails = () => {
      throw new Error('a secret of the inside');
    };
    const door = apiDoor({ answers: { openapi: fails } as never, keys: {} as never, origins: [] });
    const url = await httpOf((req, res) => door(req, res, '/api/v1/openapi.json', 0));
    const response = await fetch(url);
    const text = await response.text();
    expect([response.status, text]).toEqual([500, expect.stringContaining('hubFailed')]);
    expect(text).not.toMatch(/secret|at |\.ts/);
    expect(fault).toHaveBeenCalledOnce();
  });
});

describe('the keys of the public API', () => {
  it('are good until they are revoked, and no part of the secret is kept anywhere', async () => {
    const hub = await testHub();
    const { key, ask, apiKeyId } = await api(hub, ['queues:read']);
    const sana = manager(hub);
    expect((await ask('/queues')).status).toBe(200);
    await kiosk(hub).done('issue', wishFor('fine'));
    const view = await sana.see('manager', ({ apiKeys }) => (apiKeys[0]?.usedAt ?? null) !== null);
    expect(view.apiKeys[0]).toMatchObject({ name: 'Gateway', scopes: ['queues:read'] });
    await sana.done('revokeApiKey', { apiKeyId });
    expect(await noOf(await ask('/queues'))).toEqual([401, 'keyWrong']);
    await hub.close();
    expect(storeText(hub)).not.toContain(key.slice(-43));
    expect(differs(hub)).toEqual([]);
  });

  it('are made by managers alone, once each', async () => {
    const hub = await testHub();
    const { command } = newKey();
    expect(await kiosk(hub).send('addApiKey', command)).toMatchObject({ error: { code: 'notAllowed' } });
    await manager(hub).done('addApiKey', command);
    expect(await manager(hub).send('addApiKey', command)).toMatchObject({ error: { code: 'apiKeyTaken' } });
    expect(await manager(hub).send('revokeApiKey', { apiKeyId: 9 })).toMatchObject({
      error: { code: 'unknownApiKey' },
    });
  });

  it('cannot be tried out: no wrong one opens, an address is soon told to wait, and a right one still opens', async () => {
    const hub = await testHub();
    const { key, ask } = await api(hub, ['queues:read']);
    const [, handle = ''] = key.split('_');
    const guesses = Array.from({ length: 200 }, (_, place) =>
      place % 2 === 0 ? newKey().key : `mk_${handle}_${newKey().secret}`,
    );
    const odd = [
      '',
      'mk_',
      `mk_${handle}_`,
      key.slice(0, -1),
      `${key}A`,
      key.toUpperCase(),
      'x'.repeat(500),
      '" OR 1=1 --',
    ];
    const statuses: number[] = [];
    for (const guess of [...guesses, ...odd]) {
      const headers = { authorization: `Bearer ${guess}` };
      statuses.push((await fetch(`${phonesOf(hub)}/api/v1/queues`, { headers })).status);
    }
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(statuses.slice(20).filter((status) => status === 401).length).toBeLessThan(5);
    expect((await ask('/queues')).status).toBe(200);
  });

  it('ask no faster than they may, each on its own', async () => {
    const hub = await testHub({ limits: { apiKey: { perSecond: 0.001, burst: 3 } } });
    const first = await api(hub);
    const second = await api(hub);
    const statuses: number[] = [];
    for (let i = 0; i < 5; i += 1) statuses.push((await first.ask('/queues')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const refused = await first.ask('/queues');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await second.ask('/queues')).status).toBe(200);
  });
});
