import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join as path } from 'node:path';
import { describe, expect, it } from 'vitest';
import { phoneServer } from '../../../src/hub/citizen/phone-server.ts';
import { allowances } from '../../../src/hub/limits/allowances.ts';
import { api, noOf } from '../../support/http/api.ts';
import { phonesOf } from '../../support/http/phones.ts';
import { testHub } from '../../support/test-hub.ts';

/** Asks over TLS, with that certificate alone for an authority. */
const askOver = (url: string, ca: string, headers = {}) =>
  new Promise<{ readonly status: number | undefined; readonly text: string }>((resolve, reject) => {
    const asked = request(url, { ca, headers }, (res) => {
      let text = '';
      res.on('data', (part: Buffer) => (text += String(part)));
      res.on('end', () => resolve({ status: res.statusCode, text }));
    });
    asked.on('error', reject);
    asked.end();
  });

describe('the public API on the network', () => {
  it('answers over TLS, by a certificate of the hub’s own authority, and gives nothing else of the hub', async () => {
    const hub = await testHub({ api: { host: '127.0.0.1', port: 0 } });
    const { key } = await api(hub, ['queues:read']);
    const authority = readFileSync(path(hub.folder, 'keys', 'authority.crt'), 'utf8');
    expect(authority).not.toContain('PRIVATE');
    const ask = (address: string, headers = {}) => askOver(`${hub.apiUrl ?? ''}${address}`, authority, headers);
    const bearer = { authorization: `Bearer ${key}` };
    const { status, text } = await ask('/api/v1/queues', bearer);
    expect([status, JSON.parse(text)]).toMatchObject([200, { serviceDay: '2026-11-23' }]);
    expect((await ask('/api/v1/queues')).status).toBe(401);
    for (const other of ['/', '/manager/', '/t/abc', '/socket.io/', '/pair', '/api/slots', '/media']) {
      expect([other, (await ask(other, bearer)).status]).toEqual([other, 404]);
    }
    const stranger = await testHub({ api: { host: '127.0.0.1', port: 0 } });
    const strangers = readFileSync(path(stranger.folder, 'keys', 'authority.crt'), 'utf8');
    await expect(askOver(`${hub.apiUrl ?? ''}/api/v1/openapi.json`, strangers)).rejects.toThrow(/certificate/);
    await expect(fetch(`${(hub.apiUrl ?? '').replace('https', 'http')}/api/v1/openapi.json`)).rejects.toThrow('fetch');
  });

  it('is refused in plain to whoever comes from another machine, with a key or without', async () => {
    const requests = allowances(null);
    const asked: string[] = [];
    const server = phoneServer({
      files: new Map(),
      desk: {} as Parameters<typeof phoneServer>[0]['desk'],
      api: (_req, res, address) => {
        asked.push(address);
        res.end('{}');
      },
      requests,
      connectionsPerAddress: 100,
      slowHeadMs: 5_000,
    });
    let from = '192.168.1.7';
    server.prependListener('connection', (socket) => Object.defineProperty(socket, 'remoteAddress', { value: from }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = phonesOf({ citizenPort: (server.address() as { port: number }).port });
    const headers = { authorization: 'Bearer mk_x_y', connection: 'close' };
    for (from of ['192.168.1.7', '::ffff:10.0.0.9', 'fe80::1', '1127.0.0.1'])
      expect(await noOf(await fetch(`${url}/api/v1/queues`, { headers }))).toEqual([403, 'tlsNeeded']);
    expect(asked).toEqual([]);
    for (from of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) await fetch(`${url}/api/v1/queues`, { headers });
    expect(asked).toHaveLength(3);
    server.closeAllConnections();
    server.close();
  });
});
