import { readFileSync } from 'node:fs';
import type { Language } from '../../src/domain/token.ts';
import { readCentreFile } from '../../src/protocol/set-up/read-centre-file.ts';
import { ERROR_WORDS } from '../../src/protocol/error-codes.ts';
import { KIOSK_WORDS } from '../../src/renderer/words/kiosk.ts';
import { centreTexts } from '../../src/speech/centre-texts.ts';
import { fixedTexts, plainText } from '../../src/speech/text-clips.ts';

/** What is read out otherwise than it is written: signs and short forms, and letters that no series has. */
const READ_AS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    0: 'zero',
    اردو: 'Urdu',
    '–': 'to',
    '-': 'hyphen',
    min: 'minutes',
    'up to': 'up to',
    'min or longer': 'minutes or longer',
    I: 'I',
    O: 'O',
    Q: 'Q',
  },
  ur: {
    0: 'صفر',
    English: 'انگریزی',
    '–': 'تا',
    '-': 'ڈیش',
    تا: 'تا',
    'منٹ تک': 'منٹ تک',
    منٹ: 'منٹ',
    'منٹ یا زیادہ': 'منٹ یا زیادہ',
    'منٹ تک یا زیادہ': 'منٹ تک یا زیادہ',
    I: 'آئی',
    O: 'او',
    Q: 'کیو',
  },
};

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-PK', ur: 'ur-PK' };

/** The names of the days and the months, as the screens write them. */
function calendarTexts(language: Language): readonly string[] {
  const named = (options: Intl.DateTimeFormatOptions, at: number) =>
    new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', ...options }).format(at);
  const days = Array.from({ length: 7 }, (_, i) => named({ weekday: 'long' }, Date.UTC(2026, 0, 1 + i)));
  const months = Array.from({ length: 12 }, (_, i) => named({ month: 'long' }, Date.UTC(2026, i, 1)));
  return [...days, ...months];
}

const byText = (texts: readonly string[]) => texts.map((text) => [plainText(text), text] as const);

/** Every text of the kiosk's own that it reads aloud: what it is known by, and what is read out. */
export function screenTexts(language: Language): ReadonlyMap<string, string> {
  const templates = [
    ...Object.values(KIOSK_WORDS[language]),
    ...Object.values(ERROR_WORDS).map((words) => words[language]),
  ];
  const texts = [...templates.flatMap(fixedTexts), ...calendarTexts(language)];
  return new Map([...byText(texts), ...Object.entries(READ_AS[language])]);
}

/** The names of the centre of a file. @throws when the file has a fault. */
export function namesOf(centreFile: string, language: Language): ReadonlyMap<string, string> {
  const read = readCentreFile(readFileSync(centreFile, 'utf8'));
  if (!read.ok) throw new Error(`${centreFile}: ${read.faults.map(({ message }) => message).join('; ')}`);
  return new Map(byText(centreTexts(read.centre, language)));
}
