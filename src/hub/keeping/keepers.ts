import { notMergedSince } from '../alone/not-merged.ts';
import type { HubOptions } from '../hub-parts.ts';
import type { Hall } from '../hall.ts';
import type { FollowDesk } from '../standby/follow-desk.ts';
import { keeper } from './keeper.ts';
import { type KeepingDesk, keepingQuestions } from './keeping-questions.ts';
import { contradictionsOf, logFindings, verifiedOf } from './log-findings.ts';
import { witnessDesk } from './witness-desk.ts';

/** As many contradictions as a manager is shown, the newest. */
const MOST_SHOWN = 20;

/** What keeps the log, its copies, and what screens saw of it. */
export function keepersOf(
  { feeds, askRestore = null }: Pick<HubOptions, 'feeds' | 'askRestore'>,
  hall: Hall,
  { print, approvals, follows }: Pick<KeepingDesk, 'print' | 'approvals'> & { readonly follows: FollowDesk },
  changed: () => void,
) {
  const kept = keeper(hall, feeds.csvFolder, changed);
  const witnesses = witnessDesk(hall, changed);
  const startedAt = hall.clock.at();
  return {
    keeper: kept,
    /** What the wall shows of it. A hub that has no copy yet is as old as its running. */
    ofLog: {
      snapshotAt: () => kept.state().snapshots[0]?.at ?? startedAt,
      logFindings: () => logFindings(hall),
      notMerged: (sinceAt: number) => notMergedSince(hall.store, sinceAt),
    },
    keepingQuestions: keepingQuestions({ hall, keeper: kept, witnesses, print, approvals, askRestore }),
    keeping: () => ({
      ...kept.state(),
      snapshots: [...kept.state().snapshots],
      verified: verifiedOf(hall.store),
      contradictions: contradictionsOf(hall.store, hall.clock.at()).slice(-MOST_SHOWN),
      standbys: follows.views(),
      canRestore: askRestore !== null,
    }),
  };
}
