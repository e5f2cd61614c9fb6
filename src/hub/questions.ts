import { type Application, standingOf, timelineOf } from '../domain/journeys/application.ts';
import { type Centre, findService } from '../domain/centre.ts';
import { dayBounds } from '../domain/calendar/service-day.ts';
import { addDays, instantOf } from '../domain/calendar/civil-date.ts';
import { findStage } from '../domain/journeys/journey.ts';
import { labelOf } from '../domain/numbering.ts';
import { readTrackingNumber } from '../domain/journeys/tracking-number.ts';
import type { AnswerOf } from '../protocol/answers/answers.ts';
import { isQuestionName, type Question, type QuestionName, QUESTIONS } from '../protocol/commands.ts';
import type { AskReply } from '../protocol/events.ts';
import { mayAsk } from '../protocol/roles.ts';
import type { Store } from '../store/store.ts';
import type { PeopleDesk } from './people/people-desk.ts';
import type { Sender } from './sender.ts';
import type { DeviceQuestions } from './devices/device-questions.ts';
import type { KeepingQuestions } from './keeping/keeping-questions.ts';
import { wireError } from './commands/command-reply.ts';
import { centreFileAnswer, checkCentre } from './set-up/set-up-questions.ts';
import { setUpHistory } from './set-up/history.ts';
import type { ReplayDesk } from './replay/replay-desk.ts';
import type { FollowDesk } from './standby/follow-desk.ts';
import type { ReportDesk } from './reports/report-desk.ts';
import { slotsOn } from './slots.ts';

interface Asker {
  readonly store: Store;
  readonly centre: Centre;
  readonly at: number;
  readonly serviceDay: string;
  readonly devices: DeviceQuestions;
  readonly people: PeopleDesk['answers'];
  readonly pairing: () => AnswerOf<'pairing'>;
  readonly secretOf: (webhookId: number) => AskReply<'webhookSecret'>;
  readonly reports: Pick<ReportDesk, 'make'>;
  readonly replay: ReplayDesk;
  readonly keeping: KeepingQuestions;
  readonly follows: Pick<FollowDesk, 'follow' | 'keys' | 'handOver'>;
  readonly provisions: (mark: string | null) => AnswerOf<'provisions'>;
}

const LISTED = 200;
const DAY_MS = 86_400_000;
/** Days over which the tokens and bookings of one card are counted. */
const ANOMALY_DAYS = 7;

function labelFor({ store }: Asker, { tokenId }: Application): string {
  const token = store.tokens.get(tokenId);
  return token ? labelOf(token) : '';
}

function applicationOf(asker: Asker, text: string): AnswerOf<'application'> | undefined {
  const { store, centre, at } = asker;
  const number = readTrackingNumber(text);
  const application = number === undefined ? undefined : store.applications.byNumber(number);
  const service = application && findService(centre, application.serviceId);
  if (!application || !service) return undefined;
  const { trackingNumber, serviceId, state, stageId, filedAt, enteredAt, dueAt } = application;
  const place = service.journey.findIndex((stage) => stage.id === stageId);
  const earlier = service.journey.slice(0, Math.max(0, place)).filter((stage) => stage.place !== 'kiosk');
  return {
    trackingNumber,
    serviceId,
    state,
    stageId,
    filedAt,
    enteredAt,
    dueAt,
    label: labelFor(asker, application),
    standing: standingOf(application, at),
    canSkip: state === 'open' && findStage(service, stageId)?.isOptional === true,
    backTo: state === 'open' ? earlier.map((stage) => stage.id) : [],
    timeline: timelineOf(service, application).map((stage) => ({ ...stage })),
  };
}

function workListOf(asker: Asker, stageId: string, serviceId: string | null): AnswerOf<'workList'> {
  const applications = asker.store.applications.openAt(stageId, serviceId, LISTED).map((application) => ({
    trackingNumber: application.trackingNumber,
    serviceId: application.serviceId,
    label: labelFor(asker, application),
    filedAt: application.filedAt,
    enteredAt: application.enteredAt,
    dueAt: application.dueAt,
    standing: standingOf(application, asker.at),
  }));
  return { stageId, applications };
}

function slotsOf({ store, centre }: Asker, date: string): AnswerOf<'slots'> {
  const fromAt = instantOf(date, 0, centre.timeZone);
  const booked = store.appointments.slots(fromAt, fromAt + DAY_MS);
  const keyOf = (slot: { readonly serviceId: string; readonly slotAt: number }) => `${slot.slotAt} ${slot.serviceId}`;
  const capacities = new Map(slotsOn(centre, fromAt).map((slot) => [keyOf(slot), { ...slot, booked: 0 }]));
  for (const slot of booked) capacities.set(keyOf(slot), { capacity: 0, ...capacities.get(keyOf(slot)), ...slot });
  return { date, slots: [...capacities.values()].toSorted((a, b) => a.slotAt - b.slotAt) };
}

