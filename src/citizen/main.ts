import './old-phones.ts';
import type { Language } from '../domain/token.ts';
import './page.css';
import './timeline.css';
import { element } from './element.ts';
import { followToken, type News } from './follow-token.ts';
import type { Followed } from './followed.ts';
import { keepLanguage, keptLanguage } from './language.ts';
import { drawFoot } from './foot.ts';
import { ring } from './ring.ts';
import { headline, pageElements } from './page.ts';
import { WORDS } from './words.ts';

const key = location.pathname.split('/').at(-1) ?? '';
let language: Language = keptLanguage();
let news: News | undefined;
let lastFollowed: Followed | undefined;

const centreName = element('p', { class: 'centre' });
const languageButton = element('button', { type: 'button' });
const lost = element('p', { class: 'lost', role: 'alert' });
const call = element('p', { class: 'visually-hidden', role: 'alert' });
const main = element('main', {});
const foot = element('footer', {});

/** The call that was told last, and how often this page was told of one: a recall is told like the call. */
let toldCallAt: number | null = null;
let calls = 0;

/** Writes a text only where it changes: a live region speaks at each writing. */
function write(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

function drawHead(): void {
  const words = WORDS[language];
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ur' ? 'rtl' : 'ltr';
  write(centreName, lastFollowed?.centre.name[language] ?? '');
  write(languageButton, words.otherLanguage);
  languageButton.lang = language === 'ur' ? 'en' : 'ur';
  const isLost = news?.kind === 'lost';
  lost.hidden = !isLost;
  write(lost, isLost ? `${words.lost} ${words.lostMore}` : '');
}

function draw(): void {
  drawHead();
  const shown = { language, news, lastFollowed };
  drawFoot(foot, { language, key, token: news?.kind === 'unknownKey' ? undefined : lastFollowed?.token, draw });
  const { title, call: spoken } = headline(shown);
  document.title = title;
  // The words of a recall are those of the call: a live region speaks them again only where something is new.
  write(call, spoken === '' || calls % 2 === 1 ? spoken : `${spoken}\u00a0`);
  const next = element('main', {}, ...pageElements(shown));
  // What stands there and is the same stays: a reader in the middle of it keeps the place.
  if (next.innerHTML === main.innerHTML) return;
  main.textContent = '';
  main.append(...next.childNodes);
}

function isNewCall(): boolean {
  const { state, lastCallAt } = lastFollowed?.token ?? {};
  if (state !== 'called' || lastCallAt === undefined || lastCallAt === toldCallAt) return false;
  toldCallAt = lastCallAt;
  return true;
}

languageButton.addEventListener('click', () => {
  language = language === 'ur' ? 'en' : 'ur';
  keepLanguage(language);
  draw();
});

document.getElementById('root')?.append(element('header', {}, centreName, languageButton), lost, call, main, foot);
draw();
followToken(key, (heard) => {
  news = heard;
  if (heard.kind === 'token') lastFollowed = heard.followed;
  if (isNewCall()) {
    calls += 1;
    ring();
  }
  draw();
});
