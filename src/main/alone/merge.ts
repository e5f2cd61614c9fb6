import type { AloneToken } from '../../protocol/alone.ts';
import type { Envelope } from '../../protocol/commands.ts';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import type { Reply } from '../../protocol/replies.ts';
import type { Given, KioskJournal, Printed } from '../../store/alone/kiosk-journal.ts';
import { toldOf } from './give.ts';

/** What is not said of the number, but of the moment: it is told once more. */
const LATER: ReadonlySet<ErrorCode> = new Set([
  'hubFailed',
  'hubDiskFull',
  'tooMany',
  'noAnswer',
  'notPaired',
  'notAllowed',
  'standingBy',
  'otherEpoch',
  'noMajority',
]);

/** More copies of one slip than this are not told of. */
const MOST_SLIPS = 20;

function aloneOf(given: Given, printed: readonly Printed[]): AloneToken {
  const { leaseId, turn, serviceDay, mark, series, number, at, contactAt, contactQueueAt, commandId } = given;
  return {
    lease: { id: leaseId, turn, serviceDay, mark },
    series,
    number,
    at,
    contact: { at: contactAt, queueAt: contactQueueAt },
    forCommand: commandId,
    slips: printed
      .slice(-MOST_SLIPS)
      .flatMap(({ outcome, at: outcomeAt }) => (outcome === 'queued' ? [] : [{ outcome, at: outcomeAt }])),
  };
}

/** The command that tells the hub of a number: always the same for one number, so that it is taken over once. */
function mergeOf(given: Given, printed: readonly Printed[]): Envelope<'mergeIssue' | 'mergeCheckIn'> {
  const told = toldOf(given);
  const alone = aloneOf(given, printed);
  const id = given.mergeId;
  if (told.kind === 'checkIn') return { id, name: 'mergeCheckIn', payload: { alone, code: told.code } };
  return { id, name: 'mergeIssue', payload: { alone, wish: told.wish, sealedCnic: told.sealedCnic } };
}

/**
 * Tells the hub of every number that was given alone, in the order of giving, one after the other. Gives whether nothing
 * is left to tell. `send` throws when there is no answer.
 */
export async function mergeAll(
  journal: KioskJournal,
  send: (envelope: Envelope) => Promise<Reply>,
  reached: (point: 'told' | 'merged') => void,
): Promise<boolean> {
  for (const given of journal.toMerge()) {
    const printed = journal.printedOf(given.id);
    // What becomes of a slip is told with its token: those behind it wait, for they came later.
    if (printed.some(({ outcome }) => outcome === 'queued')) return false;
    const reply = await send(mergeOf(given, printed));
    reached('told');
    if (!reply.ok && LATER.has(reply.error.code)) return false;
    const isTaken = reply.ok && reply.result.refused === undefined;
    journal.settle(given.id, isTaken ? 'merged' : 'refused', JSON.stringify(reply));
    reached('merged');
  }
  return true;
}
