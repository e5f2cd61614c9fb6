import { parseArgs } from 'node:util';
import { FAULTS } from './all-faults.ts';
import { isSurvived, type Outcome, runFault } from './run-fault.ts';
import { faultTable } from './table.ts';

const HELP = `Usage: npm run faults [-- --only ${FAULTS.map(({ name }) => name).join(',')}] [--rounds N] [--short]

Does to a hall what happens to halls, and checks what is left with a checker that shares no code with the hub. Each fault
has a control in which something has to be found: a check that cannot fail proves nothing.

${FAULTS.map(({ name, what }) => `  ${name.padEnd(10)} ${what}`).join('\n')}

  --only A,B     only these
  --rounds N     trials of each (else the long form's)
  --short        as many trials as npm test makes
  --help         this text

Exit code 0 when nothing was found and every control failed, 1 otherwise, 2 for a wrong command line.`;

function readRequest() {
  const options = {
    only: { type: 'string' },
    rounds: { type: 'string' },
    short: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args: process.argv.slice(2), options });
  const names = values.only?.split(',') ?? FAULTS.map(({ name }) => name);
  const unknown = names.find((name) => !FAULTS.some((fault) => fault.name === name));
  if (values.help) return 'help';
  if (unknown !== undefined) return `There is no fault ${unknown}. See --help.`;
  if (values.rounds !== undefined && !/^[1-9]\d{0,5}$/.test(values.rounds)) return '--rounds takes a whole number.';
  return { faults: FAULTS.filter(({ name }) => names.includes(name)), isShort: values.short, rounds: values.rounds };
}

const request = readRequest();
if (request === 'help') console.log(HELP);
else if (typeof request === 'string') {
  console.error(request);
  process.exitCode = 2;
} else {
  const outcomes: Outcome[] = [];
  for (const fault of request.faults) {
    const rounds = Number(request.rounds ?? (request.isShort ? fault.rounds.short : fault.rounds.long));
    const tell = (round: number) => process.stderr.write(`\r${fault.name}: ${round} of ${rounds} `);
    outcomes.push(await runFault(fault, rounds, tell));
    process.stderr.write('\n');
  }
  console.log(faultTable(outcomes));
  process.exitCode = outcomes.every(isSurvived) ? 0 : 1;
}
