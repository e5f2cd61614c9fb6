import type { Broken } from '../../tests/faults/checker/evidence.ts';

/** What one trial of a fault came to. */
export interface Trial {
  /** Acknowledged and not there afterwards, and done or given twice. */
  readonly lost: number;
  readonly doubled: number;
  readonly broken: readonly Broken[];
  /** From the fault to the first answer after it (ms); null where nothing has to recover. */
  readonly recoveryMs: number | null;
  /** How many cases the trial was of: cuts, messages, races. */
  readonly cases: number;
}

/** A fault that the centre survives, how often it is tried, and the control that shows that a trial can fail. */
export interface Fault {
  readonly name: string;
  /** What is done, in a few words, for the table. */
  readonly what: string;
  readonly rounds: { readonly short: number; readonly long: number };
  readonly trial: (round: number, folder: string) => Promise<Trial>;
  /** The same with what protects taken away: this has to be found. */
  readonly control: (folder: string) => Promise<Trial>;
  readonly finds: string;
  /** Why it cannot be tried on this machine, in words; undefined where it can. */
  readonly cannot?: () => string | undefined;
}

/** Whether anything at all was found. */
export const isBad = ({ lost, doubled, broken }: Trial): boolean => lost > 0 || doubled > 0 || broken.length > 0;

/** What the checker found, as the columns of the table have it. */
export function trialOf(
  broken: readonly Broken[],
  { recoveryMs = null, cases = 1 }: Partial<Pick<Trial, 'recoveryMs' | 'cases'>> = {},
): Trial {
  const count = (...names: readonly string[]) => broken.filter(({ invariant }) => names.includes(invariant)).length;
  return { lost: count('I2'), doubled: count('I1', 'I3', 'I15'), broken, recoveryMs, cases };
}
