import { expect, it } from 'vitest';
import { FAULTS } from '../../scripts/faults/all-faults.ts';
import { isSurvived, runFault } from '../../scripts/faults/run-fault.ts';
import { faultTable } from '../../scripts/faults/table.ts';

it.each(FAULTS.map((fault) => [fault.name, fault] as const))(
  'survives %s, and would not without what protects it',
  { timeout: 300_000 },
  async (_name, fault) => {
    const outcome = await runFault(fault, fault.rounds.short, () => undefined);
    if (outcome.skipped !== undefined) console.error(`The fault ${fault.name} was not tried: ${outcome.skipped}.`);
    expect({ isSurvived: isSurvived(outcome), table: faultTable([outcome]) }).toMatchObject({ isSurvived: true });
  },
);
