import { refusal } from '../../hub/commands/command-reply.ts';
import type { Envelope } from '../../protocol/commands.ts';
import type { PrintOrder, PrintOutcome } from '../../protocol/events.ts';
import type { Reply } from '../../protocol/replies.ts';
import type { SlipContent } from '../../slip/slip-content.ts';
import type { Given, KioskJournal } from '../../store/alone/kiosk-journal.ts';
import { mayReprint, slipName } from './alone-view.ts';
import { resultOfGiven } from './give.ts';
import type { OwnPrinter } from './own-printer.ts';

/** How long a slip may be printed again. */
const REPRINT_MS = 60_000;

export interface Printing {
  readonly journal: KioskJournal;
  readonly printer: Pick<OwnPrinter, 'print' | 'printContent'>;
  /** Epoch ms of the hub, as it is reckoned. */
  readonly at: () => number;
  readonly changed: () => void;
  readonly reached: (point: 'printed') => void;
}

/** Writes down what became of slips, later where the disk is full now: it has room again some time. */
function outcomeWriter(journal: KioskJournal, at: () => number) {
  const unwritten = new Map<number, PrintOutcome>();
  function writeAll(): void {
    for (const [id, outcome] of unwritten) {
      journal.setPrinted(id, outcome, at());
      unwritten.delete(id);
    }
  }
  return {
    /** @throws when it cannot be written now. */
    write(printedId: number, outcome: PrintOutcome): void {
      unwritten.set(printedId, outcome);
      writeAll();
    },
    /** Tries again what could not be written down. */
    writeAgain(): void {
      try {
        writeAll();
      } catch {
        // Still full: the next look tries again.
      }
    },
  };
}

/** Prints the slips that a kiosk gives alone, and those that its hub orders. */
export function alonePrinting({ journal, printer, at, changed, reached }: Printing) {
  const running = new Set<Promise<void>>();
  const outcomes = outcomeWriter(journal, at);

  async function print(given: Given, printedId: number, isDuplicate: boolean): Promise<void> {
    const content = { ...(JSON.parse(given.slip) as SlipContent), ...(isDuplicate ? { isDuplicate } : {}) };
    const outcome = await printer.printContent(slipName(given.id), content as SlipContent);
    reached('printed');
    outcomes.write(printedId, outcome);
    changed();
  }

  function begin(given: Given, printedId: number, isDuplicate = false): void {
    const job = print(given, printedId, isDuplicate)
      .catch((error: unknown) => console.error(`Slip ${slipName(given.id)} could not be written down:`, error))
      .finally(() => running.delete(job));
    running.add(job);
    changed();
  }

  /** As at the hub: one that was not sent as often as it takes, one that may have come out once, and marked. */
  function reprint(commandId: string, givenId: number): Reply {
    const given = journal.get(givenId);
    const printed = journal.printedOf(givenId);
    const last = printed.at(-1);
    if (!given || !last) return refusal(commandId, 'unknownToken');
    const isLate = at() - last.at > REPRINT_MS;
    if (given.state !== 'given' || !mayReprint(printed) || isLate) return refusal(commandId, 'reprintRefused');
    const mayBeAbout = printed.some(({ outcome }) => outcome !== 'notSent');
    begin(given, journal.addPrinted(givenId, at()), mayBeAbout);
    return { ok: true, id: commandId, seq: 0, result: resultOfGiven(given) };
  }

  return {
    begin,
    /** Prints a slip again of a token that was given alone; undefined for every other command. */
    reprint: ({ id, name, payload }: Envelope): Reply | undefined => {
      const { tokenId } = payload as { readonly tokenId?: unknown };
      return name === 'reprint' && typeof tokenId === 'number' && tokenId < 0 ? reprint(id, -tokenId) : undefined;
    },
    /** A slip that the hub orders; none of a command in whose place this kiosk gave a number itself. */
    async order({ name, escpos, commandId }: PrintOrder): Promise<PrintOutcome> {
      if (commandId !== null && journal.byCommand(commandId)) return 'notSent';
      return printer.print({ name, bytes: Buffer.from(escpos, 'base64') });
    },
    writeAgain: outcomes.writeAgain,
    settled: () => Promise.all(running),
  };
}

export type AlonePrinting = ReturnType<typeof alonePrinting>;
