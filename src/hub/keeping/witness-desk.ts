import type { Question } from '../../protocol/commands.ts';
import type { Handshake } from '../../protocol/handshake.ts';
import { type Context, log } from '../context.ts';
import type { Hall } from '../hall.ts';
import { MOST_RAISED, NUMBER_GAP } from '../standby/take-over.ts';

type Told = Question<'tellSeen'>['payload'];

/** A screen that has seen a log which this one is not. */
export interface Contradiction {
  readonly device: string;
  readonly seq: number;
  /** When the screen saw it (epoch ms). */
  readonly at: number;
}

const MOST_KEPT = 20;

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

/**
 * Hears what screens saw of the log and of its numbers before they were cut off. A log that lacks what one saw was cut or
 * changed, or put back by hand: that is told, and its numbers go on above those that were seen.
 */
export function witnessDesk(hall: Pick<Hall, 'store' | 'inBatch' | 'serviceDay'>, changed: () => void) {
  let contradictions: readonly Contradiction[] = [];
  const { store } = hall;
  /** A restore by the rules explains what it took away. */
  const isExplained = ({ seq, at }: NonNullable<Told['head']>): boolean =>
    store.restored.all().some((restore) => restore.seq <= seq && at <= restore.at);
  return {
    contradictions: () => contradictions,
    async tell({ device }: Handshake, { head, numbers }: Told): Promise<void> {
      if (!head) return;
      if (store.hashAt(head.seq) !== head.hash && !isExplained(head)) {
        console.error(`${device} has seen event ${head.seq} of another log than this one: it was cut or changed.`);
        const others = contradictions.filter((one) => one.device !== device || one.seq !== head.seq);
        contradictions = [...others, { device, seq: head.seq, at: head.at }].slice(-MOST_KEPT);
        changed();
      }
      if (head.day === hall.serviceDay()) await hall.inBatch((context) => raise(context, numbers));
    },
  };
}

export type WitnessDesk = ReturnType<typeof witnessDesk>;
