import { pickNext } from '../../src/domain/calling-rule.ts';
import type { Citizen } from './study-day.ts';

/** Whom a free counter calls among those who are there, in order of arrival; never asked when there is nobody. */
export type Discipline = (present: readonly Citizen[], nowMin: number) => Citizen | undefined;

const MINUTE_MS = 60_000;
const TARGET_MIN = { walkIn: 30, elder: 15, appointment: 5 } as const;
const LEVELS = [['service']];

/** Our rule: the very function that the hub calls by. Only the head of each line is shown to it. */
const byUrgency: Discipline = (present, nowMin) => {
  const heads = present.map((one) => ({
    tokenId: one.id,
    queueId: 'service',
    boundCounterId: null,
    waitingSince: Math.max(one.slotAt ?? 0, one.arrivesAt) * MINUTE_MS,
    targetMs: TARGET_MIN[one.kind] * MINUTE_MS,
  }));
  const next = pickNext(heads, LEVELS, nowMin * MINUTE_MS);
  return present.find((one) => one.id === next?.tokenId);
};

const firstComeFirstServed: Discipline = (present) => present[0];

const first = (present: readonly Citizen[], ...kinds: readonly Citizen['kind'][]) =>
  present.find((one) => kinds.includes(one.kind));

/** Appointments before elders before all others, always. */
const strictPriority: Discipline = (present) => first(present, 'appointment') ?? first(present, 'elder') ?? present[0];

/** `privileged` with a privilege, then `plain` without, as halls do by hand. It keeps count: each day takes a fresh one. */
function interleaving(privileged: number, plain: number): Discipline {
  let turn = 0;
  return (present) => {
    const wantsPrivileged = turn < privileged;
    turn = (turn + 1) % (privileged + plain);
    const special = first(present, 'appointment', 'elder');
    return (wantsPrivileged ? special : first(present, 'walkIn')) ?? present[0];
  };
}

/** What is compared, by the name in the table; first come, first served is what the others are measured against. */
export const DISCIPLINES: readonly { readonly name: string; readonly fresh: () => Discipline }[] = [
  { name: 'first come, first served', fresh: () => firstComeFirstServed },
  { name: 'ours: share of the promise', fresh: () => byUrgency },
  { name: 'strict priority', fresh: () => strictPriority },
  { name: '2 privileged : 1 walk-in', fresh: () => interleaving(2, 1) },
  { name: '1 privileged : 2 walk-ins', fresh: () => interleaving(1, 2) },
];
