import { parentPort } from 'node:worker_threads';
import { type Course, playCourse, type Score } from './course.ts';
import { type ErlangCell, playCell } from './erlang.ts';

/** A part of the study that a thread can do alone. */
export type Task =
  | ({ readonly kind: 'course' } & Course)
  | {
      readonly kind: 'cell';
      readonly counters: number;
      readonly load: number;
      readonly seed: number;
      readonly seconds: number;
    };

export type Done =
  | { readonly kind: 'course'; readonly scores: readonly Score[] }
  | { readonly kind: 'cell'; readonly cell: ErlangCell };

export function doTask(task: Task): Done {
  if (task.kind === 'course') return { kind: 'course', scores: playCourse(task) };
  return { kind: 'cell', cell: playCell(task.counters, task.load, task.seed, task.seconds) };
}

parentPort?.on('message', (task: Task) => parentPort?.postMessage(doTask(task)));
