import { describe, expect, it } from 'vitest';
import { announcer, type Call, type Stage } from '../../src/counter-display/voice/announcer.ts';
import type { SpeechLanguage } from '../../src/domain/speech-language.ts';

const SAID_MS = 2_600;

/** A stage whose time is played: what happened on it is written down with its second. */
function playedStage(missing: readonly SpeechLanguage[] = []) {
  let nowMs = 0;
  const due: { at: number; act: () => void }[] = [];
  const told: string[] = [];
  const tell = (what: string) => void told.push(`${(nowMs / 1_000).toFixed(1)} ${what}`);
  const after = (ms: number) =>
    new Promise<void>((resolve) => void due.push({ at: nowMs + Math.max(0, ms), act: resolve }));
  const stage: Stage = {
    now: () => nowMs,
    show: (announced) => tell(announced ? `${announced.isFresh ? 'shows' : 'keeps'} ${announced.call.label}` : 'empty'),
    chime: () => tell('chime'),
    quiet: (isQuiet) => tell(isQuiet ? 'quiet' : 'loud'),
    length: async (language) => (missing.includes(language) ? 0 : SAID_MS),
    async say(language) {
      if (missing.includes(language)) return;
      tell(language);
      await after(SAID_MS);
    },
    async wait(ms, news) {
      const ended = new Promise<void>((resolve) => news(resolve));
      await Promise.race([after(ms), ended]);
    },
  };
  return {
    stage,
    told,
    /** Lets time pass, step by step. */
    async pass(ms: number) {
      const until = nowMs + ms;
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        const next = due.toSorted((a, b) => a.at - b.at)[0];
        if (!next || next.at > until) break;
        due.splice(due.indexOf(next), 1);
        nowMs = next.at;
        next.act();
      }
      nowMs = until;
    },
  };
}

const call = (seq: number, at: number, language: 'ur' | 'en' = 'ur'): Call => ({
  seq,
  label: `A-00${seq}`,
  counterId: seq,
  serviceId: 'fine',
  language,
  at,
});

const ALL = ['ur', 'en', 'pa'] as const;

