import { z } from 'zod';
import type { Scope } from '../../domain/integrations/api-key.ts';
import { GROUPINGS } from '../../domain/reports/figures/grouping.ts';
import { TOKEN_STATES } from '../../domain/token.ts';
import { boardView } from '../views/board-view.ts';
import type { ApiCode } from './api-codes.ts';
import {
  apiDays,
  apiKeyAnswer,
  apiQueues,
  apiReport,
  apiToken,
  apiTokens,
  apiWebhooks,
  dayEnvelope,
} from './api-schemas.ts';

/** A request of the public API: where, who may, what it takes and what it gives. */
export interface ApiRoute {
  readonly method: 'get' | 'post';
  /** Under `/api/v1`, with `{name}` for a part that `params` describes. */
  readonly path: string;
  /** Null: open to everybody. */
  readonly scope: Scope | null;
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodObject | null;
  readonly answer: z.ZodType;
  /** Refusals beside those of every request. */
  readonly errors: readonly ApiCode[];
  /** Whether the rules of the queue can say no (409, with their codes). */
  readonly hasRules: boolean;
}

const none = z.strictObject({});
const id = z.string().min(1).max(64);
const reference = z.strictObject({ reference: z.string().max(40) });
const plain = { params: none, query: none, body: null, errors: [], hasRules: false } as const;

/** Every route of the public API. The hub serves these, and the OpenAPI document describes these. */
export const API_ROUTES = {
  openapi: {
    ...plain,
    method: 'get',
    path: '/openapi.json',
    scope: null,
    summary: 'This description.',
    answer: z.looseObject({ openapi: z.literal('3.1.0') }),
  },
  signingKey: {
    ...plain,
    method: 'get',
    path: '/key',
    scope: null,
    summary: 'The public key that the files of centre-days are signed with.',
    answer: apiKeyAnswer,
  },
  listTokens: {
    ...plain,
    method: 'get',
    path: '/tokens',
    scope: 'tokens:read',
    summary: 'The tokens in one state, oldest first.',
    query: z.strictObject({
      state: z.enum(TOKEN_STATES).exclude(['done', 'noShow', 'left']),
      serviceId: id.optional(),
      limit: z.coerce.number<string>().int().min(1).max(500).default(200),
    }),
    answer: apiTokens,
  },
  token: {
    ...plain,
    method: 'get',
    path: '/tokens/{reference}',
    scope: 'tokens:read',
    summary: 'One token by its reference, or by the label that it holds now, as A-042.',
    params: reference,
    answer: apiToken,
  },
  checkIn: {
    ...plain,
    method: 'post',
    path: '/check-ins',
    scope: 'tokens:write',
    summary: 'The citizen of a booking is here: a token. A repeat is refused with bookingUsed, which names the token.',
    body: z.strictObject({
      code: z.string().min(1).max(128).describe('of the booking, as its QR or its text gives it'),
    }),
    answer: apiToken,
    hasRules: true,
  },
  queues: {
    ...plain,
    method: 'get',
    path: '/queues',
    scope: 'queues:read',
    summary: 'How many wait for each service, and how long a newcomer would.',
    answer: apiQueues,
  },
  board: {
    ...plain,
    method: 'get',
    path: '/board',
    scope: 'board:read',
    summary: 'What the board of a hall shows; of the whole centre without one.',
    query: z.strictObject({ hallId: id.optional() }),
    answer: boardView,
    errors: ['notFound'],
  },
  days: {
    ...plain,
    method: 'get',
    path: '/days',
    scope: 'reports:read',
    summary: 'Totals of service days, of the last 31 where nothing else is asked.',
    query: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
    answer: apiDays,
    errors: ['busy'],
  },
  report: {
    ...plain,
    method: 'get',
    path: '/reports',
    scope: 'reports:read',
    summary:
      'The figures of the manager’s reports over service days (the last 31 where nothing else is asked), by group.',
    query: z.strictObject({
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      // Who is not named: no answer tells what one of the staff did.
      by: z.enum(GROUPINGS).exclude(['operator']).default('service'),
    }),
    answer: apiReport,
    errors: ['busy'],
  },
  day: {
    ...plain,
    method: 'get',
    path: '/days/{date}',
    scope: 'days:read',
    summary: 'The signed file of one centre-day; as=payload gives what is signed, with the signature in a header.',
    params: z.strictObject({ date: z.iso.date() }),
    query: z.strictObject({ as: z.enum(['envelope', 'payload']).default('envelope') }),
    answer: dayEnvelope,
    errors: ['notFound', 'busy'],
  },
  webhooks: {
    ...plain,
    method: 'get',
    path: '/webhooks',
    scope: 'webhooks',
    summary: 'The addresses that are told of tokens, and how their deliveries go.',
    answer: apiWebhooks,
  },
} as const satisfies Record<string, ApiRoute>;

export type ApiRouteName = keyof typeof API_ROUTES;
/** What a route is asked with, after its schemas. */
export interface ApiAsked<Name extends ApiRouteName> {
  readonly params: z.infer<(typeof API_ROUTES)[Name]['params']>;
  readonly query: z.infer<(typeof API_ROUTES)[Name]['query']>;
  readonly body: (typeof API_ROUTES)[Name]['body'] extends z.ZodType
    ? z.infer<(typeof API_ROUTES)[Name]['body']>
    : null;
}
export type ApiAnswer<Name extends ApiRouteName> = z.infer<(typeof API_ROUTES)[Name]['answer']>;
