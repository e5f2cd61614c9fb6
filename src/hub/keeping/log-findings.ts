import { serviceDayOf } from '../../domain/calendar/service-day.ts';
import type { AlarmFacts } from '../../domain/alarms/find-troubles.ts';
import { KEPT_DAYS } from '../../domain/keeping/kept-heads.ts';
import type { ManagerView } from '../../protocol/views/views.ts';
import type { Store } from '../../store/store.ts';
import type { Hall } from '../hall.ts';

type Keeping = ManagerView['keeping'];

/** As long as screens keep what they saw, what they told counts. */
const KEPT_MS = KEPT_DAYS * 86_400_000;

/** What the last check of the whole log found; null before the first. */
export function verifiedOf({ lastVerified }: Pick<Store, 'lastVerified'>): Keeping['verified'] {
  const last = lastVerified();
  if (!last) return null;
  const badSeq = last.payload.about?.['badSeq'];
  return { at: last.at, badSeq: badSeq === undefined ? null : Number(badSeq) };
}

/** The screens that have seen a log which this one is not, in the order in which they told so. */
export const contradictionsOf = (
  { contradicted }: Pick<Store, 'contradicted'>,
  at: number,
): Keeping['contradictions'] =>
  contradicted(at - KEPT_MS).map(({ at: toldAt, payload: { about } }) => ({
    device: String(about?.['device']),
    seq: Number(about?.['seq']),
    seenAt: Number(about?.['seenAt']),
    at: toldAt,
  }));

/** What was found wrong with the log, as the alarms ask for it. */
export function logFindings({ store, centre, clock }: Hall): Pick<AlarmFacts, 'brokenLog' | 'contradictions'> {
  const { at = 0, badSeq = null } = verifiedOf(store) ?? {};
  return {
    brokenLog: badSeq === null ? null : { seq: badSeq, at },
    contradictions: contradictionsOf(store, clock.at()).map(({ device, at: toldAt }) => ({
      device,
      serviceDay: serviceDayOf(toldAt, centre),
      at: toldAt,
    })),
  };
}
