import { createContext, type ReactNode, use, useState } from 'react';
import type { Language } from '../domain/token.ts';
import { readWords, type Text } from '../renderer/text.ts';
import { MANAGER_WORDS } from '../renderer/words/manager.ts';

const words = readWords(MANAGER_WORDS);
const KEY = 'markaz.manager.language';

type WordKey = keyof (typeof MANAGER_WORDS)['en'];
export type ManagerText = Text<WordKey>;
type TextKey = Parameters<ManagerText>[0];

/** The key of a code that the hub names, or the one to say when it has no words here. */
export const keyOr = (key: string, other: TextKey): TextKey =>
  Object.hasOwn(MANAGER_WORDS.en, key) ? (key as TextKey) : other;

interface Reading {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<Reading>({ language: 'en', setLanguage: () => undefined });

/** Keeps the language that the manager reads in, also over a reload. */
export function LanguageKeeper({ children }: { readonly children: ReactNode }) {
  const [language, set] = useState<Language>(localStorage.getItem(KEY) === 'ur' ? 'ur' : 'en');
  const setLanguage = (next: Language) => {
    localStorage.setItem(KEY, next);
    set(next);
  };
  return <LanguageContext value={{ language, setLanguage }}>{children}</LanguageContext>;
}

export function useManagerText(): Reading & { readonly text: ManagerText } {
  const reading = use(LanguageContext);
  return { ...reading, text: words[reading.language] };
}
