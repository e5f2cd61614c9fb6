import { type Application, standingOf, timelineOf } from '../domain/journeys/application.ts';
import { type Centre, findService } from '../domain/centre.ts';
import { instantOf } from '../domain/calendar/civil-date.ts';
import { findStage } from '../domain/journeys/journey.ts';
import { labelOf } from '../domain/numbering.ts';
import { readTrackingNumber } from '../domain/journeys/tracking-number.ts';
import type { AnswerOf } from '../protocol/answers.ts';
import { isQuestionName, type Question, type QuestionName, QUESTIONS } from '../protocol/commands.ts';
import type { AskReply } from '../protocol/events.ts';
import type { Handshake } from '../protocol/handshake.ts';
import { MAY_ASK } from '../protocol/roles.ts';
import type { Store } from '../store/store.ts';
import type { DeviceQuestions } from './devices/device-questions.ts';
import { isKeepingQuestion, type KeepingQuestions } from './keeping/keeping-questions.ts';
import { wireError } from './commands/command-reply.ts';
import { slotsOn } from './slots.ts';

type AskStore = Pick<Store, 'applications' | 'appointments' | 'tokens'>;

interface Asker {
  readonly store: AskStore;
  readonly centre: Centre;
  readonly at: number;
  readonly devices: DeviceQuestions;
  readonly keeping: KeepingQuestions;
}

const LISTED = 200;
const DAY_MS = 86_400_000;

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

type Answered = AskReply<QuestionName> | Promise<AskReply<QuestionName>>;

function answer(asker: Asker, sender: Handshake, question: Question): Answered {
  if (isKeepingQuestion(question)) return asker.keeping(sender, question);
  switch (question.name) {
    case 'application': {
      const value = applicationOf(asker, question.payload.trackingNumber);
      return value ? { ok: true, value } : { ok: false, error: wireError({ code: 'unknownApplication' }) };
    }
    case 'workList':
      return { ok: true, value: workListOf(asker, question.payload.stageId, question.payload.serviceId) };
    case 'slots':
      return { ok: true, value: slotsOf(asker, question.payload.date) };
    case 'testPrinter':
      return asker.devices.testPrinter(question.payload);
    case 'staffOfCard':
      return asker.devices.staffOfCard(sender, question.payload);
    case 'tellReaders':
      return asker.devices.tellReaders(sender, question.payload);
    case 'maintenance':
      return asker.devices.maintenance(sender, question.payload);
  }
}

/** Answers what a screen asks, if it may; nothing of it is trusted. */
export function answerQuestion(asker: Asker, sender: Handshake, raw: unknown): Answered {
  const { name, payload } = (raw ?? {}) as { readonly name?: unknown; readonly payload?: unknown };
  if (typeof name !== 'string' || !isQuestionName(name))
    return { ok: false, error: wireError({ code: 'unknownCommand' }) };
  if (!MAY_ASK[sender.screen].includes(name)) return { ok: false, error: wireError({ code: 'notAllowed' }) };
  const parsed = QUESTIONS[name].safeParse(payload);
  if (!parsed.success) return { ok: false, error: wireError({ code: 'badCommand' }) };
  return answer(asker, sender, { name, payload: parsed.data } as Question);
}