type Answered<Name extends QuestionName> = AskReply<Name> | Promise<AskReply<Name>>;
type Answerer<Name extends QuestionName> = (
  asker: Asker,
  payload: Question<Name>['payload'],
  sender: Sender,
) => Answered<Name>;

const yes = <Value>(value: Value) => ({ ok: true, value }) as const;

/** What answers each question. */
const ANSWERERS: { readonly [Name in QuestionName]: Answerer<Name> } = {
  application(asker, { trackingNumber }) {
    const value = applicationOf(asker, trackingNumber);
    return value ? yes(value) : { ok: false, error: wireError({ code: 'unknownApplication' }) };
  },
  workList: (asker, { stageId, serviceId }) => yes(workListOf(asker, stageId, serviceId)),
  slots: (asker, { date }) => yes(slotsOf(asker, date)),
  centreFile: ({ centre }) => yes(centreFileAnswer(centre)),
  checkCentre: ({ store, centre, at }, { file }) => yes(checkCentre(store, centre, file, at)),
  setUpHistory: ({ store }, { beforeSeq }) => yes(setUpHistory(store, beforeSeq ?? undefined)),
  whoCanSignIn: ({ people }, payload, sender) => people.whoCanSignIn(sender, payload),
  signIn: ({ people }, payload, sender) => people.signIn(sender, payload),
  signOut: ({ people }, payload, sender) => people.signOut(sender, payload),
  stillHere: () => yes({}),
  changePin: ({ people }, payload, sender) => people.changePin(sender, payload),
  makeFirstManager: ({ people }, payload, sender) => people.makeFirstManager(sender, payload),
  approve: ({ people }, payload, sender) => people.approve(sender, payload),
  pairing: ({ pairing }) => yes(pairing()),
  ticket: ({ people }, payload, sender) => people.ticket(sender, payload),
  people: ({ people }, payload, sender) => people.people(sender, payload),
  anomalies({ reports, centre, serviceDay }) {
    const [dayBeganAt] = dayBounds(serviceDay, centre);
    const sinceDay = addDays(serviceDay, 1 - ANOMALY_DAYS);
    const span = { serviceDay, sinceDay, sinceAt: dayBeganAt - (ANOMALY_DAYS - 1) * DAY_MS };
    return reports.make({ kind: 'anomalies', span, dayBeganAt });
  },
  report: ({ reports }, question) => reports.make({ kind: 'report', question }),
  counterDay: ({ reports }, { day }) => reports.make({ kind: 'counterDay', day }),
  replayDays: ({ replay }, _payload, sender) => replay.days(sender),
  replayDay: ({ replay }, payload, sender) => replay.day(payload, sender),
  replayFrame: ({ replay }, payload, sender) => replay.frame(payload, sender),
  whatIf: ({ replay }, payload, sender) => replay.whatIf(payload, sender),
  tellSeen: ({ keeping }, payload, sender) => keeping.tellSeen(sender, payload),
  takeSnapshot: ({ keeping }, payload, sender) => keeping.takeSnapshot(sender, payload),
  restore: ({ keeping }, payload, sender) => keeping.restore(sender, payload),
  findSubject: ({ keeping }, payload, sender) => keeping.findSubject(sender, payload),
  printDayClose: ({ keeping }, payload, sender) => keeping.printDayClose(sender, payload),
  follow: ({ follows }, payload, sender) => follows.follow(sender, payload),
  standbyKeys: ({ follows }, _payload, sender) => follows.keys(sender),
  handOver: ({ follows }, payload, sender) => follows.handOver(sender, payload),
  provisions: ({ provisions }, { mark }) => yes(provisions(mark)),
  webhookSecret: ({ secretOf }, { webhookId }) => secretOf(webhookId),
  testPrinter: ({ devices }, payload) => devices.testPrinter(payload),
  staffOfCard: ({ devices }, payload, sender) => devices.staffOfCard(sender, payload),
  tellReaders: ({ devices }, payload, sender) => devices.tellReaders(sender, payload),
  tellPrinter: ({ devices }, payload, sender) => devices.tellPrinter(sender, payload),
  maintenance: ({ devices }, payload, sender) => devices.maintenance(sender, payload),
};

/** Answers what a screen asks, if it may; nothing of it is trusted. */
export function answerQuestion(asker: Asker, sender: Sender, raw: unknown): Answered<QuestionName> {
  const { name, payload } = (raw ?? {}) as { readonly name?: unknown; readonly payload?: unknown };
  if (typeof name !== 'string' || !isQuestionName(name))
    return { ok: false, error: wireError({ code: 'unknownCommand' }) };
  if (!mayAsk(name, sender.screen, sender.role)) {
    return { ok: false, error: wireError({ code: sender.role === 'nobody' ? 'notSignedIn' : 'notAllowed' }) };
  }
  const parsed = QUESTIONS[name].safeParse(payload);
  if (!parsed.success) return { ok: false, error: wireError({ code: 'badCommand' }) };
  return (ANSWERERS[name] as Answerer<QuestionName>)(asker, parsed.data, sender);
}
