import type { Token } from '../token.ts';
import { newAgenda } from './agenda.ts';
import { changedCentre, type DayChange, numbered, type NumberedChange, promisedBy } from './change.ts';
import type { DayEvent, Instant } from './day-event.ts';
import { type DayHall, dayHall } from './day-hall.ts';
import type { DayScript } from './day-script.ts';
import { doDeed } from './do-deed.ts';
import { playCalls } from './play-calls.ts';
import { playCounters } from './play-counters.ts';
import { LATE, type Said, type Stage } from './play-stage.ts';
import { playTokens } from './play-tokens.ts';
import { readiness } from './readiness.ts';

/** Writes whole tokens and counters into the hall. */
function write(
  hall: DayHall,
  { tokens = [], counters = [], hall: set }: Said['payload'],
  moved: (before: Token | undefined, token: Token) => void,
): void {
  for (const token of tokens as readonly Token[]) {
    const before = hall.token(token.id);
    hall.put(token);
    moved(before, token);
  }
  for (const counter of counters) hall.putCounter({ ...hall.counter(counter.id), ...counter });
  if (set?.centre) hall.setUp(set.centre);
}

/** The hall as it stood when the day began, as the change makes it. */
function changedHall({ start }: DayScript, change: NumberedChange) {
  const tokens = start.tokens.map((token) => promisedBy(start.centre, change, token));
  return dayHall({ ...start, tokens, centre: changedCentre(start.centre, change) });
}

/** Who comes, and how the centre is changed meanwhile: as on the day. */
function playArrivals({ script, change, hall, agenda, say }: Stage): void {
  for (const { kind, token, ...when } of script.comings) {
    agenda.add(when, (now) => {
      const tokens = [promisedBy(hall.centre(), change, token)];
      say({ kind, tokenId: token.id, payload: { tokens } }, now);
    });
  }
  for (const { centre, ...when } of script.setUps) {
    const payload = { hall: { centre: changedCentre(centre, change) } };
    agenda.add(when, (now) => say({ kind: 'setUp', tokenId: null, payload }, now));
  }
}

/** The day is over: the hub ends who never came back, and carries over who waits still or stepped aside. */
function turn({ script, hall, momentOf, say }: Stage, now: Instant): void {
  const doing = { centre: hall.centre(), now: momentOf(now), counterOf: hall.counter };
  const inState = (state: Token['state']) =>
    hall
      .tokens()
      .filter((token) => token.state === state)
      .toSorted((a, b) => a.id - b.id);
  function end(kind: 'leave' | 'carryOver', token: Token): void {
    const deed = { kind, patch: {}, about: {}, returnMs: null };
    const done = doDeed({ token, counter: hall.counter(0) }, { ...doing, deed });
    if (done.ok) say({ kind, actor: 'hub', tokenId: token.id, payload: { tokens: [done.value.token] } }, now);
  }
  const expired = new Set(script.expired);
  for (const token of inState('carriedOver')) if (expired.has(token.id)) end('leave', token);
  for (const token of [...inState('waiting'), ...inState('parked')]) end('carryOver', token);
}

/**
 * Plays a day again. Who comes, when counters are open and how long each citizen takes is as in the log; who is called,
 * when and where is decided anew by the calling rule and the verbs of the hub. Without a change it gives the same day.
 * It ends with the turn of the day, or where the log ends.
 */
export function playScript(script: DayScript, wanted: DayChange): readonly DayEvent[] {
  const change = numbered(wanted, [script.start.centre, ...script.setUps.map(({ centre }) => centre)]);
  const agenda = newAgenda();
  const hall = changedHall(script, change);
  const events: DayEvent[] = [];
  const momentOf = (now: Instant) => ({ at: now.at, queueAt: script.queueAt(now) });

  const stage: Stage = {
    script,
    change,
    hall,
    agenda,
    momentOf,
    say({ kind, tokenId, payload, actor = '' }, now) {
      write(hall, payload, (before, token) => citizens.moved(before, token, now));
      events.push({ ...momentOf(now), seq: events.length + 1, hash: '', kind, actor, tokenId, payload });
      ready.look(now);
      for (const counter of payload.counters ?? []) if (counter.tokenId === null) free(counter.id, now);
    },
    tell(kind, before, after, now, about = {}) {
      const counters = after.counter === before.counter ? {} : { counters: [after.counter] };
      const payload = { tokens: [after.token], ...counters, about };
      stage.say({ kind, actor: after.counter.operator ?? '', tokenId: after.token.id, payload }, now);
    },
  };
  const citizens = playTokens(stage);
  const operators = playCalls(stage);
  const counters = playCounters(stage);
  const ready = readiness(hall, {
    began: operators.began,
    ended(counterId, now) {
      operators.ended(counterId);
      agenda.add({ at: now.at, seq: LATE }, (then) => free(counterId, then));
    },
  });

  function free(counterId: number, now: Instant): void {
    if (counters.isFree(counterId, now)) citizens.isFree(counterId, now);
  }

  playArrivals(stage);
  if (script.turn) agenda.add(script.turn, (now) => turn(stage, now));
  citizens.begin(script.from);
  ready.look(script.from);
  agenda.runUntil(script.turn?.at ?? script.to.at);
  return events;
}
