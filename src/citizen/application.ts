import { writeTrackingNumber } from '../domain/journeys/tracking-number.ts';
import { reasonText } from '../domain/reasons.ts';
import type { TokenView } from '../protocol/views/views.ts';
import { element, numberElement, typedElement } from './element.ts';
import type { Followed } from './followed.ts';
import { timelineElement } from './timeline.ts';
import type { Writer } from './writer.ts';

type Application = NonNullable<TokenView['application']>;

/** How late it is, or when it is due; null where nobody but the citizen is waited for. */
function dueElement({ dueAt }: Application, at: number, writer: Writer): HTMLElement | null {
  if (dueAt === null) return null;
  const time = writer.time(dueAt);
  if (at <= dueAt) return element('p', { class: 'due' }, writer.words.due(time));
  return element('p', { class: 'overdue' }, writer.words.overdue(writer.span(at - dueAt), time));
}

/** Why it was sent back last, or ended. */
function reasonElement({ timeline }: Application, { language, words }: Writer): HTMLElement | null {
  const given = timeline.filter(({ end }) => end === 'sentBack' || end === 'ended');
  const last = given.toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))[0];
  if (!last?.reason) return null;
  return element(
    'p',
    {},
    last.end === 'ended' ? words.reason : words.sentBackFor,
    typedElement(reasonText(last.reason, language)),
  );
}

/** Where an open application stands, and whether its citizen is wanted. */
function openElements({ centre, token }: Followed, application: Application, writer: Writer): (HTMLElement | null)[] {
  const { words, stageName } = writer;
  const now = application.timeline.find((stage) => stage.isNow)?.stageId ?? '';
  const service = centre.services.find((one) => one.id === token.serviceId);
  const place = service?.journey.find((stage) => stage.id === now)?.place;
  if (place === 'citizen') {
    return [element('p', { class: 'stands wanted' }, words.ready), element('p', {}, words.readyMore)];
  }
  const isHere = ['waiting', 'called', 'serving', 'parked'].includes(token.state);
  if (place === 'counter' && !isHere) {
    return [
      element('p', { class: 'stands wanted' }, words.comeBack(stageName(now))),
      reasonElement(application, writer),
    ];
  }
  return [
    element('p', { class: 'stands' }, words.atOffice(stageName(now))),
    dueElement(application, token.at, writer),
    place === 'counter' ? reasonElement(application, writer) : null,
  ];
}

function standing(followed: Followed, application: Application, writer: Writer): (HTMLElement | null)[] {
  const { words } = writer;
  switch (application.state) {
    case 'open':
      return openElements(followed, application, writer);
    case 'delivered':
      return [element('p', { class: 'stands' }, words.delivered)];
    case 'ended':
      return [element('p', { class: 'stands' }, words.ended), reasonElement(application, writer)];
  }
}

/** The application that the token filed or came for, with all its stages; null where there is none. */
export function applicationElement(followed: Followed, writer: Writer): HTMLElement | null {
  const { application } = followed.token;
  if (!application) return null;
  const { words } = writer;
  return element(
    'section',
    { class: 'application' },
    element('h2', {}, words.application),
    ...standing(followed, application, writer),
    element(
      'p',
      { class: 'tracking' },
      element('span', {}, words.tracking),
      numberElement(writeTrackingNumber(application.trackingNumber)),
    ),
    element('p', { class: 'more' }, words.keepNumber),
    element('h3', {}, words.stages),
    timelineElement(application.timeline, followed.token.at, writer),
  );
}
