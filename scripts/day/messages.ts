import type { Reply } from '../../src/protocol/replies.ts';
import type { View } from '../../src/protocol/views/views.ts';
import type { Arrival } from './day-plan.ts';

/** What a participant's process is told. Times are the demo clock's, in epoch ms. */
export type ToParticipant =
  | { readonly kind: 'kiosks'; readonly url: string; readonly arrivals: readonly Arrival[] }
  | {
      readonly kind: 'operators';
      readonly url: string;
      readonly seed: number;
      readonly opensAt: number;
      readonly counters: readonly CounterPlan[];
    }
  | { readonly kind: 'boards'; readonly url: string; readonly halls: readonly (string | null)[]; readonly each: number }
  | { readonly kind: 'tick'; readonly at: number }
  | { readonly kind: 'closing' }
  | { readonly kind: 'end' };

/** A counter: the queues that it serves, and how long each of all queues usually takes. */
export interface CounterPlan {
  readonly id: number;
  readonly serviceMs: Readonly<Record<string, number>>;
  readonly queues: readonly string[];
}

/** A command that was answered, as its sender remembers it. */
export interface Acknowledged {
  readonly id: string;
  readonly name: string;
  readonly reply: Reply;
}

/** What a board saw in the whole day. */
export interface BoardReport {
  readonly hallId: string | null;
  readonly last: Extract<View, { name: 'board' }> | null;
  readonly wentBack: number;
  readonly views: number;
}

/** What a participant's process tells. `nextAt` is when it wants to act next, null for never. */
export type FromParticipant =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly nextAt: number | null; readonly open: number }
  | {
      readonly kind: 'report';
      readonly acknowledged: readonly Acknowledged[];
      readonly unanswered: number;
      readonly boards: readonly BoardReport[];
    };
