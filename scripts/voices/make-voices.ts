/**
 * Makes the clips of spoken calls with an open voice (eSpeak NG), a folder a language with its manifest. The program
 * that speaks is used here alone and is no part of the product; what it said is a sound like any other.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SPEECH_LANGUAGES, type SpeechLanguage } from '../../src/domain/speech-language.ts';
import { CLIP_NAMES } from '../../src/speech/call-clips.ts';
import { clipText } from '../../src/speech/clip-texts.ts';
import type { Speaker } from '@echogarden/espeak-ng-emscripten';
import { trimmed, wavOf } from './wav.ts';

const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/markaz/voices');
/** Words a minute: a hall echoes. */
const RATE = 140;
const SAMPLE_RATE = 22_050;

function said(speaker: Speaker, text: string, language: SpeechLanguage): Int16Array {
  const pieces: number[] = [];
  speaker.set_voice(language, '', 0);
  speaker.set_rate(RATE);
  speaker.synthesize(text, (samples) => {
    // Its memory is used again for the next piece.
    if (samples) for (const sample of samples) pieces.push(sample);
    return false;
  });
  return Int16Array.from(pieces);
}

function makeVoice(speaker: Speaker, language: SpeechLanguage, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const clips: Record<string, string> = {};
  for (const name of CLIP_NAMES) {
    const samples = trimmed(said(speaker, clipText(name, language), language), SAMPLE_RATE);
    if (samples.length === 0) throw new Error(`The voice says nothing for ${name} (${language}).`);
    clips[name] = `${name}.wav`;
    writeFileSync(join(folder, `${name}.wav`), wavOf(samples, SAMPLE_RATE));
  }
  const manifest = { name: `eSpeak NG, ${language}`, language, clips };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
}

/** What the clips come from: another text or another program makes others. */
function stampOf(): string {
  const hash = createHash('sha256').update(`${RATE} ${SAMPLE_RATE}`);
  for (const file of [import.meta.filename, join(import.meta.dirname, 'wav.ts')]) hash.update(readFileSync(file));
  for (const language of SPEECH_LANGUAGES)
    for (const name of CLIP_NAMES) hash.update(`${name}=${clipText(name, language)};`);
  return hash.digest('hex');
}

/** Puts the voices into a folder. They are made once, and kept until what they come from changes. */
export async function makeVoices(folder: string): Promise<void> {
  const stamp = stampOf();
  const stampFile = join(CACHE, 'stamp');
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    rmSync(CACHE, { recursive: true, force: true });
    const { default: start } = await import('@echogarden/espeak-ng-emscripten');
    const speaker = new (await start()).eSpeakNGWorker();
    for (const language of SPEECH_LANGUAGES) makeVoice(speaker, language, join(CACHE, language));
    writeFileSync(stampFile, stamp);
  }
  for (const language of SPEECH_LANGUAGES) cpSync(join(CACHE, language), join(folder, language), { recursive: true });
}
