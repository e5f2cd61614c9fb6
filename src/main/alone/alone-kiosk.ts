import { join } from 'node:path';
import { inTurn } from '../../../hardware/printers/in-turn.ts';
import { refusal } from '../../hub/commands/command-reply.ts';
import type { AloneNow } from '../../protocol/alone.ts';
import type { PrintOrder, PrintOutcome } from '../../protocol/events.ts';
import type { Stamp, View } from '../../protocol/views/views.ts';
import { openJournal } from '../../store/alone/kiosk-journal.ts';
import type { LinkSocket } from '../../hub/paired/link-socket.ts';
import { alonePrinting } from './alone-printing.ts';
import { aloneSlips, aloneState } from './alone-view.ts';
import { answerWishes, envelopeOf, wishOf } from './answer-wish.ts';
import { heldBy } from './held.ts';
import { type Clocks, hubTime, MACHINE_CLOCKS } from './hub-time.ts';
import { keepReady } from './keep-ready.ts';
import { type LinkNow, linkNow } from './link-now.ts';
import { type OwnPrinter, ownPrinter } from './own-printer.ts';

/** How often the kiosk looks whether the hub is still there, and whether it can still go on alone. */
const LOOK_MS = 500;

export interface AloneOptions {
  /** The app's own folder on this machine. */
  readonly folder: string;
  readonly migrations: string;
  readonly kioskId: number;
  readonly clocks?: Clocks;
  /** For tests: what has just been done, so that the machine can die there. */
  readonly reached?: (point: 'given' | 'printed' | 'told' | 'merged') => void;
}

/** Tells a page whether its kiosk is alone, whenever that has changed. */
function aloneTeller(make: () => AloneNow) {
  let tell: (now: AloneNow) => void = () => undefined;
  let told = '';
  let isOver = false;
  function show(): void {
    if (isOver) return;
    const now = make();
    // Its time goes on by itself.
    const text = JSON.stringify({ ...now, state: now.state && { ...now.state, at: 0 } });
    if (text === told) return;
    told = text;
    tell(now);
  }
  return {
    show,
    to(page: (now: AloneNow) => void): void {
      [tell, told] = [page, ''];
      // Not before the page listens.
      setImmediate(show);
    },
    /** What comes of a journal that is being closed is shown to nobody. */
    stop: (): void => void (isOver = true),
  };
}

/** Tells the hub how the printer is, once for each link and whenever that has changed. */
function printerTeller({ live }: LinkNow, printer: OwnPrinter) {
  let told = '';
  let to: string | undefined;
  return (): void => {
    const socket = live();
    const payload = printer.told();
    const text = JSON.stringify(payload);
    if (!socket || (socket.id === to && text === told)) return;
    [told, to] = [text, socket.id];
    socket.emit('ask', { name: 'tellPrinter', payload }, () => undefined);
  };
}

/** Everything that works for a kiosk that goes on alone, over its journal. */
function partsOf({ folder, migrations, kioskId, clocks = MACHINE_CLOCKS, reached = () => undefined }: AloneOptions) {
  const journal = openJournal(join(folder, 'alone'), migrations);
  const time = hubTime(journal, clocks);
  const held = heldBy(journal, kioskId);
  const link = linkNow(time);
  const teller = aloneTeller(() => {
    const state = link.isAway() ? aloneState(journal, held, printer.view(), time.at()) : null;
    return { state, slips: aloneSlips(journal, printer.view()) };
  });
  const printer: OwnPrinter = ownPrinter(join(folder, 'slips'), kioskId, () => {
    tellPrinter();
    teller.show();
  });
  const tellPrinter = printerTeller(link, printer);
  const lookAgain = () => {
    teller.show();
    printing.writeAgain();
    if (!link.isAway()) void ready.look();
  };
  const at = () => time.at() ?? 0;
  const printing = alonePrinting({ journal, printer, at, changed: lookAgain, reached });
  const supplied = () => {
    const centre = held.centre();
    if (centre) printer.follow(centre);
  };
  const ready = keepReady({ journal, held, time, link, nowMs: clocks.monotonicMs, reached, supplied });
  supplied();
  const answer = answerWishes({ kioskId, journal, held, time, link, printing, reached });
  return { journal, time, held, link, teller, printer, tellPrinter, lookAgain, printing, ready, answer };
}

/**
 * What stands between the page of a kiosk and its hub: passes on what the hub answers, and goes on alone where it does
 * not. It prints for both.
 */
export function aloneKiosk(options: AloneOptions) {
  const { journal, time, held, link, teller, printer, tellPrinter, lookAgain, printing, ready, answer } =
    partsOf(options);
  const turn = inTurn();
  const timer = setInterval(teller.show, LOOK_MS);
  const hear = (stamp: Stamp): void => {
    time.hear(stamp);
    link.heard(stamp.epoch);
    lookAgain();
  };
  return {
    /** The page has a new link; what is told about being alone goes to it. */
    attach(socket: LinkSocket, toPage: (now: AloneNow) => void): void {
      link.take(socket);
      socket.on('connect', ready.renew);
      socket.on('pulse', (stamp: Stamp) => {
        hear(stamp);
        tellPrinter();
      });
      socket.on('view', ({ stamp }: View) => hear(stamp));
      socket.on('print', (order: PrintOrder, told: (outcome: PrintOutcome) => void) => {
        void printing.order(order).then(told);
      });
      socket.on('disconnect', teller.show);
      teller.to(toPage);
    },
    /** Answers what the page asks: by the hub, else by itself where it can. `pass` asks the hub. */
    ask(kind: string, body: unknown, pass: () => Promise<unknown>): Promise<unknown> {
      const envelope = envelopeOf(kind, body);
      const wish = wishOf(envelope);
      if (wish) return turn(() => answer(wish, pass)).finally(teller.show);
      const reprinted = envelope && printing.reprint(envelope);
      if (reprinted) return Promise.resolve(reprinted);
      const at = time.at();
      const isAlone = link.isAway() && at !== undefined && held.readyAt(at) !== undefined;
      return isAlone ? Promise.resolve(refusal(envelope?.id ?? null, 'aloneCannot')) : pass();
    },
    async close(): Promise<void> {
      clearInterval(timer);
      link.socket()?.close();
      await printing.settled();
      await printer.stop();
      teller.stop();
      journal.close();
    },
  };
}

export type AloneKiosk = ReturnType<typeof aloneKiosk>;
