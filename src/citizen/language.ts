import type { Language } from '../domain/token.ts';

const KEY = 'markaz.language';

/** The language that was chosen on this phone; Urdu where none was, or where nothing may be kept. */
export function keptLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'ur';
  } catch {
    return 'ur';
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A private window keeps nothing; the page works all the same.
  }
}
