/**
 * Makes the clips of spoken calls and of what the kiosks read aloud, with an open voice (eSpeak NG): a folder a language
 * with its manifest. The program
 * that speaks is used here alone and is no part of the product; what it said is a sound like any other.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Centre } from '../../src/domain/centre.ts';
import { SPEECH_LANGUAGES, type SpeechLanguage } from '../../src/domain/speech-language.ts';
import { readCentreFile } from '../../src/protocol/centre-file.ts';
import type { VoiceManifest } from '../../src/protocol/voice-manifest.ts';
import { CLIP_NAMES } from '../../src/speech/call-clips.ts';
import { clipText } from '../../src/speech/clip-texts.ts';
import type { Speaker } from '@echogarden/espeak-ng-emscripten';
import { oggMaker } from './ogg.ts';
import { screenTexts } from './screen-texts.ts';
import { trimmed, wavOf } from './wav.ts';

const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/markaz/voices');
const CENTRE = resolve(import.meta.dirname, '../../centres/lahore.yaml');
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

interface Maker {
  readonly speaker: Speaker;
  readonly ogg: (samples: Int16Array) => Buffer;
  readonly folder: string;
}

function spoken({ speaker }: Maker, text: string, language: SpeechLanguage): Int16Array {
  const samples = trimmed(said(speaker, text, language), SAMPLE_RATE);
  if (samples.length === 0) throw new Error(`The voice says nothing for "${text}" (${language}).`);
  return samples;
}

function makeClips(maker: Maker, language: SpeechLanguage): Record<string, string> {
  const clips: Record<string, string> = {};
  for (const name of CLIP_NAMES) {
    clips[name] = `${name}.wav`;
    const samples = spoken(maker, clipText(name, language), language);
    writeFileSync(join(maker.folder, `${name}.wav`), wavOf(samples, SAMPLE_RATE));
  }
  return clips;
}

function makeTexts(maker: Maker, language: SpeechLanguage, texts: ReadonlyMap<string, string>): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [text, readAs] of texts) {
    const file = `text-${createHash('sha256').update(readAs).digest('hex').slice(0, 12)}.ogg`;
    files[text] = file;
    writeFileSync(join(maker.folder, file), maker.ogg(spoken(maker, readAs, language)));
  }
  return files;
}

/** What the kiosks read aloud, by language; there is no screen in Punjabi. */
type Texts = Readonly<Record<SpeechLanguage, ReadonlyMap<string, string>>>;

function textsOf(centres: readonly Centre[]): Texts {
  return { ur: screenTexts(centres, 'ur'), en: screenTexts(centres, 'en'), pa: new Map() };
}

function shippedCentre(): Centre {
  const read = readCentreFile(readFileSync(CENTRE, 'utf8'));
  if (!read.ok) throw new Error(`${CENTRE} cannot be read.`);
  return read.centre;
}

/** What the clips come from: other texts or another program makes others. */
function stampOf(texts: Texts): string {
  const hash = createHash('sha256').update(`${RATE} ${SAMPLE_RATE}`);
  for (const file of readdirSync(import.meta.dirname)) hash.update(readFileSync(join(import.meta.dirname, file)));
  for (const language of SPEECH_LANGUAGES) {
    for (const name of CLIP_NAMES) hash.update(`${name}=${clipText(name, language)};`);
    hash.update(JSON.stringify([...texts[language]]));
  }
  return hash.digest('hex');
}

async function makeAll(texts: Texts): Promise<void> {
  const { default: start } = await import('@echogarden/espeak-ng-emscripten');
  const speaker = new (await start()).eSpeakNGWorker();
  const ogg = await oggMaker(SAMPLE_RATE);
  for (const language of SPEECH_LANGUAGES) {
    const folder = join(CACHE, language);
    mkdirSync(folder, { recursive: true });
    const maker = { speaker, ogg, folder };
    const manifest: VoiceManifest = {
      name: `eSpeak NG, ${language}`,
      language,
      clips: makeClips(maker, language),
      texts: makeTexts(maker, language, texts[language]),
    };
    writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  }
}

/** Puts the voices into a folder. They are made once, and kept until what they come from changes. */
export async function makeVoices(folder: string): Promise<void> {
  const texts = textsOf([shippedCentre()]);
  const stamp = stampOf(texts);
  const stampFile = join(CACHE, 'stamp');
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    rmSync(CACHE, { recursive: true, force: true });
    await makeAll(texts);
    writeFileSync(stampFile, stamp);
  }
  for (const language of SPEECH_LANGUAGES) cpSync(join(CACHE, language), join(folder, language), { recursive: true });
}
