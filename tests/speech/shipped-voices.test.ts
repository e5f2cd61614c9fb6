import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SPEECH_LANGUAGES } from '../../src/domain/speech-language.ts';
import { voiceManifest } from '../../src/protocol/voice-manifest.ts';
import { callClips, CLIP_NAMES } from '../../src/speech/call-clips.ts';
import { ROOT } from '../support/folder.ts';

const VOICES = join(ROOT, 'out/web/voices');

/** The samples of a clip, -1 to 1, and how many there are in a second. */
function samplesOf(file: string) {
  const bytes = readFileSync(file);
  const samples = Float32Array.from(
    { length: (bytes.length - 44) / 2 },
    (_, i) => bytes.readInt16LE(44 + 2 * i) / 32_768,
  );
  return { samples, rate: bytes.readUInt32LE(24) };
}

const loudness = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

/** Nobody has listened to all of them: what a machine can hear of a clip that went wrong. */
describe.skipIf(!existsSync(VOICES)).each(SPEECH_LANGUAGES)('the voice that is shipped, in %s', (language) => {
  const folder = join(VOICES, language);
  const manifest = voiceManifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));

  it('says every clip of a call: long enough, short enough for its time, as loud as the others, without silence', () => {
    expect(Object.keys(manifest.clips)).toEqual(CLIP_NAMES);
    for (const [name, file] of Object.entries(manifest.clips)) {
      const { samples, rate } = samplesOf(join(folder, file));
      const seconds = samples.length / rate;
      const quiet = (part: Float32Array) => part.every((sample) => Math.abs(sample) < 0.008);
      expect([name, seconds > 0.12, seconds < 1.3]).toEqual([name, true, true]);
      expect([name, loudness(samples) > 0.03, loudness(samples) < 0.5]).toEqual([name, true, true]);
      const edge = Math.round(0.03 * rate);
      expect([name, quiet(samples.slice(0, edge)), quiet(samples.slice(-edge))]).toEqual([name, false, false]);
    }
  });

  it('says no two clips alike, and the longest call within the time that was played for the schedule', () => {
    const seconds = (name: string) => {
      const { samples, rate } = samplesOf(join(folder, manifest.clips[name] ?? ''));
      return samples.length / rate;
    };
    const sounds = CLIP_NAMES.map((name) => readFileSync(join(folder, `${name}.wav`)).toString('base64'));
    expect(new Set(sounds).size).toBe(CLIP_NAMES.length);
    const lengthOf = (clips: readonly string[]) => clips.reduce((sum, name) => sum + seconds(name), 0);
    const longest = (names: readonly string[]) => names.toSorted((a, b) => seconds(b) - seconds(a))[0] ?? '';
    const numbers = CLIP_NAMES.filter((name) => name.startsWith('number-'));
    const letter = longest(CLIP_NAMES.filter((name) => name.startsWith('letter-')));
    const digit = longest(numbers.slice(0, 9));
    const call = ['token', letter, letter, digit, 'thousand', digit, 'hundred', longest(numbers), 'counter'];
    expect(lengthOf([...call, longest(numbers.slice(0, 48))])).toBeLessThan(7);
    expect(lengthOf(callClips({ label: 'A-001', counterId: 1 }) ?? [])).toBeGreaterThan(1.5);
  });

  it('has an Ogg file with something in it for each text', () => {
    for (const [text, file] of Object.entries(manifest.texts)) {
      const bytes = readFileSync(join(folder, file));
      expect([text, bytes.toString('latin1', 0, 4), bytes.length > 4_000]).toEqual([text, 'OggS', true]);
    }
  });
});
