import { z } from 'zod';
import { FACES } from '../../domain/feedback.ts';
import { IDENTITIES } from '../../domain/centre.ts';
import { STAGE_PLACES } from '../../domain/journeys/journey.ts';
import { TOKEN_STATES } from '../../domain/token.ts';
import { boardCallsView, boardView, counterDisplayView } from './board-view.ts';
import { apiKeyView, webhookView } from './integration-views.ts';
import { at, goTo, queueAt, status, step, wait, words } from './view-parts.ts';
import { voiceView } from './voice-view.ts';
import { wallView } from '../wall/wall-view.ts';
import { keepingView } from '../records/keeping-view.ts';
import { readerView } from './reader-view.ts';
import { lastSlip, placedPrinter, printerView, slipOutcome } from './printer-view.ts';

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
      identity: z.enum(IDENTITIES),
      journey: z.array(
        z.object({
          id: z.string(),
          place: z.enum(STAGE_PLACES),
          isOptional: z.boolean(),
          checks: z.array(words),
          counters: z.array(z.int()).describe('that do it; empty elsewhere than at a counter'),
        }),
      ),
    }),
  ),
  stages: z.array(z.object({ id: z.string(), name: words })),
  classes: z.array(z.object({ id: z.string(), name: words, pictogram: z.string() })),
  halls: z.array(z.object({ id: z.string(), name: words })),
  counters: z.array(z.object({ id: z.int(), hallId: z.string(), services: z.array(z.string()) })),
  kiosks: z.array(z.object({ id: z.int(), hallId: z.string() })),
  appointments: z.object({ earlyMs: z.int(), lateMs: z.int() }),
  paperSeries: z.string().nullable(),
  cnicPattern: z.string().nullable(),
  ticker: z.array(words),
  clock: z.enum(['real', 'demo']),
  signIn: z
    .enum(['byName', 'byPin', 'firstManager'])
    .describe('how people sign in: by name alone in a demo; `firstManager`: nobody can yet'),
});

export const kioskView = z.object({
  isOpen: z.boolean(),
  opensAt: at.nullable(),
  closesAt: at.nullable(),
  printer: printerView.extend({
    otherKiosk: z.int().nullable().describe('the nearest other one of the hall that can print now'),
  }),
  services: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['open', 'closed', 'dayCapReached', 'closesBefore']),
      waiting: z.int().nullable().describe('null at a kiosk on its own, as is what follows'),
      counters: z.int().nullable().describe('counters that are open for it now'),
      wait: wait.nullable().describe('of somebody who comes now; null while there is no forecast'),
    }),
  ),
  slips: z
    .array(
      z.object({
        tokenId: z.int(),
        outcome: slipOutcome,
        canReprint: z.boolean().describe('whether its citizen may print it again, for a minute'),
        picture: z.string().nullable(),
        url: z.string().nullable().describe('of the page of its token; null where phones reach no hub'),
      }),
    )
    .describe('the newest slips of this kiosk, newest first'),
});

const tokenAtCounter = z.object({
  id: z.int(),
  label: z.string(),
  serviceId: z.string(),
  stageId: z.string(),
  steps: z.array(step),
  canSkip: z.boolean(),
  backTo: z.array(z.string()).describe('earlier counter stages of the journey'),
  next: goTo.nullable().describe('the counter stage after this one'),
  nextServices: z.array(z.string()),
  slotAt: at.nullable().describe('of an appointment'),
  trackingNumber: z.string().nullable(),
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
  left: z
    .object({
      label: z.string(),
      tokenId: z.int(),
      how: z.enum(['finished', 'noShow']),
      undoUntil: queueAt,
      goTo: goTo.nullable().describe('where its citizen goes now; null when the visit is over'),
      trackingNumber: z.string().nullable(),
    })
    .nullable()
    .describe('whom this counter ended last, while nobody else has touched that token'),
  waiting: z.int().describe('how many wait in the lines of this counter'),
  next: z
    .array(
      z.object({
        id: z.int(),
        label: z.string(),
        serviceId: z.string(),
        stageId: z.string(),
        slotAt: at.nullable(),
        classes: z.array(z.string()),
        waitingSince: queueAt,
        targetMs: z.int(),
        isBound: z.boolean(),
      }),
    )
    .describe('the first of them, in the order of calling'),
  parked: z
    .array(
      z.object({
        id: z.int(),
        label: z.string(),
        serviceId: z.string(),
        returnAt: at.nullable(),
        isAway: z.boolean().describe('stepped away by phone for some minutes, from a line of this counter'),
      }),
    )
    .describe('who is parked here, then who stepped away'),
  counters: z.array(z.object({ id: z.int(), status })).describe('where a token can be transferred to'),
  printer: printerView.nullable().describe('of this counter; null where it has none of its own'),
  slip: lastSlip.nullable().describe('the newest slip that printed here'),
});

