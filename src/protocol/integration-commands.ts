import { z } from 'zod';
import { SCOPES } from '../domain/integrations/api-key.ts';
import { typedText } from './typed-text.ts';
import { TOKEN_NEWS } from '../domain/integrations/token-news.ts';

const id = z.int().positive();

/** What a manager commands about the programs of others. */
export const INTEGRATION_COMMANDS = {
  addApiKey: z
    .strictObject({
      handle: z.string().regex(/^[a-z0-9]{12}$/),
      name: typedText.max(60),
      scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
      secretHash: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .describe('A key of the public API. The screen made its secret and shows it once; only its SHA-256 comes here.'),
  revokeApiKey: z.strictObject({ apiKeyId: id }).describe('A key of the public API opens nothing more.'),
  addWebhook: z
    .strictObject({
      url: z.string().min(8).max(500),
      events: z.array(z.enum(TOKEN_NEWS)).min(1).max(TOKEN_NEWS.length),
    })
    .describe('An address is told of tokens from now on, in signed deliveries.'),
  removeWebhook: z.strictObject({ webhookId: id }).describe('An address is told of nothing more.'),
  restartWebhook: z
    .strictObject({ webhookId: id })
    .describe('An address that was given up is tried again, from where it stopped.'),
} as const;

/** What a manager asks about them. */
export const INTEGRATION_QUESTIONS = {
  webhookSecret: z
    .strictObject({ webhookId: id })
    .describe('What the deliveries to an address are signed with; told in the first ten minutes alone.'),
} as const;

/** How each question is answered. */
export const INTEGRATION_ANSWERS = {
  webhookSecret: z.object({ secret: z.string() }),
} as const;
