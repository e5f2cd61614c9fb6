import type { LoggedEvent } from '../../store/log/event.ts';
import type { Store } from '../../store/store.ts';

/** One piece of work on the store: `run` inside the batch's transaction, `settled` after its commit. */
export interface Work<T> {
  readonly run: (logged: LoggedEvent[]) => T;
  /** What the sender is told when the batch could not be stored. */
  readonly failed: (error: unknown) => T;
  readonly settled: (outcome: T) => void;
}

interface Job {
  readonly run: (logged: LoggedEvent[]) => void;
  readonly fail: (error: unknown) => void;
  readonly settle: () => void;
}

function jobOf<T>(work: Work<T>): Job {
  let outcome: T;
  return {
    run: (logged) => {
      outcome = work.run(logged);
    },
    fail: (error) => {
      outcome = work.failed(error);
    },
    settle: () => work.settled(outcome),
  };
}

/**
 * Group commit: all work that arrives in one turn of the event loop shares one transaction, and nobody is answered
 * before it is on disk. Answers leave before pushes. Work that throws is undone alone and fails alone.
 */
export function batches(
  store: Pick<Store, 'transact' | 'isInTransaction'>,
  hooks: { readonly beforeBatch: (logged: LoggedEvent[]) => void; readonly committed: (logged: LoggedEvent[]) => void },
) {
  let waiting: Job[] = [];

  function runOne(job: Job, logged: LoggedEvent[]): void {
    const from = logged.length;
    try {
      store.transact(() => job.run(logged));
    } catch (error) {
      // A full disk ends the whole transaction, not this part of it: then nothing after it may be stored alone.
      if (!store.isInTransaction()) throw error;
      logged.length = from;
      job.fail(error);
    }
  }

  function flush(): void {
    const jobs = waiting;
    waiting = [];
    let logged: LoggedEvent[] = [];
    try {
      store.transact(() => {
        hooks.beforeBatch(logged);
        for (const job of jobs) runOne(job, logged);
      });
    } catch (error) {
      logged = [];
      for (const job of jobs) job.fail(error);
    }
    for (const job of jobs) job.settle();
    if (logged.length > 0) hooks.committed(logged);
  }

  return {
    /** Puts work into the batch of this turn. */
    add<T>(work: Work<T>): void {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push(jobOf(work));
    },
    /** Runs what is waiting now, for a clean stop. */
    flush,
  };
}
