/** What a citizen holds by one card: tokens and bookings of the last days, with the labels of the tokens. */
export interface PersonHolds {
  readonly personId: string;
  readonly count: number;
  /** `A-001 B-017`, of the tokens; empty for bookings. */
  readonly labels: string;
}

/** Bookings, or tokens, whose citizens gave the same phone. */
export interface PhoneShared {
  readonly persons: number;
  readonly count: number;
}

/** What a kiosk gave out today: instants of issue (epoch ms, in order), tokens with a priority class, and corrected ones. */
export interface KioskDay {
  readonly kioskId: number;
  readonly issuedAts: readonly number[];
  readonly withClass: number;
  readonly corrected: number;
}

/** What an operator called today, in order and out of it. */
export interface OperatorDay {
  readonly name: string;
  readonly calls: number;
  readonly jumps: number;
}

export interface AnomalyFacts {
  readonly tokens: readonly PersonHolds[];
  readonly bookings: readonly PersonHolds[];
  readonly phones: readonly PhoneShared[];
  readonly phoneTokens: readonly PhoneShared[];
  readonly kiosks: readonly KioskDay[];
  readonly operators: readonly OperatorDay[];
}

/** Something that a tout's work looks like, and honest work seldom does: a manager looks, nothing is refused for it. */
export type Anomaly =
  | { readonly kind: 'tokensOfCard'; readonly count: number; readonly labels: string }
  | { readonly kind: 'bookingsOfCard'; readonly count: number }
  | { readonly kind: 'bookingsOfPhone' | 'tokensOfPhone'; readonly count: number; readonly persons: number }
  | { readonly kind: 'kioskBurst'; readonly kioskId: number; readonly count: number; readonly at: number }
  | { readonly kind: 'classesCorrected'; readonly kioskId: number; readonly count: number; readonly of: number }
  | { readonly kind: 'jumps'; readonly operator: string; readonly count: number; readonly of: number };

/** From here on it is told. A family comes with four cards; a person touches a token in eight seconds at best. */
export const ANOMALY_FROM = {
  tokensOfCard: 5,
  bookingsOfCard: 4,
  bookingsOfPhone: 7,
  tokensOfPhone: 7,
  burst: 8,
  corrected: 5,
  correctedShare: 0.2,
  jumps: 5,
  jumpShare: 0.1,
} as const;

const BURST_MS = 60_000;

/** The most tokens within a minute, and when that minute began. */
function densest(issuedAts: readonly number[]): { readonly count: number; readonly at: number } {
  let best = { count: 0, at: 0 };
  let from = 0;
  issuedAts.forEach((at, place) => {
    while (at - (issuedAts[from] ?? at) > BURST_MS) from += 1;
    if (place - from + 1 > best.count) best = { count: place - from + 1, at: issuedAts[from] ?? at };
  });
  return best;
}

function ofKiosk({ kioskId, issuedAts, withClass, corrected }: KioskDay): Anomaly[] {
  const { count, at } = densest(issuedAts);
  const isOften = corrected >= ANOMALY_FROM.corrected && corrected >= withClass * ANOMALY_FROM.correctedShare;
  return [
    ...(count >= ANOMALY_FROM.burst ? [{ kind: 'kioskBurst', kioskId, count, at } as const] : []),
    ...(isOften ? [{ kind: 'classesCorrected', kioskId, count: corrected, of: withClass } as const] : []),
  ];
}

const isJumping = ({ calls, jumps }: OperatorDay): boolean =>
  jumps >= ANOMALY_FROM.jumps && jumps >= calls * ANOMALY_FROM.jumpShare;

/** What a manager should look at, by what was counted. */
export const findAnomalies = ({
  tokens,
  bookings,
  phones,
  phoneTokens,
  kiosks,
  operators,
}: AnomalyFacts): readonly Anomaly[] => [
  ...tokens
    .filter(({ count }) => count >= ANOMALY_FROM.tokensOfCard)
    .map(({ count, labels }) => ({ kind: 'tokensOfCard', count, labels }) as const),
  ...bookings
    .filter(({ count }) => count >= ANOMALY_FROM.bookingsOfCard)
    .map(({ count }) => ({ kind: 'bookingsOfCard', count }) as const),
  ...phones
    .filter(({ count }) => count >= ANOMALY_FROM.bookingsOfPhone)
    .map((shared) => ({ kind: 'bookingsOfPhone', ...shared }) as const),
  ...phoneTokens
    .filter(({ count }) => count >= ANOMALY_FROM.tokensOfPhone)
    .map((shared) => ({ kind: 'tokensOfPhone', ...shared }) as const),
  ...kiosks.flatMap(ofKiosk),
  ...operators
    .filter(isJumping)
    .map(({ name, calls, jumps }) => ({ kind: 'jumps', operator: name, count: jumps, of: calls }) as const),
];
