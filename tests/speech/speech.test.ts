import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/domain/random.ts';
import { SPEECH_LANGUAGES } from '../../src/domain/speech-language.ts';
import { callClips, CLIP_NAMES, numberClips } from '../../src/speech/call-clips.ts';
import { clipText } from '../../src/speech/clip-texts.ts';
import { CHIMED_MS, chimedMs, languageOrder, LATEST_MS, turnOf } from '../../src/speech/schedule.ts';

describe('the clips of a call', () => {
  it('say the token, its letters and number, and the counter', () => {
    expect(callClips({ label: 'A-042', counterId: 7 })).toEqual([
      'token',
      'letter-a',
      'number-42',
      'counter',
      'number-7',
    ]);
    expect(callClips({ label: 'BH-1205', counterId: 48 })?.join(' ')).toBe(
      'token letter-b letter-h number-1 thousand number-2 hundred number-5 counter number-48',
    );
    expect(callClips({ label: 'A2-017', counterId: 3 })?.join(' ')).toBe(
      'token letter-a number-2 number-17 counter number-3',
    );
  });

  it('exist for every label and counter up to 9,999, and for nothing else', () => {
    const names = new Set(CLIP_NAMES);
    for (let number = 1; number <= 9_999; number += 1) {
      const clips = numberClips(number);
      expect(clips.length > 0 && clips.every((clip) => names.has(clip))).toBe(true);
    }
    for (const bad of [0, -1, 10_000, 1.5, Number.NaN]) expect(numberClips(bad)).toEqual([]);
    expect(callClips({ label: 'nothing', counterId: 1 })).toBeUndefined();
    expect(callClips({ label: 'A-10000', counterId: 1 })).toBeUndefined();
  });

  it('have words in every language, and no two the same', () => {
    for (const language of SPEECH_LANGUAGES) {
      const texts = CLIP_NAMES.map((name) => clipText(name, language));
      expect(texts.filter((text) => text === '')).toEqual([]);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});

/**
 * Plays a zone's calls through the schedule, their words as long as `wordsMs` gives. Gives how late the latest was
 * announced, and how many were spoken.
 */
function play(times: readonly number[], wordsMs: () => number) {
  const lags: number[] = [];
  let [freeMs, spoken] = [0, 0];
  for (const [place, at] of times.entries()) {
    const nowMs = Math.max(at, freeMs);
    const spokenMs = CHIMED_MS + wordsMs();
    const waiting = times
      .slice(place)
      .filter((one) => one <= nowMs)
      .map((one) => ({ at: one }));
    const turn = turnOf(waiting, nowMs, spokenMs);
    lags.push(nowMs - at);
    if (turn === 'speak') spoken += 1;
    freeMs = nowMs + (turn === 'speak' ? spokenMs : chimedMs(waiting, nowMs));
  }
  return { latest: Math.max(...lags), spokenShare: spoken / times.length };
}

/** Hours of twelve calls a minute by chance, with words between two lengths: the worst of them. */
function worstHour(hours: number, [least, most]: readonly [number, number]) {
  const played = Array.from({ length: hours }, (_, seed) => {
    const random = randomFrom(seed + 1);
    const times: number[] = [];
    for (let at = 0; at < HOUR; at += -5_000 * Math.log(1 - random.next())) times.push(at);
    return play(times, () => least + random.next() * (most - least));
  });
  return {
    latest: Math.max(...played.map(({ latest }) => latest)),
    spokenShare: Math.min(...played.map(({ spokenShare }) => spokenShare)),
  };
}

const HOUR = 3_600_000;

describe('the schedule of a zone', () => {
  it('speaks every call of twelve a minute for an hour, at once', () => {
    const times = Array.from({ length: 720 }, (_, i) => i * 5_000);
    expect(play(times, () => 4_000)).toEqual({ latest: 0, spokenShare: 1 });
  });

  it('is never more than 10 s late when twelve a minute come by chance, and speaks most of them', () => {
    // The words of `A-001, 1` and of `AW-9999, 48` in the voices that are shipped; then those of a usual day.
    const any = worstHour(500, [2_000, 6_500]);
    const usual = worstHour(500, [2_400, 4_000]);
    expect(any.latest).toBeLessThanOrEqual(LATEST_MS);
    expect(usual.latest).toBeLessThanOrEqual(LATEST_MS);
    expect(any.spokenShare).toBeGreaterThan(0.6);
    expect(usual.spokenShare).toBeGreaterThan(0.75);
  });

  it('shows a burst with the chime alone as long as it must, and speaks again then', () => {
    const burst = Array.from({ length: 10 }, () => 0);
    expect(play(burst, () => 3_000).latest).toBeLessThanOrEqual(LATEST_MS);
    expect(turnOf([{ at: 0 }, { at: 0 }], 0, 4_000)).toBe('speak');
    expect(
      turnOf(
        burst.map((at) => ({ at })),
        0,
        4_000,
      ),
    ).toBe('chime');
  });

  it('does not speak a call that is old', () => {
    expect(turnOf([{ at: 0 }], LATEST_MS, 4_000)).toBe('speak');
    expect(turnOf([{ at: 0 }], LATEST_MS + 1, 4_000)).toBe('chime');
  });

  it('speaks the language of the token first', () => {
    expect(languageOrder('en', ['ur', 'en', 'pa'])).toEqual(['en', 'ur', 'pa']);
    expect(languageOrder('en', ['ur', 'pa'])).toEqual(['ur', 'pa']);
  });
});
