import { actorsNotAllowed } from './allowed.ts';
import { chainBroken } from './chain.ts';
import { commandsDoneTwice, commandsLost } from './commands.ts';
import { clocksGoneBack, daysThatAreWrong } from './days.ts';
import { displaysThatDiffer } from './displays.ts';
import { type Broken, type Evidence, readStore } from './evidence.ts';
import { countersThatHoldTwo, movesThatAreNone } from './moves.ts';
import { numbersGivenTwice, numbersOutsideLeases } from './numbers.ts';
import { callsOutOfOrder } from './order.ts';
import { bookingsUsedTwice, cnicsTold } from './people.ts';
import { slipsUnknown } from './slips.ts';
import { tablesThatDiffer } from './tables.ts';

/**
 * Everything about a store that must never be, and is. It goes by the log, the tables and what clients were told, and shares
 * no code with the hub. `isEnded`: whether the hub has ended and settled what it had begun.
 */
export function checkCentre(evidence: Evidence, isEnded = true): readonly Broken[] {
  const read = readStore(evidence);
  try {
    return [
      ...numbersGivenTwice(read),
      ...commandsLost(read),
      ...commandsDoneTwice(read),
      ...movesThatAreNone(read),
      ...countersThatHoldTwo(read),
      ...chainBroken(read),
      ...tablesThatDiffer(read),
      ...displaysThatDiffer(read),
      ...numbersOutsideLeases(read),
      ...daysThatAreWrong(read),
      ...clocksGoneBack(read),
      ...slipsUnknown(read, isEnded),
      ...cnicsTold(read),
      ...actorsNotAllowed(read),
      ...bookingsUsedTwice(read),
      ...callsOutOfOrder(read),
    ];
  } finally {
    read.close();
  }
}
