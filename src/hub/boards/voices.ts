import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Centre } from '../../domain/centre.ts';
import { SPEECH_LANGUAGES, type SpeechLanguage } from '../../domain/speech-language.ts';
import { type VoiceManifest, voiceManifest } from '../../protocol/voice-manifest.ts';
import { CLIP_NAMES } from '../../speech/call-clips.ts';
import { centreTexts } from '../../speech/centre-texts.ts';
import { textClips } from '../../speech/text-clips.ts';
import type { ScreenFile } from '../screen-files.ts';

const TYPES: Readonly<Record<string, string>> = { '.wav': 'audio/wav', '.mp3': 'audio/mpeg', '.ogg': 'audio/ogg' };

/** A voice of one language: where its clips came from, and which it lacks. */
export interface VoiceReport {
  readonly language: SpeechLanguage;
  readonly name: string | null;
  readonly isRecorded: boolean;
  readonly missing: readonly string[];
  /** Names of the centre that a kiosk cannot read aloud. */
  readonly unsaid: readonly string[];
  /** Why a recorded voice could not be used. */
  readonly trouble: 'badManifest' | null;
}

/** What one folder holds: the files by name that are there, or why it cannot be used. */
interface Folder {
  readonly path: string;
  readonly manifest: VoiceManifest | 'badManifest';
}

interface Voice {
  readonly reportFor: (centre: Centre) => VoiceReport;
  readonly files: ReadonlyMap<string, ScreenFile>;
}

/** Reads the voice in a folder, without what is named and not there; undefined where there is none. */
function readFolder(path: string): Folder | undefined {
  const file = join(path, 'manifest.json');
  if (!existsSync(file)) return undefined;
  try {
    const manifest = voiceManifest.parse(JSON.parse(readFileSync(file, 'utf8')));
    const there = (files: Record<string, string>) =>
      Object.fromEntries(Object.entries(files).filter(([, name]) => existsSync(join(path, name))));
    return { path, manifest: { ...manifest, clips: there(manifest.clips), texts: there(manifest.texts) } };
  } catch {
    return { path, manifest: 'badManifest' };
  }
}

/** The names of a centre that the texts of a voice do not hold. */
function unsaidIn(centre: Centre, language: SpeechLanguage, texts: Readonly<Record<string, string>>): string[] {
  // No screen is written in Punjabi.
  if (language === 'pa') return [];
  return centreTexts(centre, language).filter((text) =>
    textClips(text, (part) => Object.hasOwn(texts, part)).some(({ kind }) => kind === 'unsaid'),
  );
}

const isUsable = (folder: Folder | undefined): folder is Folder & { readonly manifest: VoiceManifest } =>
  folder !== undefined && folder.manifest !== 'badManifest';

const NOBODY = { name: null, clips: {} };

/** Who calls: one voice alone. A folder without clips of calls only adds to what kiosks read aloud. */
function callerOf(recorded: Folder | undefined, shipped: Folder | undefined): Folder | undefined {
  const addsOnly = isUsable(recorded) && Object.keys(recorded.manifest.clips).length === 0;
  return recorded && !addsOnly ? recorded : shipped;
}

/** Read when it is asked for: all clips of all languages would take 24 MB of the hub's memory. */
const clipFile = (file: string): ScreenFile => ({
  get body() {
    return readFileSync(file);
  },
  type: TYPES[extname(file)] ?? '',
  isForever: false,
});

/** What kiosks read aloud and nobody has recorded is said by the voice that is shipped. */
function voiceOf(language: SpeechLanguage, recorded: Folder | undefined, shipped: Folder | undefined): Voice {
  const caller = callerOf(recorded, shipped);
  const { name, clips } = isUsable(caller) ? caller.manifest : NOBODY;
  const texts: Record<string, string> = {};
  const files = new Map<string, ScreenFile>();
  const add = (name: string, file: ScreenFile) => files.set(`/voices/${language}/${name}`, file);
  for (const { path, manifest } of [shipped, recorded].filter(isUsable)) {
    Object.assign(texts, manifest.texts);
    for (const file of [...Object.values(manifest.texts), ...Object.values(manifest.clips === clips ? clips : {})])
      add(file, clipFile(join(path, file)));
  }
  const whole: VoiceManifest = { name: name ?? language, language, clips, texts };
  const body = Buffer.from(JSON.stringify(whole));
  add('manifest.json', { body, type: 'application/json; charset=utf-8', isForever: false });
  const reportFor = (centre: Centre): VoiceReport => ({
    language,
    name,
    isRecorded: recorded !== undefined && caller === recorded,
    missing: CLIP_NAMES.filter((clip) => !Object.hasOwn(clips, clip)),
    unsaid: unsaidIn(centre, language, texts),
    trouble: caller && !isUsable(caller) ? 'badManifest' : null,
  });
  return { reportFor, files };
}

/**
 * The voices of boards and kiosks: a language that a person has recorded (`recorded/ur/` with its manifest) is spoken by
 * that person, another one by the clips that come with the program. Read once at the start.
 */
export function readVoices(shipped: string, recorded: string, centre: () => Centre) {
  const voices = SPEECH_LANGUAGES.map((language) =>
    voiceOf(language, readFolder(join(recorded, language)), readFolder(join(shipped, language))),
  );
  let known: { readonly centre: Centre; readonly reports: readonly VoiceReport[] } | undefined;
  return {
    files: new Map(voices.flatMap(({ files }) => [...files])),
    /** Of the centre as it is now; made anew only when that has changed. */
    reports(): readonly VoiceReport[] {
      const now = centre();
      if (known?.centre !== now) known = { centre: now, reports: voices.map(({ reportFor }) => reportFor(now)) };
      return known.reports;
    },
  };
}

export type Voices = ReturnType<typeof readVoices>;
