import type { Language } from '../domain/token.ts';
import './page.css';
import './timeline.css';
import { element } from './element.ts';
import { followToken, type News } from './follow-token.ts';
import type { Followed } from './followed.ts';
import { keepLanguage, keptLanguage } from './language.ts';
import { headline, pageElements } from './page.ts';
import { WORDS } from './words.ts';

let language: Language = keptLanguage();
let news: News | undefined;
let lastFollowed: Followed | undefined;

const centreName = element('p', { class: 'centre' });
const languageButton = element('button', { type: 'button' });
const lost = element('p', { class: 'lost', role: 'alert' });
const call = element('p', { class: 'visually-hidden', role: 'alert' });
const main = element('main', {});

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
  const { title, call: spoken } = headline(shown);
  document.title = title;
  write(call, spoken);
  const next = element('main', {}, ...pageElements(shown));
  // What stands there and is the same stays: a reader in the middle of it keeps the place.
  if (next.innerHTML !== main.innerHTML) main.replaceChildren(...next.childNodes);
}

/** A browser lets a page buzz only after a first touch, and says so in its console where it tries before. */
function buzz(): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.([300, 150, 300]);
}

languageButton.addEventListener('click', () => {
  language = language === 'ur' ? 'en' : 'ur';
  keepLanguage(language);
  draw();
});

document.getElementById('root')?.append(element('header', {}, centreName, languageButton), lost, call, main);
draw();
followToken(location.pathname.split('/').at(-1) ?? '', (heard) => {
  const wasCalled = lastFollowed?.token.state === 'called';
  news = heard;
  if (heard.kind === 'token') lastFollowed = heard.followed;
  if (!wasCalled && lastFollowed?.token.state === 'called') buzz();
  draw();
});