const FEED_STATES = ['off', 'starting', 'up', 'down'] as const;

export const managerView = z.object({
  serviceDay: z.string(),
  printers: z.array(placedPrinter).describe('of all kiosks, and of the counters that have one of their own'),
  readers: z.array(readerView),
  feedback: z
    .array(z.object({ serviceId: z.string(), counterId: z.int(), face: z.enum(FACES), count: z.int() }))
    .describe('answers of the last seven days'),
  voices: z.array(voiceView),
  apiKeys: z.array(apiKeyView),
  webhooks: z.array(webhookView),
  staffCards: z.array(z.object({ id: z.int(), name: z.string(), addedAt: at })),
  feeds: z.array(
    z.object({
      name: z.string(),
      state: z.enum(FEED_STATES),
      upAt: at.nullable(),
      downSinceAt: at.nullable(),
      trouble: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
  faults: z
    .array(z.object({ feed: z.string(), place: z.string(), sourceId: z.string().nullable(), fault: z.string(), at }))
    .describe('bookings of the last days that could not be taken, newest first'),
  appointments: z.object({ booked: z.int(), checkedIn: z.int(), missed: z.int(), cancelled: z.int() }),
  overbooked: z.array(z.object({ serviceId: z.string(), slotAt: at, capacity: z.int(), booked: z.int() })),
  carriedOver: z.array(
    z.object({ label: z.string(), serviceId: z.string(), serviceDay: z.string(), turnsLeft: z.int() }),
  ),
  applications: z.array(
    z.object({
      serviceId: z.string(),
      stageId: z.string(),
      open: z.int(),
      atRisk: z.int(),
      overdue: z.int(),
    }),
  ),
  forecasts: z
    .array(
      z.object({
        serviceDay: z.string(),
        serviceId: z.string(),
        count: z.int(),
        maeMs: z.number(),
        biasMs: z.number(),
        exceededShare: z.number().describe('share that waited longer than the p90'),
      }),
    )
    .describe('what was forecast at issue against what happened'),
  keeping: keepingView,
  unserved: z.array(goTo.extend({ waiting: z.int() })).describe('lines that no open counter serves'),
});

/** What the page behind a slip's code shows; it comes by HTTP, not by a socket. */
export const tokenView = z.object({
  at,
  label: z.string(),
  serviceId: z.string(),
  stageId: z.string(),
  state: z.enum(TOKEN_STATES),
  counterId: z.int().nullable(),
  lastCallAt: queueAt.nullable().describe('its last call or recall: a change is a call'),
  slotAt: at.nullable(),
  returnAt: at.nullable(),
  isAway: z.boolean().describe('its citizen has asked for ten more minutes'),
  canPostpone: z.boolean(),
  counters: z.array(z.int()).describe('that do its stage'),
  ahead: z.int(),
  wait: wait.nullable(),
  nextServices: z.array(z.string()),
  application: z
    .object({
      trackingNumber: z.string(),
      state: z.enum(['open', 'delivered', 'ended']),
      dueAt: at.nullable(),
      timeline: z.array(step.extend({ plannedAt: at.nullable(), enteredAt: at.nullable(), isNow: z.boolean() })),
    })
    .nullable(),
});
export type TokenView = z.infer<typeof tokenView>;

/** Views that the hub pushes, by the event name suffix. */
export const VIEWS = {
  centre: centreView,
  kiosk: kioskView,
  counter: counterView,
  board: boardView,
  boardCalls: boardCallsView,
  counterDisplay: counterDisplayView,
  manager: managerView,
  wall: wallView,
} as const;

export type ViewName = keyof typeof VIEWS;
export type ViewValue<Name extends ViewName> = z.infer<(typeof VIEWS)[Name]>;
export type CentreView = ViewValue<'centre'>;
export type KioskView = ViewValue<'kiosk'>;
export type CounterView = ViewValue<'counter'>;
export type BoardView = ViewValue<'board'>;
export type BoardCallsView = ViewValue<'boardCalls'>;
export type CounterDisplayView = ViewValue<'counterDisplay'>;
export type ManagerView = ViewValue<'manager'>;

/** The hub's clocks and the end of its log, with every push: a screen shows the newest and is a witness of the chain. */
export interface Stamp {
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
  readonly queueAt: number;
  /** Of the hub that speaks: a screen that has seen a later one does not listen. */
  readonly epoch: number;
}

/** A view with the stamp of the moment that it was made at. */
export type View = {
  readonly [Name in ViewName]: { readonly name: Name; readonly stamp: Stamp; readonly value: ViewValue<Name> };
}[ViewName];
