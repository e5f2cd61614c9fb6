import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpeechLanguage } from '../../src/domain/speech-language.ts';
import { oggMaker } from './ogg.ts';
import { trimmed, wavOf } from './wav.ts';

/** Words a minute: a hall echoes. */
const RATE = 140;
const SAMPLE_RATE = 22_050;

/** The open voice (eSpeak NG). It is used on the builder's machine alone; what it says is a sound like any other. */
export async function speaker() {
  const { default: start } = await import('@echogarden/espeak-ng-emscripten');
  const voice = new (await start()).eSpeakNGWorker();
  const ogg = await oggMaker(SAMPLE_RATE);

  function said(text: string, language: SpeechLanguage): Int16Array {
    const pieces: number[] = [];
    voice.set_voice(language, '', 0);
    voice.set_rate(RATE);
    voice.synthesize(text, (samples) => {
      // Its memory is used again for the next piece.
      if (samples) for (const sample of samples) pieces.push(sample);
      return false;
    });
    const samples = trimmed(Int16Array.from(pieces), SAMPLE_RATE);
    if (samples.length === 0) throw new Error(`The voice says nothing for "${text}" (${language}).`);
    return samples;
  }

  return {
    /** A clip of a call as a WAV file, joined with others sample by sample. */
    clip: (text: string, language: SpeechLanguage): Buffer => wavOf(said(text, language), SAMPLE_RATE),
    /** Says each text into a file of a folder. Gives the files by what their text is known by. */
    texts(texts: ReadonlyMap<string, string>, language: SpeechLanguage, folder: string): Record<string, string> {
      const files: Record<string, string> = {};
      for (const [text, readAs] of texts) {
        const file = `text-${createHash('sha256').update(readAs).digest('hex').slice(0, 12)}.ogg`;
        files[text] = file;
        writeFileSync(join(folder, file), ogg(said(readAs, language)));
      }
      return files;
    },
  };
}
