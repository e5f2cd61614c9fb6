import type { TokenView } from '../protocol/views/views.ts';
import { element, numberElement } from './element.ts';
import type { Writer } from './writer.ts';

/** What is to be done now, in a sentence and, where it needs one, a second. */
function sentencesOf({ state }: TokenView, { words }: Writer): readonly [string, string?] {
  switch (state) {
    case 'waiting':
      return [words.waiting, words.waitingMore];
    case 'called':
      return [words.called];
    case 'serving':
      return [words.serving];
    case 'parked':
      return [words.parked, words.parkedMore];
    case 'noShow':
      return [words.noShow, words.noShowMore];
    case 'done':
      return [words.done, words.doneMore];
    case 'left':
      return [words.left, words.leftMore];
    case 'carriedOver':
      return [words.carriedOver, words.carriedOverMore];
  }
}

/** The same for who has asked for ten more minutes. */
const awaySentences = (
  { isAway, returnAt }: TokenView,
  { words, time }: Writer,
): readonly [string, string] | undefined =>
  isAway && returnAt !== null ? [words.away(time(returnAt)), words.awayMore] : undefined;

/** The counter at which the citizen is wanted, or stands. */
function counterElement({ state, counterId }: TokenView, { words }: Writer): HTMLElement | null {
  if (counterId === null || (state !== 'called' && state !== 'serving')) return null;
  return element('p', { class: 'counter' }, element('span', {}, words.counter), numberElement(counterId));
}

/** The token and what its citizen is to do now: the one large thing of the page. */
export function statusElement(token: TokenView, writer: Writer): HTMLElement {
  const [sentence, more] = awaySentences(token, writer) ?? sentencesOf(token, writer);
  return element(
    'section',
    { class: 'status', 'data-state': token.state },
    element('p', { class: 'above' }, writer.words.yourToken),
    numberElement(token.label, 'label'),
    element('p', { class: 'service' }, writer.serviceName(token.serviceId)),
    element(
      'div',
      { class: 'act' },
      element('h1', {}, sentence),
      counterElement(token, writer),
      more === undefined ? null : element('p', {}, more),
    ),
  );
}
