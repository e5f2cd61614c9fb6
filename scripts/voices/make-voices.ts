/**
 * Makes the voices that come with the program: the clips of spoken calls, and of all that the kiosks of the shipped
 * centre read aloud; a folder a language with its manifest.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SPEECH_LANGUAGES, type SpeechLanguage } from '../../src/domain/speech-language.ts';
import type { VoiceManifest } from '../../src/protocol/voice-manifest.ts';
import { CLIP_NAMES } from '../../src/speech/call-clips.ts';
import { clipText } from '../../src/speech/clip-texts.ts';
import { namesOf, screenTexts } from './screen-texts.ts';
import { speaker } from './speaker.ts';

const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/markaz/voices');
const CENTRE = resolve(import.meta.dirname, '../../centres/lahore.yaml');

/** What the kiosks read aloud, by language; there is no screen in Punjabi. */
type Texts = Readonly<Record<SpeechLanguage, ReadonlyMap<string, string>>>;

const shippedTexts = (): Texts => ({
  ur: new Map([...screenTexts('ur'), ...namesOf(CENTRE, 'ur')]),
  en: new Map([...screenTexts('en'), ...namesOf(CENTRE, 'en')]),
  pa: new Map(),
});

/** What the clips come from: other texts or another program makes others. */
function stampOf(texts: Texts): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(import.meta.dirname)) hash.update(readFileSync(join(import.meta.dirname, file)));
  for (const language of SPEECH_LANGUAGES) {
    for (const name of CLIP_NAMES) hash.update(`${name}=${clipText(name, language)};`);
    hash.update(JSON.stringify([...texts[language]]));
  }
  return hash.digest('hex');
}

async function makeAll(texts: Texts): Promise<void> {
  const voice = await speaker();
  for (const language of SPEECH_LANGUAGES) {
    const folder = join(CACHE, language);
    mkdirSync(folder, { recursive: true });
    for (const name of CLIP_NAMES) {
      writeFileSync(join(folder, `${name}.wav`), voice.clip(clipText(name, language), language));
    }
    const manifest: VoiceManifest = {
      name: `eSpeak NG, ${language}`,
      language,
      clips: Object.fromEntries(CLIP_NAMES.map((name) => [name, `${name}.wav`])),
      texts: voice.texts(texts[language], language, folder),
    };
    writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  }
}

/** Puts the voices into a folder. They are made once, and kept until what they come from changes. */
export async function makeVoices(folder: string): Promise<void> {
  const texts = shippedTexts();
  const stamp = stampOf(texts);
  const stampFile = join(CACHE, 'stamp');
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    rmSync(CACHE, { recursive: true, force: true });
    await makeAll(texts);
    writeFileSync(stampFile, stamp);
  }
  for (const language of SPEECH_LANGUAGES) cpSync(join(CACHE, language), join(folder, language), { recursive: true });
}
