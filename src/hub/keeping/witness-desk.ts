import type { Question } from '../../protocol/commands.ts';
import type { Handshake } from '../../protocol/handshake.ts';
import { type Context, log } from '../context.ts';
import type { Hall } from '../hall.ts';
import { MOST_RAISED, NUMBER_GAP } from '../standby/take-over.ts';
import { contradictionsOf } from './log-findings.ts';

type Told = Question<'tellSeen'>['payload'];

/** So many are kept of one screen in the days for which they count: a wrong one must not fill the log. */
const MOST_OF_DEVICE = 5;

/** A series of this centre, with or without the letter of a restore. */
const isOurs = ({ centre }: Context, series: string): boolean =>
  centre.services.some((service) => service.series === series || service.series === series.slice(0, -1));

/** Lets every series of today go on above what a screen has seen. */
function raise(context: Context, numbers: Told['numbers']): void {
  const { store, serviceDay } = context;
  for (const [name, number] of Object.entries(numbers)) {
    const next = store.days.nextNumber(serviceDay, name);
    if (number < next || number - next > MOST_RAISED || !isOurs(context, name)) continue;
    log(context, 'raiseNumbers', null, {
      series: { name, nextNumber: number + 1 + NUMBER_GAP },
      about: { seen: number },
    });
  }
}

/** Keeps in the log itself that a screen has seen another one. */
function contradict(context: Context, device: string, { seq, at }: NonNullable<Told['head']>): void {
  const known = contradictionsOf(context.store, context.now.at).filter((one) => one.device === device);
  if (known.length >= MOST_OF_DEVICE || known.some((one) => one.seq === seq)) return;
  log(context, 'contradictLog', null, { about: { device, seq, seenAt: at } });
}

/**
 * Hears what screens saw of the log and of its numbers before they were cut off. A log that lacks what one saw was cut or
 * changed, or put back by hand: that is told, and its numbers go on above those that were seen.
 */
export function witnessDesk(hall: Pick<Hall, 'store' | 'inBatch' | 'serviceDay'>, changed: () => void) {
  const { store } = hall;
  /** A restore by the rules explains what it took away. */
  const isExplained = ({ seq, at }: NonNullable<Told['head']>): boolean =>
    store.restored.all().some((restore) => restore.seq <= seq && at <= restore.at);
  return {
    async tell({ device }: Handshake, { head, numbers }: Told): Promise<void> {
      if (!head) return;
      if (store.hashAt(head.seq) !== head.hash && !isExplained(head)) {
        console.error(`${device} has seen event ${head.seq} of another log than this one: it was cut or changed.`);
        await hall.inBatch((context) => contradict(context, device, head));
        changed();
      }
      if (head.day === hall.serviceDay()) await hall.inBatch((context) => raise(context, numbers));
    },
  };
}

export type WitnessDesk = ReturnType<typeof witnessDesk>;
