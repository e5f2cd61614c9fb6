import { createHmac } from 'node:crypto';
import type { Webhook } from '../../domain/integrations/webhook.ts';
import { makeKey } from '../../store/files/key-file.ts';

/** The key behind all that is given to those outside, made when it is first needed; it lies beside the database. */
export function outsideKey(folder: string): () => Buffer {
  let key: Buffer | undefined;
  return () => (key ??= makeKey(folder, 'outside'));
}

/** What the deliveries to an address are signed with. It follows from the key, so that no secret is stored or logged. */
export const webhookSecret = (key: Buffer, { id, addedAt }: Pick<Webhook, 'id' | 'addedAt'>): string =>
  `whsec_${createHmac('sha256', key).update(`webhook:${id}:${addedAt}`).digest('base64url')}`;
