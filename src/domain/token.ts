import type { Step } from './journeys/journey.ts';

/** The states of a token, in the order in which a plain visit meets them. */
export const TOKEN_STATES = [
  'waiting',
  'called',
  'serving',
  'done',
  'parked',
  'noShow',
  'left',
  'carriedOver',
] as const;
export type TokenState = (typeof TOKEN_STATES)[number];

/** The languages that a citizen can choose. */
export const LANGUAGES = ['ur', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A numbered place in line. Times end in `At` (epoch ms); `waitingSince` and `lastCallAt` are ms of the queue clock. */
export interface Token {
  readonly id: number;
  /** `YYYY-MM-DD` of the service day in which it was issued; it never changes. */
  readonly serviceDay: string;
  readonly series: string;
  readonly number: number;
  readonly serviceId: string;
  /** The counter stage of the service at which it waits or is served. */
  readonly stageId: string;
  /** The stages of this service that it has been through in this visit, and the one that it is in. */
  readonly steps: readonly Step[];
  /** Every service that the citizen chose for this visit. */
  readonly services: readonly string[];
  /** Services that this visit still has before it, in no order: each time the one that waits least is next. */
  readonly nextServices: readonly string[];
  /** The booking that it was checked in by. */
  readonly appointmentId: number | null;
  /** Its slot (epoch ms) while the promise of an appointment holds: on time, and at the first stage. */
  readonly slotAt: number | null;
  /** The application that it filed, or that it came for. */
  readonly applicationId: number | null;
  /** Random id of its citizen, where an identity was given. */
  readonly personId: string | null;
  readonly classes: readonly string[];
  readonly language: Language;
  readonly state: TokenState;
  /** Queue clock: the start of the wait that the calling rule counts. */
  readonly waitingSince: number;
  /** The promised wait of its line. */
  readonly targetMs: number;
  /** The counter that holds it, or that held it last; null while it waits. */
  readonly counterId: number | null;
  /** The one counter that may call it, after a transfer to a counter. */
  readonly boundCounterId: number | null;
  readonly issuedAt: number;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** Waiting time on the queue clock until it was called last. */
  readonly waitedMs: number | null;
  /** Waiting time until it was called for the first time. */
  readonly firstWaitMs: number | null;
  /** What was forecast when it was issued. */
  readonly forecastP50Ms: number | null;
  readonly forecastP90Ms: number | null;
  /** Queue clock at the last call or recall. */
  readonly lastCallAt: number | null;
  readonly recallCount: number;
  readonly requeueCount: number;
  /** When a parked citizen said they would be back. */
  readonly returnAt: number | null;
  /** Queue clock: since when a citizen is away who asked for ten more minutes; null for all others. */
  readonly awaySince: number | null;
  /** How often its citizen has asked for them. */
  readonly postponeCount: number;
  /** The wait it brings into another service day. */
  readonly carriedWaitMs: number;
  /** How many turns of the service day it has lived through as carriedOver. */
  readonly carriedTurns: number;
}

/** States in which the token belongs to a counter's hands. */
export const isOpen = (token: Token): boolean => token.state === 'called' || token.state === 'serving';

/** What a token is before anything has happened to it; also what events from before a field existed mean by it. */
export const FRESH_TOKEN = {
  state: 'waiting',
  steps: [],
  nextServices: [],
  appointmentId: null,
  slotAt: null,
  applicationId: null,
  personId: null,
  counterId: null,
  boundCounterId: null,
  calledAt: null,
  startedAt: null,
  endedAt: null,
  waitedMs: null,
  firstWaitMs: null,
  forecastP50Ms: null,
  forecastP90Ms: null,
  lastCallAt: null,
  recallCount: 0,
  requeueCount: 0,
  returnAt: null,
  awaySince: null,
  postponeCount: 0,
  carriedWaitMs: 0,
  carriedTurns: 0,
} as const satisfies Partial<Token>;
