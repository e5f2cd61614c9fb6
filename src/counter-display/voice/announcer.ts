import type { SpeechLanguage } from '../../domain/speech-language.ts';
import type { BoardView } from '../../protocol/views/views.ts';
import { callClips } from '../../speech/call-clips.ts';
import { CHIMED_MS, chimedMs, languageOrder, turnOf } from '../../speech/schedule.ts';
import { heardCalls } from './heard-calls.ts';

export type Call = BoardView['calls'][number];

/** The call that stands large. */
export interface Announced {
  readonly call: Call;
  /** Whether it is being called out now, rather than standing there from before. */
  readonly isFresh: boolean;
}

/** What an announcer plays on. Times in ms; `now` is the hub's wall clock. */
export interface Stage {
  now(): number;
  show(announced: Announced | undefined): void;
  chime(): void;
  /** How long the clips take in a language; 0 where one is missing. */
  length(language: SpeechLanguage, clips: readonly string[]): Promise<number>;
  say(language: SpeechLanguage, clips: readonly string[]): Promise<void>;
  /** Until the time is over, or `news` is called. */
  wait(ms: number, news: (end: () => void) => void): Promise<void>;
  /** Media are quiet while somebody is called. */
  quiet(isQuiet: boolean): void;
}

/** How long one call stands alone on the board when nobody waits behind it. */
const STANDS_MS = 5_000;
/** Whoever was called longer ago than this when a board hears of it is listed, and not called out. */
const LATE_MS = 60_000;

/** Says a call in each of the languages, for as long as it may go on with another one. */
async function speak(stage: Stage, call: Call, languages: readonly SpeechLanguage[], mayGoOn: () => boolean) {
  const clips = callClips(call);
  if (!clips) return;
  for (const [place, language] of languageOrder(call.language, languages).entries()) {
    if (place > 0 && !mayGoOn()) return;
    await stage.say(language, clips);
  }
}

/** How the first of the waiting calls goes on; a voice that is not there within the chime comes too late. */
async function turnFor(
  stage: Stage,
  waiting: readonly [Call, ...Call[]],
  speaks: readonly SpeechLanguage[],
  from: number,
): Promise<ReturnType<typeof turnOf>> {
  const [call] = waiting;
  const [first] = languageOrder(call.language, speaks);
  const clips = callClips(call);
  if (first === undefined || !clips) return 'chime';
  const wordsMs = await Promise.race([stage.length(first, clips), stage.wait(CHIMED_MS, () => undefined)]);
  return wordsMs === undefined ? 'chime' : turnOf(waiting, from, CHIMED_MS + wordsMs);
}

/** Shows a call, with the chime and whatever words there is time for beside the calls that wait behind it. */
async function callOut(
  stage: Stage,
  call: Call,
  speaks: readonly SpeechLanguage[],
  waiting: () => readonly Call[],
): Promise<void> {
  const from = stage.now();
  stage.show({ call, isFresh: true });
  stage.quiet(true);
  stage.chime();
  try {
    const turn = await turnFor(stage, [call, ...waiting()], speaks, from);
    const aloneMs = turn === 'speak' ? CHIMED_MS : chimedMs([call, ...waiting()], from);
    await stage.wait(from + aloneMs - stage.now(), () => undefined);
    if (turn === 'speak') await speak(stage, call, speaks, () => waiting().length === 0);
  } catch {
    // A voice that fails is no voice: the call stands on the board.
  }
  stage.quiet(false);
}

/**
 * Takes a board's calls out one at a time, in order: chime, then the words in the token's own language, then in the
 * others as long as nobody else waits to be called. What was called before the board was opened is shown and not called
 * out again. A call that the board hears of late, after newer ones, is called out all the same, for a minute.
 */
export function announcer(stage: Stage) {
  let newest: Call | undefined;
  let newestSeq: number | undefined;
  let speaks: readonly SpeechLanguage[] = [];
  /** Calls that were not announced, the oldest first. */
  let waiting: readonly Call[] = [];
  const heard = heardCalls();
  let isRunning = false;
  let hearNews: () => void = () => undefined;

  const keep = (): void => stage.show(newest && { call: newest, isFresh: false });

  async function run(): Promise<void> {
    isRunning = true;
    for (let [call] = waiting; call; [call] = waiting) {
      waiting = waiting.slice(1);
      const from = stage.now();
      await callOut(stage, call, speaks, () => waiting);
      if (waiting.length === 0) await stage.wait(from + STANDS_MS - stage.now(), (end) => (hearNews = end));
    }
    keep();
    isRunning = false;
  }

  /** Another hub goes on from an earlier number, or a day that is played again from an earlier moment. */
  function goBackTo(calls: readonly Call[]): void {
    heard.keepOnly(calls);
    waiting = waiting.filter(heard.has);
  }

  return {
    /** The calls that the board is told of, newest first, and the languages that it speaks. */
    hear(calls: readonly Call[], languages: readonly SpeechLanguage[]): void {
      speaks = languages;
      [newest] = calls;
      const seqBefore = newestSeq;
      newestSeq = newest?.seq ?? 0;
      const hasGoneBack = seqBefore !== undefined && newestSeq < seqBefore;
      if (hasGoneBack) goBackTo(calls);
      const news = calls.filter((call) => !heard.has(call));
      news.forEach(heard.add);
      if (seqBefore !== undefined) {
        const late = news.filter(({ at }) => stage.now() - at <= LATE_MS);
        waiting = [...waiting, ...late].toSorted((a, b) => a.seq - b.seq);
      }
      if (waiting.length > 0) return isRunning ? hearNews() : void run();
      if (seqBefore === undefined || hasGoneBack) keep();
    },
  };
}
