import type { SpeechLanguage } from '../../domain/speech-language.ts';
import type { VoiceManifest } from '../../protocol/voice-manifest.ts';
import { type TextClip, textClips } from '../../speech/text-clips.ts';
import { FETCH_MS, playClips, readClip, tick } from './sound.ts';

const manifests = new Map<SpeechLanguage, Promise<VoiceManifest | undefined>>();
const clips = new Map<string, Promise<AudioBuffer | undefined>>();

async function readManifest(language: SpeechLanguage): Promise<VoiceManifest | undefined> {
  try {
    const answer = await fetch(`/voices/${language}/manifest.json`, { signal: AbortSignal.timeout(FETCH_MS) });
    return answer.ok ? ((await answer.json()) as VoiceManifest) : undefined;
  } catch {
    return undefined;
  }
}

/** What a store of promises holds for a key; what came to nothing is tried again the next time. */
async function kept<Key, T>(store: Map<Key, Promise<T | undefined>>, key: Key, read: () => Promise<T | undefined>) {
  const reading = store.get(key) ?? read().catch(() => undefined);
  store.set(key, reading);
  const value = await reading;
  if (value === undefined) store.delete(key);
  return value;
}

const manifestOf = (language: SpeechLanguage) => kept(manifests, language, () => readManifest(language));

function clipOf(language: SpeechLanguage, file: string): Promise<AudioBuffer | undefined> {
  const address = `/voices/${language}/${file}`;
  return kept(clips, address, () => readClip(address));
}

/** Reads every clip of a language ahead of the first call, one after the other. */
export async function warmUp(language: SpeechLanguage): Promise<void> {
  for (const file of Object.values((await manifestOf(language))?.clips ?? {})) await clipOf(language, file);
}

/** Clips by name; none where one of them is missing. */
async function wholeOf(language: SpeechLanguage, names: readonly string[]): Promise<readonly AudioBuffer[]> {
  const manifest = await manifestOf(language);
  const files = names.map((name) => manifest?.clips[name]);
  const sounds = await Promise.all(files.map(async (file) => file && (await clipOf(language, file))));
  const whole = sounds.flatMap((sound) => sound || []);
  return whole.length < names.length ? [] : whole;
}

/** How long clips take, in ms; 0 where one of them is missing. */
export async function lengthOf(language: SpeechLanguage, names: readonly string[]): Promise<number> {
  const whole = await wholeOf(language, names);
  return whole.reduce((sum, { duration }) => sum + duration * 1_000, 0);
}

/** Says clips in a language, without a gap; one clip that is missing, and nothing is said. */
export async function say(language: SpeechLanguage, names: readonly string[]): Promise<void> {
  await playClips(await wholeOf(language, names));
}

/** The sounds of a text's pieces; undefined for what no clip says. */
async function soundsOf(language: SpeechLanguage, text: string): Promise<readonly (AudioBuffer | undefined)[]> {
  const manifest = await manifestOf(language);
  if (!manifest) return [];
  const { clips: named, texts } = manifest;
  const fileOf = (piece: TextClip) => (piece.kind === 'clip' ? named[piece.name] : texts[piece.text]);
  return Promise.all(
    textClips(text, (part) => Object.hasOwn(texts, part)).map(async (piece) => {
      const file = fileOf(piece);
      return file === undefined ? undefined : clipOf(language, file);
    }),
  );
}

/** Reads a text of a screen aloud, until `signal` ends it; a short tone stands for what no clip says. */
export async function readAloud(language: SpeechLanguage, text: string, signal: AbortSignal): Promise<void> {
  const sounds = await soundsOf(language, text);
  if (signal.aborted) return;
  if (sounds.includes(undefined)) tick();
  await playClips(
    sounds.flatMap((sound) => sound ?? []),
    signal,
  );
}

/** Fetches the clips of texts that may have to be said when they can no longer be fetched. */
export async function keepReady(language: SpeechLanguage, texts: readonly string[]): Promise<void> {
  for (const text of texts) await soundsOf(language, text);
}
