import { z } from 'zod';
import { SPEECH_LANGUAGES } from '../../domain/speech-language.ts';

/** The voice of a language, as the manager sees it. */
export const voiceView = z.object({
  language: z.enum(SPEECH_LANGUAGES),
  name: z.string().nullable(),
  isRecorded: z.boolean().describe('a folder of the centre’s own, rather than the clips of the program'),
  missing: z.array(z.string()).describe('clips that it lacks: such calls have the chime alone'),
  unsaid: z.array(z.string()).describe('names of the centre that no clip says: a kiosk passes over them'),
  trouble: z.enum(['badManifest']).nullable(),
});
