import type { Centre } from '../../../domain/centre.ts';
import { CHANNEL_WORDS, GROUPING_WORDS } from '../../../domain/reports/figures/group-words.ts';
import type { Grouping } from '../../../domain/reports/figures/grouping.ts';
import type { Channel } from '../../../domain/reports/day-facts.ts';
import type { Language } from '../../../domain/token.ts';

export interface Reading {
  readonly centre: Centre;
  readonly language: Language;
}

const ALL_WORDS = { en: 'All', ur: 'کل' } as const;
const NO_CLASS = { en: 'No priority', ur: 'بغیر ترجیح' } as const;
const COUNTER = { en: 'Counter', ur: 'کاؤنٹر' } as const;

/** A set of classes by their names. */
function classText(key: string, { centre, language }: Reading): string {
  if (key === '') return NO_CLASS[language];
  const name = (id: string) => centre.classes.find((one) => one.id === id)?.name[language] ?? id;
  return key.split('+').map(name).join(' + ');
}

/** A group of a report as people of the centre call it. */
export function groupText(grouping: Grouping, key: string, reading: Reading): string {
  const { centre, language } = reading;
  const nameOf = (list: readonly { readonly id: string; readonly name: { en: string; ur: string } }[]) =>
    list.find(({ id }) => id === key)?.name[language] ?? key;
  switch (grouping) {
    case 'service':
      return nameOf(centre.services);
    case 'stage':
      return nameOf(centre.stages);
    case 'class':
      return classText(key, reading);
    case 'channel':
      return CHANNEL_WORDS[key as Channel][language];
    case 'counter':
      return `${COUNTER[language]} ${key}`;
    case 'hour':
      return `${key.padStart(2, '0')}:00`;
    case 'day':
    case 'week':
    case 'month':
    case 'operator':
      return key;
  }
}

export const groupingText = (grouping: Grouping, language: Language): string => GROUPING_WORDS[grouping][language];
export const allText = (language: Language): string => ALL_WORDS[language];
