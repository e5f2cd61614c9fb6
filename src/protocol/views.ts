import { z } from 'zod';
import { COUNTER_STATUSES } from '../domain/counter.ts';
import { TOKEN_STATES } from '../domain/token.ts';

const words = z.object({ en: z.string(), ur: z.string() });
const at = z.int().describe('epoch ms');
const queueAt = z.int().describe('queue clock, ms');
const status = z.enum(COUNTER_STATUSES);

const calledToken = z.object({
  seq: z.int().describe('number of the call; grows with every call and recall'),
  label: z.string(),
  counterId: z.int(),
  serviceId: z.string(),
  at,
});

/** What seldom changes: names, places, papers. Sent at connection and when the centre changes. */
export const centreView = z.object({
  id: z.string(),
  name: words,
  timeZone: z.string(),
  groups: z.array(z.object({ id: z.string(), name: words, pictogram: z.string() })),
  services: z.array(
    z.object({
      id: z.string(),
      series: z.string(),
      name: words,
      groupId: z.string(),
      pictogram: z.string(),
      targetMs: z.int(),
      serviceMs: z.int(),
      papers: z.array(words),
    }),
  ),
  classes: z.array(z.object({ id: z.string(), name: words, pictogram: z.string() })),
  halls: z.array(z.object({ id: z.string(), name: words })),
  counters: z.array(z.object({ id: z.int(), hallId: z.string(), services: z.array(z.string()) })),
  kiosks: z.array(z.object({ id: z.int(), hallId: z.string() })),
  ticker: z.array(words),
  clock: z.enum(['real', 'demo']),
});

export const kioskView = z.object({
  isOpen: z.boolean(),
  opensAt: at.nullable(),
  printer: z.object({ kind: z.enum(['network', 'preview']), isReady: z.boolean() }),
  services: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['open', 'closed', 'dayCapReached']),
      waiting: z.int(),
      counters: z.int().describe('counters that are open for it now'),
    }),
  ),
  slips: z
    .array(
      z.object({
        tokenId: z.int(),
        outcome: z.enum(['queued', 'confirmed', 'notSent', 'uncertain']),
        picture: z.string().nullable(),
      }),
    )
    .describe('the newest slips of this kiosk, newest first'),
});

const tokenAtCounter = z.object({
  id: z.int(),
  label: z.string(),
  serviceId: z.string(),
  classes: z.array(z.string()),
  language: z.enum(['ur', 'en']),
  state: z.enum(TOKEN_STATES),
  issuedAt: at,
  calledAt: at.nullable(),
  startedAt: at.nullable(),
  waitingSince: queueAt,
  waitedMs: z.int().nullable(),
  targetMs: z.int(),
  lastCallAt: queueAt.nullable(),
  recallCount: z.int(),
  returnAt: at.nullable(),
});

export const counterView = z.object({
  counterId: z.int(),
  status,
  operator: z.string().nullable(),
  isAutoCall: z.boolean(),
  statusAt: at,
  current: tokenAtCounter.nullable(),
  undo: z.object({ label: z.string(), tokenId: z.int(), until: queueAt }).nullable(),
  waiting: z.int().describe('how many wait in the lines of this counter'),
  next: z
    .array(
      z.object({
        id: z.int(),
        label: z.string(),
        serviceId: z.string(),
        classes: z.array(z.string()),
        waitingSince: queueAt,
        targetMs: z.int(),
        isBound: z.boolean(),
      }),
    )
    .describe('the first of them, in the order of calling'),
  parked: z.array(z.object({ id: z.int(), label: z.string(), serviceId: z.string(), returnAt: at.nullable() })),
  counters: z.array(z.object({ id: z.int(), status })).describe('where a token can be transferred to'),
});

export const boardView = z.object({
  hallId: z.string().nullable(),
  calls: z.array(calledToken).describe('the newest calls of this hall, newest first'),
  counters: z.array(
    z.object({ id: z.int(), status, label: z.string().nullable(), state: z.enum(['called', 'serving']).nullable() }),
  ),
  waiting: z.int(),
});

export const counterDisplayView = z.object({
  counterId: z.int(),
  status,
  label: z.string().nullable(),
  state: z.enum(['called', 'serving']).nullable(),
  serviceId: z.string().nullable(),
  callSeq: z.int().nullable().describe('number of the last call here, so that a recall can be seen'),
});

/** Views that the hub pushes, by the event name suffix. */
export const VIEWS = {
  centre: centreView,
  kiosk: kioskView,
  counter: counterView,
  board: boardView,
  counterDisplay: counterDisplayView,
} as const;

export type ViewName = keyof typeof VIEWS;
export type ViewValue<Name extends ViewName> = z.infer<(typeof VIEWS)[Name]>;
export type CentreView = ViewValue<'centre'>;
export type KioskView = ViewValue<'kiosk'>;
export type CounterView = ViewValue<'counter'>;
export type BoardView = ViewValue<'board'>;
export type CounterDisplayView = ViewValue<'counterDisplay'>;

/** The hub's clocks and the end of its log, with every push: a screen shows the newest and is a witness of the chain. */
export interface Stamp {
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
  readonly queueAt: number;
}

/** A view with the stamp of the moment that it was made at. */
export type View = {
  readonly [Name in ViewName]: { readonly name: Name; readonly stamp: Stamp; readonly value: ViewValue<Name> };
}[ViewName];
