import i18next from 'i18next';
import type { Words } from '../domain/words.ts';
import type { Language } from '../domain/token.ts';
import { inUrduDigits } from '../domain/urdu-digits.ts';

/** The words of a screen in both languages, under the same keys; `key_one` and `key_other` are the plurals of `key`. */
export type WordBook<Key extends string = string> = { readonly [L in Language]: { readonly [K in Key]: string } };

type Base<Key extends string> = Key extends `${infer Start}_one` | `${infer Start}_other` ? Start : Key;

/**
 * Gives a screen's words. `{{name}}` is filled from the values, numbers in the digits of the language; `count`
 * chooses the plural.
 */
export type Text<Key extends string> = (key: Base<Key>, values?: Readonly<Record<string, string | number>>) => string;

/** A number in the digits of the language. */
export const digits = (value: number | string, language: Language): string =>
  language === 'ur' && typeof value === 'number' ? inUrduDigits(value) : String(value);

/** Both languages of a word book, each as a function from key to text. */
export function readWords<Key extends string>(book: WordBook<Key>): { readonly [L in Language]: Text<Key> } {
  const i18n = i18next.createInstance();
  void i18n.init({
    resources: { en: { translation: book.en }, ur: { translation: book.ur } },
    lng: 'ur',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  const textIn = (language: Language): Text<Key> => {
    const fixed = i18n.getFixedT(language) as (key: string, options: object) => string;
    return (key, values = {}) => {
      const shown = Object.entries(values).map(([name, value]) => [name, digits(value, language)]);
      const count = values['count'];
      return fixed(key, {
        ...Object.fromEntries(shown),
        n: digits(count ?? '', language),
        ...(count === undefined ? {} : { count }),
      });
    };
  };
  return { en: textIn('en'), ur: textIn('ur') };
}

/** The text that the centre's file gives, in one language. */
export const said = (words: Words | undefined, language: Language): string => words?.[language] ?? '';
