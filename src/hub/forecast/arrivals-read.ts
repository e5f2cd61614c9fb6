import type { daysRead } from './days-read.ts';
import { queueOf, type TokenSeen } from './token-seen.ts';

/** Somebody who joined a line: on which service day and when in it. */
export interface ArrivalSeen {
  readonly day: string;
  readonly msOfDay: number;
  readonly queueId: string;
  readonly targetMs: number;
}

/** Who joined the lines: walk-ins and those who came back to them; and how those with an appointment kept to it. */
export function arrivalsRead(days: ReturnType<typeof daysRead>) {
  const arrivals: ArrivalSeen[] = [];
  const slotOffsets: number[] = [];
  return {
    seen: { arrivals, slotOffsets },
    come(token: TokenSeen, at: number): void {
      if (token.slotAt != null) slotOffsets.push(at - token.slotAt);
      if (token.appointmentId == null) this.join(token, at);
    },
    join(token: TokenSeen, at: number): void {
      const queueId = queueOf(token);
      if (queueId === undefined) return;
      const { targetMs = 0 } = token;
      arrivals.push({ day: days.seen.days.at(-1) ?? '', msOfDay: at - days.beganAt(), queueId, targetMs });
    },
  };
}
