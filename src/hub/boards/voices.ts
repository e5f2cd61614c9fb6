import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { SPEECH_LANGUAGES, type SpeechLanguage } from '../../domain/speech-language.ts';
import { voiceManifest } from '../../protocol/voice-manifest.ts';
import { CLIP_NAMES } from '../../speech/call-clips.ts';
import type { ScreenFile } from '../screen-files.ts';

const TYPES: Readonly<Record<string, string>> = { '.wav': 'audio/wav', '.mp3': 'audio/mpeg', '.ogg': 'audio/ogg' };

/** A voice of one language: where its clips came from, and which it lacks. */
export interface VoiceReport {
  readonly language: SpeechLanguage;
  readonly name: string | null;
  readonly isRecorded: boolean;
  readonly missing: readonly string[];
  /** Why a recorded voice could not be used. */
  readonly trouble: 'badManifest' | null;
}

interface Voice {
  readonly report: VoiceReport;
  readonly files: ReadonlyMap<string, ScreenFile>;
}

const NO_VOICE = { name: null, missing: CLIP_NAMES };

/** Reads the voice of a language in a folder; undefined where there is none. */
function readVoice(language: SpeechLanguage, folder: string, isRecorded: boolean): Voice | undefined {
  if (!existsSync(join(folder, 'manifest.json'))) return undefined;
  const files = new Map<string, ScreenFile>();
  const add = (file: string, type: string, body: Buffer) =>
    files.set(`/voices/${language}/${file}`, { body, type, isForever: false });
  try {
    const manifest = voiceManifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
    const clips = Object.entries(manifest.clips).filter(([, file]) => existsSync(join(folder, file)));
    for (const [, file] of clips) add(file, TYPES[extname(file)] ?? '', readFileSync(join(folder, file)));
    const whole = JSON.stringify({ ...manifest, clips: Object.fromEntries(clips) });
    add('manifest.json', 'application/json; charset=utf-8', Buffer.from(whole));
    const known = new Set(clips.map(([name]) => name));
    const missing = CLIP_NAMES.filter((name) => !known.has(name));
    return { report: { language, name: manifest.name, isRecorded, missing, trouble: null }, files };
  } catch {
    const report = { ...NO_VOICE, language, isRecorded, trouble: 'badManifest' } as const;
    return { report, files: new Map() };
  }
}

/**
 * The voices of the boards: a language that a person has recorded (`recorded/ur/` with its manifest) is spoken by that
 * person, another one by the clips that come with the program. Read once at the start.
 */
export function readVoices(shipped: string, recorded: string) {
  const voices = SPEECH_LANGUAGES.map((language): Voice => {
    const none: Voice = {
      report: { ...NO_VOICE, language, isRecorded: false, trouble: null },
      files: new Map<string, ScreenFile>(),
    };
    return (
      readVoice(language, join(recorded, language), true) ?? readVoice(language, join(shipped, language), false) ?? none
    );
  });
  return {
    files: new Map(voices.flatMap(({ files }) => [...files])),
    reports: voices.map(({ report }) => report),
  };
}

export type Voices = ReturnType<typeof readVoices>;
