import { once } from 'node:events';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import type { Ailments } from '../../../tests/support/devices/printer-machine.ts';
import { forkChild } from '../children.ts';
import { end } from '../hub-under-load.ts';
import { until } from '../until.ts';

const PRINTER = resolve(import.meta.dirname, '../../../tests/support/devices/fake-printer.ts');

/** A printer on TCP in a process of its own, and the slips that came out of it. */
export async function startPrinter() {
  const child = forkChild(PRINTER, [], { serialization: 'advanced' });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  /** Tells it something; gives what it answers. */
  const told = async <T>(what: unknown): Promise<T> => {
    child.send(what as object);
    const [answer] = (await once(child, 'message')) as [T];
    return answer;
  };
  const bytes = async (): Promise<Buffer> => Buffer.from((await told<{ bytes: string }>('paper')).bytes, 'base64');
  return {
    port,
    bytes,
    ails: (ails: Partial<Ailments>) => told({ ails }),
    /** Without power, and with it again. */
    off: () => told('off'),
    on: () => told('on'),
    end: () => end(child, 'SIGKILL'),
  };
}

export type TestPrinter = Awaited<ReturnType<typeof startPrinter>>;

/** Everything that was printed once more: what is printed twice has to be seen on the paper. */
export async function printAllAgain({ port, bytes }: TestPrinter): Promise<void> {
  const printed = await bytes();
  connect(port, '127.0.0.1').resume().end(printed);
  await until('all of it is printed again', async () => (await bytes()).length >= 2 * printed.length);
}