describe('the announcer of a zone', () => {
  it('says nothing of what was called before it began', async () => {
    const { stage, told, pass } = playedStage();
    announcer(stage).hear([call(2, 0), call(1, 0)], ALL);
    await pass(20_000);
    expect(told).toEqual(['0.0 keeps A-002']);
  });

  it('chimes and speaks the token’s own language first, then the others while nobody waits', async () => {
    const { stage, told, pass } = playedStage();
    const voice = announcer(stage);
    voice.hear([], ALL);
    voice.hear([call(1, 0, 'en')], ALL);
    await pass(20_000);
    expect(told).toEqual([
      '0.0 empty',
      '0.0 shows A-001',
      '0.0 quiet',
      '0.0 chime',
      '1.0 en',
      '3.6 ur',
      '6.2 pa',
      '8.8 loud',
      '8.8 keeps A-001',
    ]);
  });

  it('lets nobody wait for a second language, and calls one at a time in order', async () => {
    const { stage, told, pass } = playedStage();
    const voice = announcer(stage);
    voice.hear([], ALL);
    voice.hear([call(1, 0)], ALL);
    await pass(500);
    voice.hear([call(2, 500), call(1, 0)], ALL);
    await pass(20_000);
    expect(told.slice(1, 9)).toEqual([
      '0.0 shows A-001',
      '0.0 quiet',
      '0.0 chime',
      '1.0 ur',
      '3.6 loud',
      '3.6 shows A-002',
      '3.6 quiet',
      '3.6 chime',
    ]);
    expect(told.filter((line) => / (ur|en|pa)$/.test(line))).toHaveLength(4);
  });

  it('lets a call stand for its time, whatever else the board is told', async () => {
    const { stage, told, pass } = playedStage();
    const voice = announcer(stage);
    voice.hear([], []);
    voice.hear([call(1, 0)], []);
    await pass(2_000);
    voice.hear([call(1, 0)], []);
    await pass(20_000);
    expect(told.at(-1)).toBe('5.0 keeps A-001');
  });

  it('shows an old call with the chime alone', async () => {
    const { stage, told, pass } = playedStage();
    const voice = announcer(stage);
    voice.hear([], ALL);
    await pass(15_000);
    voice.hear([call(1, 0)], ALL);
    await pass(20_000);
    expect(told.filter((line) => / (ur|en|pa)$/.test(line))).toEqual([]);
    expect(told.filter((line) => line.endsWith('chime'))).toHaveLength(1);
  });

  it('repeats on a recall, which is a call of its own', async () => {
    const { stage, told, pass } = playedStage();
    const voice = announcer(stage);
    voice.hear([], ['ur']);
    voice.hear([call(1, 0)], ['ur']);
    await pass(20_000);
    voice.hear([{ ...call(1, 20_000), seq: 2 }, call(1, 0)], ['ur']);
    await pass(20_000);
    expect(told.filter((line) => line.endsWith(' ur'))).toHaveLength(2);
  });

  it('calls out whom it is told of late, after newer ones, and nobody twice', async () => {
    const { stage, told, pass } = playedStage();
    const voice = announcer(stage);
    voice.hear([], ['ur']);
    voice.hear([call(3, 0)], ['ur']);
    await pass(8_000);
    voice.hear([call(3, 0), call(2, 0), call(1, 0)], ['ur']);
    await pass(20_000);
    voice.hear([call(3, 0), call(2, 0), call(1, 0)], ['ur']);
    await pass(20_000);
    const shows = told.filter((line) => line.includes(' shows ')).map((line) => line.slice(line.indexOf('shows')));
    expect(shows).toEqual(['shows A-003', 'shows A-001', 'shows A-002']);
  });

  it('calls out all of a burst, in order, though it is told of the newest alone', async () => {
    const { stage, told, pass } = playedStage();
    const voice = announcer(stage);
    voice.hear([], []);
    const burst = Array.from({ length: 9 }, (_, i) => call(9 - i, 0));
    for (let made = 1; made <= 9; made += 1) {
      voice.hear(burst.slice(9 - made).slice(0, 3), []);
      await pass(100);
    }
    await pass(60_000);
    const shows = told.filter((line) => line.includes(' shows ')).map((line) => Number(line.at(-1)));
    expect(shows).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(told.at(-1)).toMatch(/keeps A-009$/);
  });

  it('lists whom it hears of after a minute, and calls nobody out who was served meanwhile', async () => {
    const { stage, told, pass } = playedStage();
    const voice = announcer(stage);
    voice.hear([call(5, 0)], []);
    await pass(90_000);
    // A zone is given more counters.
    voice.hear([call(6, 80_000), call(5, 0), call(4, 0)], []);
    await pass(20_000);
    expect(told.filter((line) => line.includes(' shows '))).toEqual(['90.0 shows A-006']);
  });

  it('calls out what another hub calls under numbers that the one before had given', async () => {
    const { stage, told, pass } = playedStage();
    const voice = announcer(stage);
    voice.hear([], ['ur']);
    voice.hear([call(3, 0), call(2, 0)], ['ur']);
    await pass(80_000);
    // The other hub knows nothing of the third call, and called the second a second time.
    voice.hear([{ ...call(2, 80_000), label: 'B-002' }, call(1, 0)], ['ur']);
    await pass(20_000);
    expect(told.filter((line) => line.endsWith('B-002'))).toEqual(['80.0 shows B-002', '85.0 keeps B-002']);
    expect(told.filter((line) => line.endsWith('A-001'))).toEqual([]);
  });

  it('keeps the call of an earlier moment of a day that is played again, and goes on from there', async () => {
    const { stage, told, pass } = playedStage();
    const voice = announcer(stage);
    voice.hear([], []);
    voice.hear([call(1, 0)], []);
    await pass(10_000);
    voice.hear([call(2, 10_000), call(1, 0)], []);
    await pass(10_000);
    voice.hear([call(1, 0)], []);
    expect(told.at(-1)).toBe('20.0 keeps A-001');
    voice.hear([call(2, 10_000), call(1, 0)], []);
    expect(told.at(-2)).toBe('20.0 quiet');
    await pass(10_000);
    expect(told.filter((line) => line.endsWith('shows A-002'))).toHaveLength(2);
    voice.hear([], []);
    expect(told.at(-1)).toBe('30.0 empty');
  });

  it('goes on without a voice that lacks a clip', async () => {
    const { stage, told, pass } = playedStage(['ur']);
    const voice = announcer(stage);
    voice.hear([], ['ur', 'en']);
    voice.hear([call(1, 0)], ['ur', 'en']);
    await pass(20_000);
    expect(told.filter((line) => / (ur|en)$/.test(line))).toEqual(['1.0 en']);
  });
});
