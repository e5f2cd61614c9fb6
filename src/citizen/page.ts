import type { Language } from '../domain/token.ts';
import { applicationElement } from './application.ts';
import { element } from './element.ts';
import { factsElement } from './facts.ts';
import type { News } from './follow-token.ts';
import type { Followed } from './followed.ts';
import { statusElement } from './status.ts';
import { WORDS } from './words.ts';
import { type Writer, writerOf } from './writer.ts';

/** What the page shows: the last answer, and whether the hub is silent since. */
export interface Shown {
  readonly language: Language;
  readonly news: News | undefined;
  readonly lastFollowed: Followed | undefined;
}

const notice = (name: string, title: string, more: string | null): HTMLElement =>
  element('section', { class: name }, element('h1', {}, title), more === null ? null : element('p', {}, more));

const tokenElements = (followed: Followed, writer: Writer): (HTMLElement | null)[] => [
  statusElement(followed.token, writer),
  factsElement(followed.token, writer),
  applicationElement(followed, writer),
  element('p', { class: 'as-of' }, writer.words.asOf(writer.time(followed.token.at))),
];

/** What stands in the page's main part. */
export function pageElements({ language, news, lastFollowed }: Shown): readonly HTMLElement[] {
  const words = WORDS[language];
  if (news?.kind === 'unknownKey') return [notice('notice', words.unknown, words.unknownMore)];
  const token = lastFollowed ? tokenElements(lastFollowed, writerOf(lastFollowed, language)) : [];
  if (!lastFollowed && news?.kind !== 'lost') return [notice('notice', words.loading, null)];
  return token.filter((one) => one !== null);
}

/** What is said aloud and stands in the title: that the citizen is called, or the state in a few words. */
export function headline({ language, news, lastFollowed }: Shown): { readonly title: string; readonly call: string } {
  const words = WORDS[language];
  if (news?.kind === 'unknownKey' || !lastFollowed) return { title: words.yourToken, call: '' };
  const { label, state, counterId } = lastFollowed.token;
  if (state !== 'called' || counterId === null) return { title: `${label} · ${words.yourToken}`, call: '' };
  const call = words.calledTitle(label, String(counterId));
  return { title: call, call };
}
