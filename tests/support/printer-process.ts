import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Ailments } from './fake-printer.ts';

/** Starts the fake printer. It ends with the test. */
export async function fakePrinter(ails: Partial<Ailments> = {}) {
  // Structured cloning, since there is no end of paper in JSON.
  const child = fork(join(import.meta.dirname, 'fake-printer.ts'), { serialization: 'advanced' });
  onTestFinished(() => void child.kill());
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const tell = async <T>(told: unknown): Promise<T> => {
    const answer = once(child, 'message') as Promise<[T]>;
    child.send(told as object);
    return (await answer)[0];
  };
  const fake = {
    address: `tcp://127.0.0.1:${port}`,
    port,
    /** Something is wrong with it, or is mended. */
    ails: (now: Partial<Ailments>) => tell({ ails: now }),
    mute: () => tell({ ails: { says: 'nothing' } satisfies Partial<Ailments> }),
    /** Every command that it has printed. */
    async bytes(): Promise<Buffer> {
      return Buffer.from((await tell<{ bytes: string }>('paper')).bytes, 'base64');
    },
    /** Power: off it forgets what was not printed. */
    off: () => tell('off'),
    on: () => tell('on'),
    async end(): Promise<void> {
      child.kill();
      await once(child, 'exit');
    },
  };
  if (Object.keys(ails).length > 0) await fake.ails(ails);
  return fake;
}
