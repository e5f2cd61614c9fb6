import { z } from 'zod';
import { SPEECH_LANGUAGES } from '../domain/speech-language.ts';

/** What `manifest.json` of a voice's folder says: whose voice it is, and the file of each clip. */
export const voiceManifest = z.object({
  name: z.string().min(1).max(80),
  language: z.enum(SPEECH_LANGUAGES),
  clips: z.record(z.string().max(40), z.string().regex(/^[\w-]{1,60}\.(wav|mp3|ogg)$/)),
});
export type VoiceManifest = z.infer<typeof voiceManifest>;
