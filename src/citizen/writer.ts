import { counterRunsOf } from '../domain/counter-runs.ts';
import type { Language } from '../domain/token.ts';
import { inUrduDigits } from '../domain/urdu-digits.ts';
import type { Words } from '../domain/words.ts';
import type { Followed } from './followed.ts';
import { type PageWords, WORDS } from './words.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How one language writes the things of one token. */
export interface Writer {
  readonly language: Language;
  readonly words: PageWords;
  digits(value: number | string): string;
  said(words: Words | undefined): string;
  serviceName(id: string): string;
  stageName(id: string): string;
  /** `10:15` today, `Thu, 26 Nov, 10:15` on another day. */
  time(at: number): string;
  /** `10:15` today, `Thu, 26 Nov` on another day: nobody plans to the minute so far ahead. */
  plan(at: number): string;
  /** How long it was, in its largest unit. */
  span(ms: number): string;
  counters(ids: readonly number[]): string;
}

/** A span in minutes, hours or days, whichever is the largest that it fills. */
function spanText(ms: number, words: PageWords, digits: (value: number) => string): string {
  const [unit, size] =
    ms >= DAY_MS
      ? (['days', DAY_MS] as const)
      : ms >= HOUR_MS
        ? (['hours', HOUR_MS] as const)
        : (['minutes', MINUTE_MS] as const);
  const count = Math.max(1, Math.floor(ms / size));
  return words[unit](count, digits(count));
}

function clockOf(language: Language, timeZone: string) {
  const locale = language === 'ur' ? 'ur-PK' : 'en-GB';
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, numberingSystem: 'latn', ...options });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  return { clock, day: format({ weekday: 'short', day: 'numeric', month: 'short' }) };
}

/** The writer of a language for what the hub said. */
export function writerOf({ centre, token }: Followed, language: Language): Writer {
  const words = WORDS[language];
  const digits = (value: number | string) => (language === 'ur' ? inUrduDigits(value) : String(value));
  const { clock, day } = clockOf(language, centre.timeZone);
  const isToday = (at: number) => day.format(at) === day.format(token.at);
  const said = (text: Words | undefined) => text?.[language] ?? '';
  const runText = ({ from, to }: { readonly from: number; readonly to: number }) =>
    from === to ? digits(from) : words.run(digits(from), digits(to));
  return {
    language,
    words,
    digits,
    said,
    serviceName: (id) => said(centre.services.find((one) => one.id === id)?.name),
    stageName: (id) => said(centre.stages.find((one) => one.id === id)?.name),
    time: (at) => digits(isToday(at) ? clock.format(at) : [day.format(at), clock.format(at)].join(words.list)),
    plan: (at) => digits((isToday(at) ? clock : day).format(at)),
    span: (ms) => spanText(ms, words, digits),
    counters: (ids) => words.counters(counterRunsOf(ids).map(runText).join(words.list), ids.length === 1),
  };
}
