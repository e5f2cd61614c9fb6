import type { SpeechLanguage } from '../../domain/speech-language.ts';
import type { BoardView } from '../../protocol/views/views.ts';
import { callClips } from '../../speech/call-clips.ts';
import { CHIMED_MS, chimedMs, languageOrder, LATEST_MS, turnOf } from '../../speech/schedule.ts';
import { knownCalls } from './known-calls.ts';

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
 * out again. A call that the board is told of late, after newer ones, is called out all the same.
 */
export function announcer(stage: Stage) {
  let calls: readonly Call[] = [];
  let speaks: readonly SpeechLanguage[] = [];
  let newestSeq: number | undefined;
  let standing: Call | undefined;
  const known = knownCalls();
  let isRunning = false;
  let hearNews: () => void = () => undefined;

  /** Calls that were not announced, the oldest first; `calls` comes newest first. */
  const waiting = (): readonly Call[] => calls.filter((call) => !known.has(call)).toReversed();

  /** Begins with what was called out before, the newest first, of which the newest stands. */
  function beginAfter(before: readonly Call[]): void {
    before.toReversed().forEach(known.add);
    [standing] = before;
    stage.show(standing && { call: standing, isFresh: false });
  }

  async function run(): Promise<void> {
    isRunning = true;
    for (let [call] = waiting(); call; [call] = waiting()) {
      known.add(call);
      standing = call;
      const from = stage.now();
      await callOut(stage, call, speaks, waiting);
      if (waiting().length === 0) await stage.wait(from + STANDS_MS - stage.now(), (end) => (hearNews = end));
    }
    stage.show(standing && { call: standing, isFresh: false });
    isRunning = false;
  }

  return {
    /** The calls that the board is told of, newest first, and the languages that it speaks. */
    hear(next: readonly Call[], languages: readonly SpeechLanguage[]): void {
      calls = next;
      speaks = languages;
      const seqBefore = newestSeq;
      newestSeq = next[0]?.seq ?? 0;
      if (seqBefore === undefined) beginAfter(next);
      // Another hub, an earlier moment of a day that is played again: only what is called now is called out.
      else if (newestSeq < seqBefore) beginAfter(next.filter(({ at }) => stage.now() - at > LATEST_MS));
      if (waiting().length === 0) return;
      if (isRunning) hearNews();
      else void run();
    },
  };
}
