import { z } from 'zod';
import { FIGURE_NAMES, FIGURE_WORDS } from '../../domain/reports/figures/figure-words.ts';
import type { FigureName } from '../../domain/reports/figures/figures.ts';
import { TOKEN_NEWS } from '../../domain/integrations/token-news.ts';
import { TOKEN_STATES } from '../../domain/token.ts';
import { wait } from '../views/view-parts.ts';

const at = z.int().describe('epoch ms');

/** A token as programs of others see it. */
export const apiToken = z
  .strictObject({
    reference: z.string().describe('names this token here; nobody can guess that of another one'),
    label: z.string(),
    serviceDay: z.iso.date(),
    serviceId: z.string(),
    stageId: z.string(),
    state: z.enum(TOKEN_STATES),
    counterId: z.int().nullable(),
    bookingId: z.string().nullable().describe('id of its booking at the app’s backend'),
    issuedAt: at,
    calledAt: at.nullable(),
    startedAt: at.nullable(),
    endedAt: at.nullable(),
    ahead: z.int().nullable().describe('of the same line, while it waits'),
    wait: wait.nullable().describe('the forecast, while it waits'),
  })
  .describe('A token: a numbered place in line. Nothing here says whose it is.');

export const apiTokens = z.strictObject({ serviceDay: z.iso.date(), tokens: z.array(apiToken) });

export const apiQueues = z.strictObject({
  serviceDay: z.iso.date(),
  isOpen: z.boolean(),
  queues: z.array(
    z.strictObject({
      serviceId: z.string(),
      waiting: z.int(),
      openCounters: z.array(z.int()),
      wait: wait.nullable().describe('of a walk-in who comes now; null while there is no forecast'),
    }),
  ),
});

const counted = {
  issued: z.int(),
  appointments: z.int().describe('of them, checked in by a booking'),
  done: z.int(),
  noShow: z.int(),
  left: z.int(),
  open: z.int().describe('in none of these states yet, or carried over'),
  meanWaitMs: z.int().nullable().describe('until the first call, of those who were called; open hours alone'),
};
export const dayTotals = z.strictObject(counted);
const serviceTotals = z.strictObject({ serviceId: z.string(), ...counted });

export const apiDays = z.strictObject({
  days: z.array(
    z.strictObject({
      serviceDay: z.iso.date(),
      isOver: z.boolean(),
      totals: dayTotals,
      services: z.array(serviceTotals),
    }),
  ),
});

const figures = z.strictObject(
  Object.fromEntries(
    FIGURE_NAMES.map((name) => [name, z.number().nullable().describe(FIGURE_WORDS[name].means.en)]),
  ) as Record<FigureName, z.ZodNullable<z.ZodNumber>>,
);

/** The figures of the manager's reports; times in ms, shares from 0 to 1, null where there is nothing to say. */
export const apiReport = z.strictObject({
  days: z.int().describe('service days of which there are figures'),
  total: figures,
  groups: z.array(z.strictObject({ key: z.string(), figures })),
  left: z.int().describe('groups beyond the most that are sent'),
});

const link = z.strictObject({ seq: z.int(), hash: z.string() });

/** What is signed of a centre-day. */
export const dayPayload = z.strictObject({
  format: z.literal('markaz-day/1'),
  centreId: z.string(),
  hubId: z.string(),
  serviceDay: z.iso.date(),
  isOver: z.boolean().describe('false: the day goes on, and its file will change'),
  chain: z
    .strictObject({ first: link, last: link, head: link.describe('as of which the tokens stand') })
    .describe('where the day lies in the event log of the hub'),
  totals: dayTotals,
  services: z.array(serviceTotals),
  classes: z.array(z.strictObject({ classId: z.string(), count: z.int() })),
  tokens: z.array(
    z.strictObject({
      label: z.string(),
      serviceId: z.string().describe('where it is now, or ended'),
      services: z.array(z.string()),
      state: z.enum(TOKEN_STATES),
      isAppointment: z.boolean(),
      counterId: z.int().nullable(),
      issuedAt: at,
      calledAt: at.nullable(),
      startedAt: at.nullable(),
      endedAt: at.nullable(),
      firstWaitMs: z.int().nullable(),
      recallCount: z.int(),
      requeueCount: z.int(),
    }),
  ),
});

/** A centre-day as it can be kept: the payload as it was signed, letter by letter. */
export const dayEnvelope = z.strictObject({
  format: z.literal('markaz-day-envelope/1'),
  algorithm: z.literal('Ed25519'),
  keyId: z.string(),
  publicKey: z.string().describe('base64url of 32 bytes; compare it with the one that you were given'),
  signature: z.string().describe('base64url, over the UTF-8 bytes of `payload`'),
  payload: z.string().describe('JSON of the form DayPayload'),
});

export const apiKeyAnswer = z.strictObject({
  algorithm: z.literal('Ed25519'),
  keyId: z.string(),
  publicKey: z.string(),
  centreId: z.string(),
  hubId: z.string(),
});

export const apiWebhooks = z.strictObject({
  webhooks: z.array(
    z.strictObject({
      id: z.int(),
      url: z.string(),
      events: z.array(z.enum(TOKEN_NEWS)),
      behind: z.int(),
      deliveredAt: at.nullable(),
      failures: z.int(),
      failingSinceAt: at.nullable(),
      trouble: z.string().nullable(),
      deadAt: at.nullable(),
    }),
  ),
});

/** The body of a delivery to a webhook. */
export const webhookDelivery = z.strictObject({
  id: z.string().describe('the same in every try of the same news'),
  type: z.enum(TOKEN_NEWS),
  at: at.describe('when it happened'),
  centreId: z.string(),
  token: apiToken.pick({
    reference: true,
    label: true,
    serviceDay: true,
    serviceId: true,
    stageId: true,
    state: true,
    counterId: true,
    bookingId: true,
  }),
});

export const apiError = z.object({
  error: z.object({
    code: z.string(),
    message: z.object({ en: z.string(), ur: z.string() }),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
});
