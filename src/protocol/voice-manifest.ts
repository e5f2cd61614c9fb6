import { z } from 'zod';
import { SPEECH_LANGUAGES } from '../domain/speech-language.ts';

const file = z.string().regex(/^[\w-]{1,60}\.(wav|mp3|ogg)$/);

/**
 * What `manifest.json` of a voice's folder says: whose voice it is, the file of each clip of a call, and the file of
 * each text that a kiosk reads aloud, by the text without its marks.
 */
export const voiceManifest = z.object({
  name: z.string().min(1).max(80),
  language: z.enum(SPEECH_LANGUAGES),
  clips: z.record(z.string().max(40), file),
  texts: z.record(z.string().max(400), file).default({}),
});
export type VoiceManifest = z.infer<typeof voiceManifest>;
