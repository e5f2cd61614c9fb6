import type { SpeechLanguage } from '../domain/speech-language.ts';
import { LETTERS } from './call-clips.ts';

/** The names of the letters, in the order of `LETTERS`. Punjabi is written in Gurmukhi here: no open voice reads Shahmukhi. */
const LETTER_NAMES: Readonly<Record<SpeechLanguage, readonly string[]>> = {
  ur: 'اے بی سی ڈی ای ایف جی ایچ جے کے ایل ایم این پی آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ'.split(' '),
  en: LETTERS,
  pa: 'ਏ ਬੀ ਸੀ ਡੀ ਈ ਐੱਫ਼ ਜੀ ਐੱਚ ਜੇ ਕੇ ਐੱਲ ਐੱਮ ਐੱਨ ਪੀ ਆਰ ਐੱਸ ਟੀ ਯੂ ਵੀ ਡਬਲਿਊ ਐਕਸ ਵਾਈ ਜ਼ੈੱਡ'.split(' '),
};

const WORDS: Readonly<Record<SpeechLanguage, Readonly<Record<string, string>>>> = {
  ur: { token: 'ٹوکن', counter: 'کاؤنٹر', hundred: 'سو', thousand: 'ہزار' },
  en: { token: 'Token', counter: 'counter', hundred: 'hundred', thousand: 'thousand' },
  pa: { token: 'ਟੋਕਨ', counter: 'ਕਾਊਂਟਰ', hundred: 'ਸੌ', thousand: 'ਹਜ਼ਾਰ' },
};

/** What a clip says, for who reads it aloud: a person, or a voice that knows the numbers of its language. */
export function clipText(name: string, language: SpeechLanguage): string {
  const [, kind, what = ''] = /^(letter|number)-(.+)$/.exec(name) ?? [];
  if (kind === 'letter') return LETTER_NAMES[language][LETTERS.indexOf(what.toUpperCase())] ?? '';
  return kind === 'number' ? what : (WORDS[language][name] ?? '');
}
