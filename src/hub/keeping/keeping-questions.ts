import { dirname } from 'node:path';
import type { PrintOutcome } from '../../../hardware/printers/printer.ts';
import type { Question } from '../../protocol/commands.ts';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import type { AskReply } from '../../protocol/events.ts';
import type { Approvals } from '../people/approvals.ts';
import type { Sender } from '../sender.ts';
import type { DayCloseSlip } from '../../slip/slip-content.ts';
import { snapshotsIn } from '../../store/snapshots/snapshot-files.ts';
import { wireError } from '../commands/command-reply.ts';
import { log, type SlipPlace } from '../context.ts';
import type { Hall } from '../hall.ts';
import { dayCloseSlip } from './day-close.ts';
import type { Keeper } from './keeper.ts';
import { subjectOf } from './subject.ts';
import type { WitnessDesk } from './witness-desk.ts';

/** A snapshot that a manager wants put back. */
export interface RestoreWish {
  readonly name: string;
  readonly actor: string;
}

export interface KeepingDesk {
  readonly hall: Hall;
  readonly keeper: Pick<Keeper, 'takeSnapshot'>;
  readonly witnesses: Pick<WitnessDesk, 'tell'>;
  /** Prints a slip that is no token's; undefined where there is no such printer. */
  readonly print: (place: SlipPlace, name: string, content: DayCloseSlip) => Promise<PrintOutcome | undefined>;
  /** Second PINs that were given; null where nobody needs one. */
  readonly approvals: Approvals | null;
  /** Stops this hub, puts the snapshot back, and starts again; null where whoever runs this hub cannot. */
  readonly askRestore: ((wish: RestoreWish) => void) | null;
}

type KeepingName = 'tellSeen' | 'takeSnapshot' | 'restore' | 'findSubject' | 'printDayClose';
type Answers = {
  readonly [Name in KeepingName]: (sender: Sender, payload: Question<Name>['payload']) => Promise<AskReply<Name>>;
};

const no = (code: ErrorCode) => ({ ok: false, error: wireError({ code }) }) as const;

/** The answer leaves before the hub does. */
const LEAVE_MS = 300;

function restore(
  { hall, askRestore, approvals }: KeepingDesk,
  sender: Sender,
  { name, approval }: Question<'restore'>['payload'],
): AskReply<'restore'> {
  if (!askRestore || sender.screen !== 'manager') return no('restoreNotHere');
  const isThere = snapshotsIn(dirname(hall.store.file)).some((one) => one.name === name);
  if (!isThere) return no('unknownSnapshot');
  if (approvals && approvals.take(approval, sender.device, 'restore') === undefined) return no('approvalNeeded');
  setTimeout(() => askRestore({ name, actor: sender.staff?.name ?? sender.name ?? 'manager' }), LEAVE_MS);
  return { ok: true, value: {} };
}

async function printDayClose({ hall, print }: KeepingDesk, place: SlipPlace): Promise<AskReply<'printDayClose'>> {
  const content = dayCloseSlip(hall);
  const outcome = await print(place, `day-${content.serviceDay}`, content);
  if (outcome === undefined) return no('unknownPrinter');
  const { seq, hash } = content.head;
  await hall.inBatch((context) =>
    log(context, 'printDayClose', null, { about: { serviceDay: content.serviceDay, seq, outcome } }),
  );
  return { ok: true, value: { outcome, seq, hash } };
}

/** Answers what is asked of the log, its copies, and the people in it. */
export function keepingQuestions(desk: KeepingDesk): Answers {
  return {
    async tellSeen(sender, seen) {
      await desk.witnesses.tell(sender, seen);
      return { ok: true, value: {} };
    },
    async takeSnapshot() {
      const outcome = await desk.keeper.takeSnapshot();
      return outcome.ok ? { ok: true, value: { name: outcome.snapshot.name } } : no('snapshotFailed');
    },
    restore: async (sender, payload) => restore(desk, sender, payload),
    async findSubject(_sender, { cnic }) {
      const subject = subjectOf(desk.hall.store, cnic);
      return subject ? { ok: true, value: subject } : no('unknownSubject');
    },
    printDayClose: (_sender, { place }) => printDayClose(desk, place),
  };
}

export type KeepingQuestions = ReturnType<typeof keepingQuestions>;
