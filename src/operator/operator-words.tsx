import { createContext, type ReactNode, use, useState } from 'react';
import type { Language } from '../domain/token.ts';
import { readWords, type Text } from '../renderer/text.ts';
import { OPERATOR_WORDS } from '../renderer/words/operator.ts';

const words = readWords(OPERATOR_WORDS);
const KEY = 'markaz.operator.language';

export type OperatorText = Text<keyof (typeof OPERATOR_WORDS)['en']>;

interface Reading {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<Reading>({ language: 'en', setLanguage: () => undefined });

/** Keeps the language that the operator reads in, also over a reload. */
export function LanguageKeeper({ children }: { readonly children: ReactNode }) {
  const [language, set] = useState<Language>(localStorage.getItem(KEY) === 'ur' ? 'ur' : 'en');
  const setLanguage = (next: Language) => {
    localStorage.setItem(KEY, next);
    set(next);
  };
  return <LanguageContext value={{ language, setLanguage }}>{children}</LanguageContext>;
}

export function useOperatorText(): Reading & { readonly text: OperatorText } {
  const reading = use(LanguageContext);
  return { ...reading, text: words[reading.language] };
}
