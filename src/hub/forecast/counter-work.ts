import type { CallSeen } from '../../domain/wait-forecast/learn-absence.ts';
import type { Occupation } from '../../domain/wait-forecast/learn-service-times.ts';

/** A call as it was made: for which queue, when (epoch ms and queue clock), after what wait. */
export interface CallMade {
  readonly queueId: string;
  readonly at: number;
  readonly calledAt: number;
  readonly waitedMs: number;
}

/** What a counter did last, until its next call says how long that kept it. `endedAt` on the queue clock. */
interface Ended {
  readonly call: CallMade;
  readonly endedAt: number;
}

/** A counter that calls again within this time was at work all the while; after longer it had nobody to call. */
const PAUSE_MS = 120_000;

/** Follows what counters do: how long each citizen kept one, and who was not there when called. */
export function counterWork(hourOf: (at: number) => number) {
  const held = new Map<number, CallMade>();
  const ended = new Map<number, Ended>();
  const occupations: Occupation[] = [];
  const calls: CallSeen[] = [];

  function occupationOf({ call, endedAt }: Ended, nextCallAt: number): Occupation {
    const until = nextCallAt - endedAt <= PAUSE_MS ? nextCallAt : endedAt;
    return { work: call.queueId, hour: hourOf(call.at), ms: until - call.calledAt };
  }

  return {
    call(tokenId: number, counterId: number, call: CallMade): void {
      const last = ended.get(counterId);
      ended.delete(counterId);
      if (last) occupations.push(occupationOf(last, call.calledAt));
      held.set(tokenId, call);
    },
    /** The token has left the counter's hands; nobody came when `isAbsent`. */
    end(tokenId: number, counterId: number | null, isAbsent: boolean, queueAt: number): void {
      const call = held.get(tokenId);
      if (!call) return;
      held.delete(tokenId);
      calls.push({ waitedMs: call.waitedMs, absentMs: isAbsent ? queueAt - call.calledAt : null });
      if (!isAbsent && counterId !== null) ended.set(counterId, { call, endedAt: queueAt });
    },
    /** Whom the counter served last, when that ended within a pause of `queueAt`: it was at work all the while. */
    justServed(counterId: number, queueAt: number): CallMade | undefined {
      const last = ended.get(counterId);
      return last && queueAt - last.endedAt <= PAUSE_MS ? last.call : undefined;
    },
    seen(): { readonly occupations: readonly Occupation[]; readonly calls: readonly CallSeen[] } {
      const unfollowed = [...ended.values()].map((last) => occupationOf(last, Number.POSITIVE_INFINITY));
      return { occupations: [...occupations, ...unfollowed], calls };
    },
  };
}
