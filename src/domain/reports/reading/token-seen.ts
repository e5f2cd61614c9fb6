import type { Token } from '../../token.ts';
import type { Channel, Fact, Outcome } from '../day-facts.ts';

/** What reports need to know of a token. */
const KEPT = [
  'serviceId',
  'stageId',
  'classes',
  'state',
  'waitingSince',
  'targetMs',
  'counterId',
  'boundCounterId',
  'slotAt',
  'issuedAt',
  'waitedMs',
  'firstWaitMs',
  'forecastP50Ms',
  'forecastP90Ms',
] as const satisfies (keyof Token)[];

export type KnownToken = Pick<Token, (typeof KEPT)[number]>;

const UNKNOWN: KnownToken = {
  serviceId: '',
  stageId: '',
  classes: [],
  state: 'waiting',
  waitingSince: 0,
  targetMs: 0,
  counterId: null,
  boundCounterId: null,
  slotAt: null,
  issuedAt: 0,
  waitedMs: null,
  firstWaitMs: null,
  forecastP50Ms: null,
  forecastP90Ms: null,
};

/** A token as an event leaves it. */
export function changedToken(before: KnownToken | undefined, patch: Partial<Token>): KnownToken {
  const after: Record<string, unknown> = { ...(before ?? UNKNOWN) };
  for (const name of KEPT) if (patch[name] !== undefined) after[name] = patch[name];
  return after as unknown as KnownToken;
}

/** A counter's hold of a token. Times named `…At` in epoch ms, `startedAt` on the queue clock. */
export interface Hold {
  readonly serviceId: string;
  readonly stageId: string;
  readonly classes: readonly string[];
  readonly channel: Channel;
  readonly counterId: number;
  readonly operator: string;
  readonly cameAt: number;
  readonly calledAt: number;
  readonly waitedMs: number;
  readonly targetMs: number;
  readonly isJump: boolean;
  readonly reason: string;
  readonly overtaken: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
  startedAt: number | null;
  servedMs: number;
  endedAt: number | null;
  outcome: Outcome;
  endsVisit: boolean;
}

/** A token with what it has been through so far. */
export interface SeenToken {
  known: KnownToken;
  channel: Channel;
  /** Epoch ms at which it joined the line in which it is, and whether its wait there has been counted. */
  cameAt: number;
  isCounted: boolean;
  /** The hold that it is in. */
  hold: Hold | null;
  /** For undo: the hold that ended last, and its newest row of arrival. Both of the running day alone. */
  lastHold?: Hold | undefined;
  arrival?: Fact<'arrivals'> | undefined;
}
