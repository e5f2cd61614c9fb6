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
  /** Queue clock at the last call or recall. */
  readonly lastCallAt: number | null;
  readonly recallCount: number;
  readonly requeueCount: number;
  /** When a parked citizen said they would be back. */
  readonly returnAt: number | null;
  /** The wait it brings into another service day. */
  readonly carriedWaitMs: number;
  /** How many turns of the service day it has lived through as carriedOver. */
  readonly carriedTurns: number;
}

/** States in which the token belongs to a counter's hands. */
export const isOpen = (token: Token): boolean => token.state === 'called' || token.state === 'serving';
