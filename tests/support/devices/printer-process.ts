import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Ailments } from './printer-machine.ts';

/** Starts the process of a printer, which ends with the test, and gives what it said when it was ready. */
export async function printerProcess<Ready>(file: string, args: readonly string[] = []) {
  // Structured cloning, since there is no end of paper in JSON.
  const child = fork(file, [...args], { serialization: 'advanced' });
  onTestFinished(() => void child.kill());
  const tell = async <T>(told: unknown): Promise<T> => {
    const answer = once(child, 'message') as Promise<[T]>;
    child.send(told as object);
    return (await answer)[0];
  };
  const [ready] = (await once(child, 'message')) as [Ready];
  return {
    ready,
    tell,
    /** Something is wrong with it, or is mended. */
    ails: (now: Partial<Ailments>) => tell({ ails: now }),
    /** Every command that it has printed. */
    async bytes(): Promise<Buffer> {
      return Buffer.from((await tell<{ bytes: string }>('paper')).bytes, 'base64');
    },
    async end(): Promise<void> {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** Starts the fake printer on TCP. */
export async function fakePrinter(ails: Partial<Ailments> = {}) {
  const { ready, tell, ...printer } = await printerProcess<{ port: number }>(
    join(import.meta.dirname, 'fake-printer.ts'),
  );
  if (Object.keys(ails).length > 0) await printer.ails(ails);
  return {
    ...printer,
    address: `tcp://127.0.0.1:${ready.port}`,
    port: ready.port,
    mute: () => printer.ails({ says: 'nothing' }),
    /** Power: off it forgets what was not printed. */
    off: () => tell('off'),
    on: () => tell('on'),
  };
}
