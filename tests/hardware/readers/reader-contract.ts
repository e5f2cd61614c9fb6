import { expect, it, onTestFinished } from 'vitest';
import type { Reader } from '../../../hardware/readers/reader.ts';

/** A reader with the thing that it reads from. */
export interface Tried {
  readonly reader: Reader;
  /** Holds something to it. */
  readonly scan: (text: string) => unknown;
  /** More than any code holds, at once. */
  readonly burst: (bytes: number) => unknown;
  /** The beginning of something, and never its rest: over once the reader can wait for that no longer. */
  readonly half: (text: string) => unknown;
  readonly unplug: () => unknown;
  readonly replug: () => unknown;
}

/** What every reader does, whatever it is behind. */
export function keepsTheReaderContract(make: () => Promise<Tried>): void {
  const tried = async () => {
    const one = await make();
    onTestFinished(() => one.reader.close());
    const read: string[] = [];
    const states: string[] = [];
    one.reader.hear(({ bytes }) => read.push(Buffer.from(bytes).toString('latin1')));
    one.reader.watch((state) => states.push(state));
    await expect.poll(() => states.at(-1), { timeout: 8_000 }).toBe('ready');
    return { ...one, read, states };
  };

  it('gives each thing that is read, whole and in order', async () => {
    const { scan, read } = await tried();
    const long = `${'ABCDEFGHIJ'.repeat(13)}.`;
    for (const text of ['3520212345673', long, 'MKZ:lahore:LHR-0001']) await scan(text);
    await expect.poll(() => read, { timeout: 5_000 }).toEqual(['3520212345673', long, 'MKZ:lahore:LHR-0001']);
  });

  it('gives nothing of a burst that no code holds, and reads on', async () => {
    const { scan, burst, read } = await tried();
    await burst(10_000);
    await scan('3520212345673');
    await expect.poll(() => read, { timeout: 5_000 }).toEqual(['3520212345673']);
  });

  it('gives what a code holds between its characters too: the ends of groups, of fields and of the message', async () => {
    const { scan, read } = await tried();
    const licence = '@\u001E\u001DANSI 636000\u001CDAQ3520212345673\t\u001B\u0004';
    for (const text of [licence, '3520212345673']) await scan(text);
    await expect.poll(() => read, { timeout: 5_000 }).toEqual([licence, '3520212345673']);
  });

  it('gives nothing of half a report, and reads on', async () => {
    const { scan, half, read } = await tried();
    await half('3520298765431');
    await scan('3520212345673');
    await half('3520298765431');
    await scan('MKZ:lahore:LHR-0001');
    await expect.poll(() => read, { timeout: 5_000 }).toEqual(['3520212345673', 'MKZ:lahore:LHR-0001']);
  });

  it('says that it is away when it is unplugged, and is found again', async () => {
    const { scan, unplug, replug, read, states } = await tried();
    await unplug();
    await expect.poll(() => states.at(-1), { timeout: 8_000 }).toBe('away');
    await replug();
    await expect.poll(() => states.at(-1), { timeout: 8_000 }).toBe('ready');
    await scan('3520212345673');
    await expect.poll(() => read, { timeout: 5_000 }).toEqual(['3520212345673']);
  });

  it('gives nothing any more once it is closed', async () => {
    const { reader, scan, read } = await tried();
    await reader.close();
    await scan('3520212345673');
    expect(read).toEqual([]);
  });
}
