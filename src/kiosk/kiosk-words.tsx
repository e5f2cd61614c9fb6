import { createContext, use } from 'react';
import type { Language } from '../domain/token.ts';
import { readWords, type Text } from '../renderer/text.ts';
import { KIOSK_WORDS } from '../renderer/words/kiosk.ts';

const words = readWords(KIOSK_WORDS);

export type KioskText = Text<keyof (typeof KIOSK_WORDS)['en']>;

/** The language that the citizen reads in. */
export const LanguageContext = createContext<Language>('ur');

/** The kiosk's words in the citizen's language, and in the other one for the line below. */
export function useKioskText(): {
  readonly language: Language;
  readonly other: Language;
  readonly text: KioskText;
  readonly otherText: KioskText;
} {
  const language = use(LanguageContext);
  const other = language === 'ur' ? 'en' : 'ur';
  return { language, other, text: words[language], otherText: words[other] };
}
