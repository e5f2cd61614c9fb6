import { createHash, randomBytes } from 'node:crypto';
import { SCOPES, type Scope } from '../../../src/domain/integrations/api-key.ts';
import type { Hub } from '../../../src/hub/hub.ts';
import { phonesOf } from './phones.ts';
import { join } from '../test-hub.ts';

/** A key as the manager's screen makes it: its secret stays here. */
export function newKey(scopes: readonly Scope[] = SCOPES) {
  const handle = randomBytes(6).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const secretHash = createHash('sha256').update(secret).digest('hex');
  return {
    key: `mk_${handle}_${secret}`,
    secret,
    command: { handle, name: 'Gateway', scopes: [...scopes], secretHash },
  };
}

export const manager = (hub: Pick<Hub, 'url'>) => join(hub, { screen: 'manager', name: 'Sana' });

const withKey = (key: string, more: RequestInit['headers'] = {}) =>
  new Headers([['authorization', `Bearer ${key}`], ...new Headers(more)]);

/** Asks the public API of a hub, with a new key of those scopes. */
export async function api(hub: Pick<Hub, 'url' | 'citizenPort'>, scopes?: readonly Scope[]) {
  const { key, command } = newKey(scopes);
  const { apiKeyId = 0 } = await manager(hub).done('addApiKey', command);
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${phonesOf(hub)}/api/v1${path}`, { ...init, headers: withKey(key, init.headers) });
  return {
    key,
    apiKeyId,
    ask,
    json: async (path: string) => (await (await ask(path)).json()) as Record<string, never>,
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
  };
}

/** Status and code of a no. */
export async function noOf(response: Response): Promise<[number, string]> {
  const { error } = (await response.json()) as { error: { code: string; message: { en: string; ur: string } } };
  return [response.status, error.code];
}
