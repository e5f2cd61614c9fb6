import { dirname } from 'node:path';
import type { PrintOutcome } from '../../../hardware/printers/printer.ts';
import type { Question, QuestionName } from '../../protocol/commands.ts';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import type { AskReply } from '../../protocol/events.ts';
import type { Handshake } from '../../protocol/handshake.ts';
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
  /** Stops this hub, puts the snapshot back, and starts again; null where whoever runs this hub cannot. */
  readonly askRestore: ((wish: RestoreWish) => void) | null;
}

const NAMES = ['tellSeen', 'takeSnapshot', 'restore', 'findSubject', 'printDayClose'] as const satisfies QuestionName[];
type KeepingName = (typeof NAMES)[number];
type KeepingQuestion = Extract<Question, { readonly name: KeepingName }>;

/** Whether a question is of audit, backups or personal data. */
export const isKeepingQuestion = (question: Question): question is KeepingQuestion =>
  (NAMES as readonly QuestionName[]).includes(question.name);

const no = (code: ErrorCode) => ({ ok: false, error: wireError({ code }) }) as const;

/** The answer leaves before the hub does. */
const LEAVE_MS = 300;

function restore({ hall, askRestore }: KeepingDesk, sender: Handshake, name: string): AskReply<'restore'> {
  if (!askRestore || sender.screen !== 'manager') return no('restoreNotHere');
  const isThere = snapshotsIn(dirname(hall.store.file)).some((one) => one.name === name);
  if (!isThere) return no('unknownSnapshot');
  setTimeout(() => askRestore({ name, actor: sender.name }), LEAVE_MS);
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
export function keepingQuestions(desk: KeepingDesk) {
  return async (sender: Handshake, question: KeepingQuestion): Promise<AskReply<KeepingName>> => {
    switch (question.name) {
      case 'tellSeen':
        await desk.witnesses.tell(sender, question.payload);
        return { ok: true, value: {} };
      case 'takeSnapshot': {
        const outcome = await desk.keeper.takeSnapshot();
        return outcome.ok ? { ok: true, value: { name: outcome.snapshot.name } } : no('snapshotFailed');
      }
      case 'restore':
        return restore(desk, sender, question.payload.name);
      case 'findSubject': {
        const subject = subjectOf(desk.hall.store, question.payload.cnic);
        return subject ? { ok: true, value: subject } : no('unknownSubject');
      }
      case 'printDayClose':
        return printDayClose(desk, question.payload.place);
    }
  };
}

export type KeepingQuestions = ReturnType<typeof keepingQuestions>;
