/** Languages in which a hall is spoken to: Urdu, English, Punjabi. */
export const SPEECH_LANGUAGES = ['ur', 'en', 'pa'] as const;
export type SpeechLanguage = (typeof SPEECH_LANGUAGES)[number];
