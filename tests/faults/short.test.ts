import { describe, expect, it } from 'vitest';
import { FAULTS } from '../../scripts/faults/all-faults.ts';
import { isSurvived, runFault } from '../../scripts/faults/run-fault.ts';
import { faultTable } from '../../scripts/faults/table.ts';

/** What mostly waits, for a link to be missed or for time to pass: these are tried beside each other. */
const WAITING: ReadonlySet<string> = new Set(['partition', 'paused', 'kiosk']);

describe.each([
  { are: 'that mostly wait', faults: FAULTS.filter(({ name }) => WAITING.has(name)), concurrent: true },
  { are: 'that work', faults: FAULTS.filter(({ name }) => !WAITING.has(name)), concurrent: false },
])('faults $are', ({ faults, concurrent }) => {
  for (const fault of faults) {
    const cannot = fault.cannot?.();
    const why = cannot === undefined ? '' : ` (not tried here: ${cannot})`;
    it(
      `the hall survives ${fault.name}, and would not without what protects it${why}`,
      { timeout: 300_000, skip: cannot !== undefined, concurrent },
      async () => {
        const outcome = await runFault(fault, fault.rounds.short, () => undefined);
        expect(isSurvived(outcome) ? 'survived' : faultTable([outcome])).toBe('survived');
      },
    );
  }
});
