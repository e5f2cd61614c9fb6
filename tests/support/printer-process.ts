import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Starts the fake printer. It ends with the test. */
export async function fakePrinter() {
  const child = fork(join(import.meta.dirname, 'fake-printer.ts'));
  onTestFinished(() => void child.kill());
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    address: `tcp://127.0.0.1:${port}`,
    port,
    mute: () => void child.send('mute'),
    async bytes(): Promise<Buffer> {
      const answer = once(child, 'message') as Promise<[{ bytes: string }]>;
      child.send('bytes');
      return Buffer.from((await answer)[0].bytes, 'base64');
    },
    async end(): Promise<void> {
      child.kill();
      await once(child, 'exit');
    },
  };
}
