import { z } from 'zod';
import { SCOPES } from '../../domain/integrations/api-key.ts';
import { TOKEN_NEWS } from '../../domain/integrations/token-news.ts';
import { at } from './view-parts.ts';

export const apiKeyView = z.object({
  id: z.int(),
  handle: z.string().describe('the part of the key that is no secret'),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  addedAt: at,
  usedAt: at.nullable().describe('when it was used last since the hub was started'),
});

export const webhookView = z.object({
  id: z.int(),
  url: z.string(),
  events: z.array(z.enum(TOKEN_NEWS)),
  addedAt: at,
  behind: z.int().describe('events of the log that it may still have to be told of'),
  deliveredAt: at.nullable(),
  failures: z.int().describe('in a row'),
  failingSinceAt: at.nullable(),
  trouble: z.string().nullable().describe('a status, or what the system says of the connection'),
  deadAt: at.nullable().describe('when the hub gave it up'),
});
