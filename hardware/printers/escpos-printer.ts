import { inTurn } from './in-turn.ts';
import type { Link, OpenLink } from './links/link.ts';
import { type Confirms, confirmsOf, printJob } from './print-job.ts';
import { AWAY, type Printer, type PrinterStatus, type PrintOutcome } from './printer.ts';
import { statusWatch } from './status-watch.ts';
import { type Talk, talkOver } from './talk.ts';

/** An ESC/POS printer behind a link. One job at a time, and a link for each: many printers take only one at a time. */
export function escposPrinter(kind: Printer['kind'], open: OpenLink): Printer {
  const turn = inTurn();
  let known: Confirms | undefined;
  let jobs = 0;
  let isClosed = false;
  let isMute = false;

  /** Talks over a link of its own; `away` where there is none. */
  const over = <T>(away: T, talk: (talk: Talk, link: Link) => Promise<T>): Promise<T> =>
    turn(async () => {
      const link = isClosed ? undefined : await open();
      if (!link) return away;
      const talking = talkOver(link, (status) => saw(status));
      try {
        return await talk(talking, link);
      } finally {
        talking.end();
        await link.close();
      }
    });

  /** Whether it answers is learnt from every status, also from those that a watch asks for. */
  const learnt = (status: PrinterStatus): PrinterStatus => {
    if (status.isReachable) isMute = !status.answers;
    return status;
  };
  const ask = async () => learnt(await over(AWAY, (talk) => talk.status()));
  const watch = statusWatch(ask);
  const saw = (status: PrinterStatus): void => watch.saw(learnt(status));

  return {
    kind,
    async print({ bytes }) {
      const outcome = await over<PrintOutcome | undefined>(undefined, (talk, link) => {
        jobs += 1;
        const id = String(jobs % 10_000).padStart(4, '0');
        // Asked once: a maker does not change.
        const confirms = async (answers: boolean) => (known ??= answers ? await confirmsOf(talk, link) : 'paper');
        return printJob(talk, link, { bytes, id, isMute, confirms, saw });
      });
      if (outcome === undefined) saw(AWAY);
      return outcome ?? 'notSent';
    },
    async status() {
      const status = await ask();
      saw(status);
      return status;
    },
    watch: watch.watch,
    async close() {
      watch.stop();
      await turn(async () => void (isClosed = true));
    },
  };
}
