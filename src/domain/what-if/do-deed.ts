import { type Centre, findService } from '../centre.ts';
import { closedCounter, type Counter } from '../counter.ts';
import { accept, type Decision, type Moment, refuse } from '../decision.ts';
import { classesLeft } from '../target.ts';
import type { Token } from '../token.ts';
import { type AtCounter, letGo } from '../verbs/at-counter.ts';
import { call, jump, recall } from '../verbs/calling.ts';
import { carryOver, checkInAgain } from '../verbs/carry-over.ts';
import { promisedMsOf } from '../verbs/check-in.ts';
import { correctClass } from '../verbs/correct-class.ts';
import { leave, markNoShow } from '../verbs/ending.ts';
import { park, resume } from '../verbs/parking.ts';
import { comeBack, postpone } from '../verbs/postpone.ts';
import { requeue } from '../verbs/requeue.ts';
import { endVisit, finish, sendBack, skipStage, start, type WayOn } from '../verbs/serving.ts';
import { transferToCounter, transferToService } from '../verbs/transfer.ts';
import { undo } from '../verbs/undo.ts';
import type { Deed } from './day-script.ts';

/** What a deed is done with, besides the token and the counter. */
export interface Doing {
  readonly centre: Centre;
  readonly now: Moment;
  readonly deed: Pick<Deed, 'kind' | 'patch' | 'about' | 'returnMs'>;
  readonly counterOf: (id: number) => Counter;
}

type Do = (at: AtCounter, doing: Doing) => Decision<AtCounter>;

/** Of the services that are still to come, the visit goes on to the one to which it went. */
const wayOf = ({ centre, deed: { patch } }: Doing, { counter }: AtCounter): WayOn => ({
  centre,
  actor: counter.operator ?? '',
  waitFor: (id) => (id === patch.serviceId ? { p50Ms: 0, p90Ms: 0 } : null),
});

const reasonOf = ({ deed: { about } }: Doing): string => String(about['reason'] ?? '-');

/** A verb that concerns the token alone. */
const alone =
  (verb: (token: Token, doing: Doing) => Decision<Token>): Do =>
  (at, doing) => {
    const done = verb(at.token, doing);
    return done.ok ? accept({ ...at, token: done.value }) : done;
  };

function transfer(at: AtCounter, { centre, now, deed: { about }, counterOf }: Doing): Decision<AtCounter> {
  const { service: serviceId, counter: counterId } = about;
  if (typeof counterId === 'number') return transferToCounter(at, counterOf(counterId));
  const service = findService(centre, String(serviceId));
  return service
    ? transferToService(at, service, classesLeft(centre, at.token.classes), now)
    : refuse('unknownService');
}

/** Whom nobody takes where they are sent goes back to the line from which they came. */
function transferOrBack(at: AtCounter, doing: Doing): Decision<AtCounter> {
  const done = transfer(at, doing);
  if (done.ok) return done;
  const { token, counter } = at;
  const back = { ...token, state: 'waiting', counterId: null, startedAt: null, boundCounterId: null } as const;
  return accept({ token: back, counter: letGo(counter, token) });
}

/** A no-show that was taken back, and cannot be any more, is called again: its citizen stands there. */
function undoOrAgain(at: AtCounter, { now }: Doing): Decision<AtCounter> {
  const done = undo(at, now);
  return done.ok || at.token.state !== 'noShow' ? done : requeue(at, true, now);
}

/** Who comes back goes to the counter that sent them away, if that asks; else they wait in line. */
function comesAgain(at: AtCounter, { now, deed }: Doing): Decision<AtCounter> {
  if (deed.patch.state === 'called') return resume(at, now);
  const elsewhere = resume({ ...at, counter: closedCounter(-1, now.at) }, now);
  return elsewhere.ok ? accept({ ...elsewhere.value, counter: at.counter }) : elsewhere;
}

function correct(token: Token, { centre, deed: { patch } }: Doing): Decision<Token> {
  const promisedMs = promisedMsOf(centre, token);
  if (promisedMs === undefined) return refuse('unknownService');
  return correctClass(token, promisedMs, classesLeft(centre, patch.classes ?? token.classes));
}

/** The verb of each kind of event: the one that the hub itself decides by. */
const DOES: Readonly<Record<string, Do>> = {
  call: (at, { now }) => call(at, now),
  jump: (at, doing) => jump(at, reasonOf(doing), doing.now),
  recall: (at, { now }) => recall(at, now),
  start: (at, { now }) => start(at, now),
  finish: (at, doing) => finish(at, wayOf(doing, at), doing.now),
  skipStage: (at, doing) => skipStage(at, wayOf(doing, at), doing.now),
  sendBack(at, doing) {
    const to = { stageId: doing.deed.patch.stageId ?? at.token.stageId, reason: reasonOf(doing) };
    return sendBack(at, to, wayOf(doing, at), doing.now);
  },
  endVisit: (at, doing) => endVisit(at, reasonOf(doing), wayOf(doing, at), doing.now),
  transfer: transferOrBack,
  park: (at, { now, deed: { returnMs } }) => park(at, returnMs === null ? null : now.at + returnMs),
  resume: comesAgain,
  requeue: (at, { now }) => requeue(at, true, now),
  markNoShow: (at, { now }) => markNoShow(at, now),
  leave: (at, { now }) => leave(at, now),
  undo: undoOrAgain,
  postpone: alone((token, { now }) => postpone(token, now)),
  comeBack: alone((token, { now }) => comeBack(token, now)),
  checkIn: alone((token, { now }) => (token.awaySince === null ? checkInAgain : comeBack)(token, now)),
  carryOver: alone((token, { now }) => carryOver(token, now)),
  correctClass: alone(correct),
};

/** Does a deed again; what no verb is known for changes what it changed. */
export function doDeed(at: AtCounter, doing: Doing): Decision<AtCounter> {
  const does = DOES[doing.deed.kind];
  return does ? does(at, doing) : accept({ ...at, token: { ...at.token, ...doing.deed.patch } });
}
