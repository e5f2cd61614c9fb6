import type { Centre } from '../../../src/domain/centre.ts';
import type { Language } from '../../../src/domain/token.ts';
import { html, type Html } from './html.ts';
import { type Say, wordsIn } from './words.ts';
import { type When, whenIn } from './when.ts';

/** What every page of a centre needs. */
export interface PageContext {
  readonly language: Language;
  readonly centre: Centre;
  readonly say: Say;
  readonly when: When;
  /** The address of a page of this centre. */
  readonly to: (rest?: string) => string;
}

export const contextOf = (language: Language, centre: Centre): PageContext => ({
  language,
  centre,
  say: wordsIn(language),
  when: whenIn(language, centre.timeZone),
  to: (rest = '') => `/${language}/${centre.id}${rest}`,
});

const OTHER = { ur: { language: 'en', name: 'English' }, en: { language: 'ur', name: 'اردو' } } as const;

/** A time or a code keeps its own direction inside a line of the other one. */
export const apart = (text: string): Html => html`<bdi class="num">${text}</bdi>`;

export const backLink = ({ say }: PageContext, path: string, word: 'back' | 'home'): Html =>
  html`<a class="back" href="${path}"><span class="arrow" aria-hidden="true"></span>${say(word)}</a>`;

/** The whole page. `rest` is its address within the centre, so that the other language opens at the same place. */
export function framed(context: PageContext, title: string, rest: string, body: Html): string {
  const { language, centre, say, to } = context;
  const other = OTHER[language];
  const page = html`<!doctype html>
    <html lang="${language}" dir="${language === 'ur' ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b5a3c" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/theme.css" />
        <link rel="stylesheet" href="/app.css" />
        <link rel="stylesheet" href="/booking.css" />
        <title>${title} · ${centre.name[language]}</title>
      </head>
      <body>
        <header class="house">
          <a class="centre" href="${to()}">
            <span class="app-name">${say('app')}</span>
            <span class="centre-name">${centre.name[language]}</span>
          </a>
          <a class="language" lang="${other.language}" href="/${other.language}/${centre.id}${rest}">${other.name}</a>
        </header>
        <main>${body}</main>
      </body>
    </html>`;
  return page.markup;
}
