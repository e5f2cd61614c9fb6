import { parseArgs } from 'node:util';
import { escposBytes } from '../../hardware/printers/escpos-bytes.ts';
import { printerOf } from '../../hardware/printers/printer-address.ts';
import { canPrint, type PrinterStatus, type PrintOutcome } from '../../hardware/printers/printer.ts';
import { layoutSlip } from '../../src/slip/layout-slip.ts';
import { PRINTER_FORMS } from '../../src/protocol/centre-file.ts';
import { PAPER_MM } from '../../src/domain/centre.ts';
import { testSlip } from '../../src/slip/test-slip.ts';

const HELP = `Usage: npm run printer -- status|test --to ADDRESS

Asks a printer how it is, and with test prints a slip that is no token on it.

  --to ADDRESS      ${PRINTER_FORMS}
  --paper MM        how wide its paper is: ${PAPER_MM.join(' or ')} (default 80)
  --folder DIR      where the preview puts its picture (default .)
  --help            this text

Exit code 0 when it can print (status) or has said that it printed (test), 1 when not, 2 for a wrong command line.`;

const OUTCOMES: Readonly<Record<PrintOutcome, string>> = {
  confirmed: 'The printer says that the slip is printed.',
  notSent: 'Nothing was sent to the printer.',
  uncertain: 'The slip was sent. The printer has not said that it is printed: look whether it came out.',
};

function told(status: PrinterStatus): string {
  if (!status.isReachable) return 'It cannot be reached.';
  if (!status.answers) return 'It can be reached, and answers no question: a slip will never be confirmed.';
  const says = [
    status.isOffline ? 'offline' : 'online',
    { present: 'paper', nearEnd: 'paper nearly at its end', out: 'no paper' }[status.paper],
    status.isCoverOpen ? 'cover open' : 'cover closed',
    ...(status.fault === 'none' ? [] : [`${status.fault} fault`]),
  ];
  return `It says: ${says.join(', ')}.`;
}

/** What the command line asks for; a sentence when it is wrong. */
function readRequest() {
  const options = {
    to: { type: 'string' },
    paper: { type: 'string', default: '80' },
    folder: { type: 'string', default: '.' },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
    const [command] = positionals;
    if (values.help) return 'help';
    if (command !== 'status' && command !== 'test') return 'Say status or test.';
    const printer = values.to === undefined ? undefined : printerOf(values.to, values.folder);
    const paperMm = PAPER_MM.find((mm) => String(mm) === values.paper);
    if (paperMm === undefined) return `--paper takes ${PAPER_MM.join(' or ')}.`;
    return printer ? { command, printer, paperMm } : `--to takes ${PRINTER_FORMS}.`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const request = readRequest();
if (request === 'help') console.log(HELP);
else if (typeof request === 'string') {
  console.error(`${request} See --help.`);
  process.exitCode = 2;
} else {
  const { command, printer, paperMm } = request;
  const status = await printer.status();
  console.log(told(status));
  process.exitCode = canPrint(status) ? 0 : 1;
  if (command === 'test') {
    const slip = testSlip(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
    const outcome = await printer.print({ name: 'printer-test', bytes: escposBytes(layoutSlip(slip, paperMm)) });
    console.log(OUTCOMES[outcome]);
    process.exitCode = outcome === 'confirmed' ? 0 : 1;
  }
  await printer.close();
}
