import { forkChild } from '../children.ts';
import { join } from 'node:path';
import { type Place, within } from '../network/link.ts';
import { until } from '../until.ts';

/** What the machine of a kiosk tells: that it runs, whether it is alone, what it was answered, what its disk holds. */
export type KioskTold =
  | { readonly kind: 'started' }
  | { readonly kind: 'alone'; readonly left: number | null }
  | { readonly kind: 'taken'; readonly label: string | null; readonly code: string | null; readonly ms: number }
  | { readonly kind: 'journal'; readonly isReady: boolean; readonly toMerge: number };

type Taken = Extract<KioskTold, { kind: 'taken' }>;
type Journal = Extract<KioskTold, { kind: 'journal' }>;

export interface KioskStart {
  readonly folder: string;
  readonly pairingFile: string;
  /** The step at which it dies by its own hand, and the how manieth time. */
  readonly dieAt?: readonly [point: 'given' | 'printed' | 'told' | 'merged', nth: number];
  /** Where on the network it stands. */
  readonly place?: Place | undefined;
}

/** The machine of a kiosk in a process of its own. */
export async function startKiosk({ folder, pairingFile, dieAt, place }: KioskStart) {
  const script = join(import.meta.dirname, 'kiosk-process.ts');
  const args = [folder, pairingFile, ...(dieAt ?? []).map(String)];
  const child = forkChild(script, args, { silent: true, ...within(place) });
  let errors = '';
  child.stderr?.on('data', (piece: Buffer) => (errors += piece.toString()));
  const waiting: ((told: Taken) => void)[] = [];
  const looking: ((journal: Journal) => void)[] = [];
  let [isStarted, left] = [false, null as number | null];
  child.on('message', (told: KioskTold) => {
    if (told.kind === 'started') isStarted = true;
    else if (told.kind === 'alone') ({ left } = told);
    else if (told.kind === 'taken') waiting.shift()?.(told);
    else looking.shift()?.(told);
  });
  const hasDied = () => child.exitCode !== null || child.signalCode !== null;
  await until('a kiosk starts', () => {
    if (hasDied()) throw new Error(`The kiosk did not start: ${errors}`);
    return isStarted;
  });
  return {
    child,
    hasDied,
    /** How many numbers it can still give alone; null while it has its hub. */
    left: () => left,
    /** Takes a token; undefined when the machine dies over it. */
    take: (): Promise<Taken | undefined> =>
      new Promise((done) => {
        waiting.push(done);
        child.once('exit', () => done(undefined));
        child.send('take', () => undefined);
      }),
    /** What its disk holds. */
    journal: (): Promise<Journal> =>
      new Promise((done) => {
        looking.push(done);
        child.send('journal', () => undefined);
      }),
    close: () => void child.send('close', () => undefined),
  };
}

export type Kiosk = Awaited<ReturnType<typeof startKiosk>>;
