import { parentPort } from 'node:worker_threads';
import { stepBack } from './step-back.ts';

/** In a worker: does what is asked of it, one task after another, until it is told to stop. */
export function doTasks<Task>(does: (task: Task) => unknown): void {
  stepBack();
  parentPort?.on('message', (told: { readonly id: number; readonly task: Task } | 'stop') => {
    if (told === 'stop') return parentPort?.close();
    const { id, task } = told;
    try {
      parentPort?.postMessage({ id, value: does(task) });
    } catch (error) {
      parentPort?.postMessage({ id, trouble: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}
