import type { PrintOutcome } from '../../../hardware/printers/printer.ts';

/** How often a printer that cannot be reached is tried for one slip, and after how long. */
const MOST_TRIES = 3;
const TRY_AGAIN_MS = 1_000;

/** A printer for one slip, and whether it is away now. */
export interface Tried {
  readonly print: () => Promise<PrintOutcome>;
  readonly isAway: () => boolean;
  readonly isOver: () => boolean;
}

/** Prints; a printer that could not be reached is tried again, since many take one connection at a time. */
export async function printTried({ print, isAway, isOver }: Tried): Promise<PrintOutcome> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await print();
    if (outcome !== 'notSent' || !isAway() || tries === MOST_TRIES || isOver()) return outcome;
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
  }
}
