import { inTurn } from './in-turn.ts';
import type { Link, OpenLink } from './links/link.ts';
import { printJob } from './print-job.ts';
import { type Confirms, confirmsOf } from './printed-word.ts';
import { AWAY, type Printer, type PrinterStatus, WELL } from './printer.ts';
import { statusWatch } from './status-watch.ts';
import { type Talk, talkOver } from './talk.ts';

/** What a printer that answers nothing is thought to be. */
const MUTE: PrinterStatus = { ...WELL, answers: false };

/** What is known of a printer. All of it is forgotten when it goes away, since another may come back. */
function acquaintance() {
  let said: PrinterStatus | 'never' | undefined;
  let confirms: Confirms | undefined;
  return {
    hasAnswered: () => said !== undefined && said !== 'never',
    hasNeverAnswered: () => said === 'never',
    /** How it confirms; asked once where it is not known. */
    confirms: async (ask: () => Promise<Confirms>) => (confirms ??= await ask()),
    hasConfirmed: (how: Confirms) => void (confirms = how),
    /** What a status means after those before it: silence is nothing new of a printer that has never answered. */
    learn(status: PrinterStatus): PrinterStatus {
      if (!status.isReachable) [confirms, said] = [undefined, undefined];
      else if (status.answers) said = status;
      // Paper that was out still is, as far as anybody knows.
      else if (said && said !== 'never') return { ...said, answers: false, isOffline: true };
      else said = 'never';
      return status;
    },
  };
}

/** Conversations over a link each, one at a time: many printers take only one. */
function conversations(open: OpenLink) {
  const turn = inTurn();
  let isClosed = false;
  return {
    /** What comes of one; undefined where there is no way to the printer. */
    hold: <T>(talk: (talk: Talk, link: Link) => Promise<T>): Promise<T | undefined> =>
      turn(async () => {
        const link = isClosed ? undefined : await open();
        if (!link) return undefined;
        const talking = talkOver(link);
        try {
          return await talk(talking, link);
        } finally {
          talking.end();
          await link.close();
        }
      }),
    close: () => turn(async () => void (isClosed = true)),
  };
}

/** An ESC/POS printer behind a link. */
export function escposPrinter(kind: Printer['kind'], open: OpenLink): Printer {
  const known = acquaintance();
  const { hold, close } = conversations(open);
  let jobs = 0;

  /** Told at once: a printer that hangs holds up the end of its link. */
  function saw(status: PrinterStatus): PrinterStatus {
    const now = known.learn(status);
    watch.saw(now);
    return now;
  }

  async function look(talk: Talk): Promise<PrinterStatus> {
    const status = await talk.status();
    // Once it has answered, it is offline when it is silent twice.
    const isOdd = known.hasAnswered() && status.isReachable && !status.answers && !status.isOffline;
    return saw(isOdd ? await talk.status() : status);
  }

  const ask = async () => (await hold(look)) ?? saw(AWAY);
  const watch = statusWatch(ask);

  return {
    kind,
    async print({ bytes }) {
      const outcome = await hold((talk, link) => {
        jobs += 1;
        return printJob(talk, link, {
          bytes,
          id: String(jobs % 10_000).padStart(4, '0'),
          // One that has never answered is not asked first: its slip comes a second sooner.
          look: async () => (known.hasNeverAnswered() ? saw(MUTE) : look(talk)),
          confirms: () => known.confirms(() => confirmsOf(talk, link)),
          learnt: known.hasConfirmed,
          saw,
        });
      });
      if (outcome === undefined) saw(AWAY);
      return outcome ?? 'notSent';
    },
    status: ask,
    watch: watch.watch,
    async close() {
      watch.stop();
      await close();
    },
  };
}
