import { Worker } from 'node:worker_threads';
import type { Done, Task } from './task.ts';

function ask(worker: Worker, task: Task | undefined): Promise<Done> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (done: Done) => {
      worker.off('error', reject);
      resolve(done);
    });
    worker.postMessage(task);
  });
}

/** Does all tasks on so many threads; tells after each how many are left. Gives the results in the order of the tasks. */
export async function doAll(
  tasks: readonly Task[],
  threads: number,
  tell: (left: number) => void,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  let next = 0;
  let left = tasks.length;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./task.ts', import.meta.url));
    try {
      for (let place = next++; place < tasks.length; place = next++) {
        done[place] = await ask(worker, tasks[place]);
        tell((left -= 1));
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return done;
}
