import { spawn } from 'node:child_process';
import { inTurn } from './in-turn.ts';
import { AWAY, type Printer, type PrinterStatus, WELL } from './printer.ts';
import { statusWatch } from './status-watch.ts';

/** How long a command of the spooler may take. */
const COMMAND_MS = 10_000;

interface Ran {
  readonly isDone: boolean;
  readonly said: string;
}

/** Runs a command of the spooler with those bytes as its input. */
function run(command: string, args: readonly string[], input: Uint8Array = new Uint8Array()): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { timeout: COMMAND_MS, env: { ...process.env, LC_ALL: 'C' } });
    let said = '';
    child.stdout.on('data', (data: Buffer) => (said += data.toString()));
    child.once('error', () => resolve({ isDone: false, said }));
    child.once('close', (code) => resolve({ isDone: code === 0, said }));
    // Who has ended before reading everything takes the rest with it: its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/**
 * A queue of the operating system's spooler (CUPS), which takes the bytes as they are. It says that it has them, never
 * that paper came: a job is uncertain at best. `lpstat` tells whether the queue is held.
 */
export function spoolerPrinter(queue: string): Printer {
  const turn = inTurn();
  const status = async (): Promise<PrinterStatus> => {
    const { isDone, said } = await run('lpstat', ['-p', queue]);
    if (!isDone) return AWAY;
    return { ...WELL, answers: false, isOffline: /\bdisabled\b/.test(said) };
  };
  const watch = statusWatch(status);
  let isClosed = false;
  return {
    kind: 'spooler',
    print: ({ bytes }) =>
      turn(async () => {
        if (isClosed) return 'notSent';
        const { isDone } = await run('lp', ['-d', queue, '-o', 'raw'], bytes);
        return isDone ? 'uncertain' : 'notSent';
      }),
    status,
    watch: watch.watch,
    async close() {
      watch.stop();
      await turn(async () => void (isClosed = true));
    },
  };
}
