import { createHash, timingSafeEqual } from 'node:crypto';
import { type ApiKey, readApiKey, type Scope } from '../../domain/integrations/api-key.ts';
import type { Store } from '../../store/store.ts';
import type { Allowances } from '../limits/allowances.ts';
import { againIn, type ApiNo, no } from './api-refusal.ts';

/** Compared against where no key has that handle, so that the time to a no does not tell whether one has. */
const NOBODY = '0'.repeat(64);

/** Knows the keys of the public API. When each was used last is kept in memory alone. */
export function apiKeys(
  store: Pick<Store, 'apiKeys'>,
  limits: { readonly perKey: Allowances; readonly wrong: Allowances },
  nowAt: () => number,
) {
  const usedAt = new Map<string, number>();

  function keyOf(text: string): ApiKey | undefined {
    const read = readApiKey(text);
    const known = read && store.apiKeys.byHandle(read.handle);
    const given = createHash('sha256')
      .update(read?.secret ?? '')
      .digest();
    const isSame = timingSafeEqual(given, Buffer.from(known?.secretHash ?? NOBODY, 'hex'));
    return isSame && known?.revokedAt === null ? known : undefined;
  }

  function wrong(address: string): ApiNo {
    const againMs = limits.wrong.take(address);
    return againMs > 0 ? againIn(againMs) : no('keyWrong', { 'www-authenticate': 'Bearer' });
  }

  return {
    usedAt: (handle: string): number | null => usedAt.get(handle) ?? null,
    /**
     * The key of a request, or why it is refused. Wrong ones are slowed down by address; a right one is never held up
     * by them, or whoever shares an address could lock others out.
     */
    admit(authorization: string | undefined, scope: Scope, address: string): ApiKey | ApiNo {
      const [, text] = /^Bearer ([\x21-\x7e]{1,100})$/i.exec(authorization ?? '') ?? [];
      if (!authorization) return no('keyMissing', { 'www-authenticate': 'Bearer' });
      const key = text === undefined ? undefined : keyOf(text);
      if (!key) return wrong(address);
      const againMs = limits.perKey.take(key.handle);
      if (againMs > 0) return againIn(againMs);
      usedAt.set(key.handle, nowAt());
      return key.scopes.includes(scope) ? key : no('scopeMissing');
    },
  };
}

export type ApiKeys = ReturnType<typeof apiKeys>;
