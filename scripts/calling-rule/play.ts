import type { Discipline } from './disciplines.ts';
import type { Citizen } from './study-day.ts';

/** When each citizen of a day was called, in minutes, by id. Pooled counters, nobody leaves, all are served. */
export function play(day: readonly Citizen[], counters: number, discipline: Discipline): Float64Array {
  const startedAt = new Float64Array(day.length);
  const freeAt = Array.from({ length: counters }, () => 0);
  const present: Citizen[] = [];
  let arrived = 0;
  while (arrived < day.length || present.length > 0) {
    const soonest = Math.min(...freeAt);
    const nextArrival = day[arrived]?.arrivesAt ?? Number.POSITIVE_INFINITY;
    const nowMin = present.length > 0 ? soonest : Math.max(soonest, nextArrival);
    for (let next = day[arrived]; next && next.arrivesAt <= nowMin; next = day[arrived]) {
      present.push(next);
      arrived += 1;
    }
    const called = discipline(present, nowMin);
    if (!called) throw new Error('The discipline called nobody though somebody is there.');
    present.splice(present.indexOf(called), 1);
    startedAt[called.id] = nowMin;
    freeAt[freeAt.indexOf(soonest)] = nowMin + called.serviceMin;
  }
  return startedAt;
}
