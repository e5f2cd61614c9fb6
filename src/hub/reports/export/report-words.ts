import type { Centre } from '../../../domain/centre.ts';
import { CHANNEL_WORDS, GROUPING_WORDS } from '../../../domain/reports/figures/group-words.ts';
import type { Grouping } from '../../../domain/reports/figures/grouping.ts';
import type { Channel } from '../../../domain/reports/day-facts.ts';
import type { Language } from '../../../domain/token.ts';
import type { Words } from '../../../domain/words.ts';

export interface Reading {
  readonly centre: Centre;
  readonly language: Language;
}

/** Words that stand in an export alone. */
export const EXPORT_WORDS = {
  weekday: { en: 'Weekday', ur: 'ہفتے کا دن' },
  reason: { en: 'Reason', ur: 'وجہ' },
  meanings: { en: 'What they mean', ur: 'مطلب' },
  sheet: { en: 'Sheet', ur: 'شیٹ' },
  figure: { en: 'Figure', ur: 'عدد' },
  means: { en: 'What it means', ur: 'مطلب' },
} as const satisfies Record<string, Words>;

const ALL_WORDS = { en: 'All', ur: 'کل' } as const;
const NO_CLASS = { en: 'No priority', ur: 'بغیر ترجیح' } as const;
const COUNTER = { en: 'Counter', ur: 'کاؤنٹر' } as const;

/** A set of classes by their names. */
function classText(key: string, { centre, language }: Reading): string {
  if (key === '') return NO_CLASS[language];
  const name = (id: string) => centre.classes.find((one) => one.id === id)?.name[language] ?? id;
  return key.split('+').map(name).join(' + ');
}

const nameIn = (
  list: readonly Pick<Centre['stages'][number], 'id' | 'name'>[],
  key: string,
  { language }: Reading,
): string => list.find(({ id }) => id === key)?.name[language] ?? key;

/** What is not written as it is kept. */
const TEXTS: { readonly [By in Grouping]?: (key: string, reading: Reading) => string } = {
  service: (key, reading) => nameIn(reading.centre.services, key, reading),
  stage: (key, reading) => nameIn(reading.centre.stages, key, reading),
  class: classText,
  channel: (key, { language }) => CHANNEL_WORDS[key as Channel][language],
  counter: (key, { language }) => `${COUNTER[language]} ${key}`,
  hour: (key) => `${key.padStart(2, '0')}:00`,
};

/** A group of a report as people of the centre call it. */
export const groupText = (grouping: Grouping, key: string, reading: Reading): string =>
  TEXTS[grouping]?.(key, reading) ?? key;

export const groupingText = (grouping: Grouping, language: Language): string => GROUPING_WORDS[grouping][language];
export const allText = (language: Language): string => ALL_WORDS[language];

/** Rows of stages in the order of the centre's journeys. */
export const inOrder = <Row extends { readonly stage: string }>(
  rows: readonly Row[],
  { stages }: Centre,
): readonly Row[] => {
  const order = stages.map(({ id }) => id);
  return rows.toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage));
};
