import { useEffect } from 'react';
import type { Language } from '../domain/token.ts';

/** Turns the whole page to a language and its direction. */
export function usePageLanguage(language: Language): void {
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = language === 'ur' ? 'rtl' : 'ltr';
  }, [language]);
}
