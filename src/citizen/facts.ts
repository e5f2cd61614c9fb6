import { waitText } from '../domain/wait-words.ts';
import type { TokenView } from '../protocol/views/views.ts';
import { element } from './element.ts';
import type { Writer } from './writer.ts';

type Fact = readonly [name: string, value: string, more?: string];

const waitFact = ({ wait }: TokenView, { words, language }: Writer): readonly Fact[] =>
  wait ? [[words.wait, waitText(wait, language)]] : [];

const aheadFact = ({ ahead }: TokenView, { words, digits }: Writer): Fact => [
  words.ahead,
  ahead === 0 ? words.nobodyAhead : words.people(ahead, digits(ahead)),
];

function placeFact({ stageId, counters }: TokenView, writer: Writer): readonly Fact[] {
  if (counters.length === 0) return [];
  return [[writer.words.whereToWait, writer.counters(counters), writer.stageName(stageId)]];
}

function factsOf(token: TokenView, writer: Writer): readonly Fact[] {
  const { words } = writer;
  const { slotAt, nextServices, state } = token;
  const isWaiting = state === 'waiting';
  return [
    ...(isWaiting ? [...waitFact(token, writer), aheadFact(token, writer)] : []),
    ...(isWaiting && slotAt !== null ? [[words.slot, writer.time(slotAt)] as const] : []),
    ...(isWaiting ? placeFact(token, writer) : []),
    ...nextServices.map((id): Fact => [words.servicesToCome, writer.serviceName(id)]),
  ];
}

/** What a citizen who waits wants to know; null when there is nothing to tell. */
export function factsElement(token: TokenView, writer: Writer): HTMLElement | null {
  const facts = factsOf(token, writer);
  if (facts.length === 0) return null;
  return element(
    'dl',
    { class: 'facts' },
    ...facts.map(([name, value, more]) =>
      element(
        'div',
        {},
        element('dt', {}, name),
        element('dd', {}, value, more === undefined ? null : element('span', { class: 'more' }, more)),
      ),
    ),
  );
}
