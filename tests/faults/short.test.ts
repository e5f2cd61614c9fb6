import { expect, it } from 'vitest';
import { FAULTS } from '../../scripts/faults/all-faults.ts';
import { isSurvived, runFault } from '../../scripts/faults/run-fault.ts';
import { faultTable } from '../../scripts/faults/table.ts';

for (const fault of FAULTS) {
  const cannot = fault.cannot?.();
  const why = cannot === undefined ? '' : ` (not tried here: ${cannot})`;
  it.skipIf(cannot !== undefined)(
    `the hall survives ${fault.name}, and would not without what protects it${why}`,
    { timeout: 300_000 },
    async () => {
      const outcome = await runFault(fault, fault.rounds.short, () => undefined);
      expect({ isSurvived: isSurvived(outcome), table: faultTable([outcome]) }).toMatchObject({ isSurvived: true });
    },
  );
}
