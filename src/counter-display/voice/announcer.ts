import type { SpeechLanguage } from '../../domain/speech-language.ts';
import type { BoardView } from '../../protocol/views/views.ts';
import { callClips } from '../../speech/call-clips.ts';
import { CHIMED_MS, chimedMs, languageOrder, turnOf } from '../../speech/schedule.ts';

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

/**
 * Takes a board's calls out one at a time, in order: chime, then the words in the token's own language, then in the
 * others as long as nobody else waits to be called. What was called before the board was opened is shown and not called
 * out again.
 */
export function announcer(stage: Stage) {
  let calls: readonly Call[] = [];
  let speaks: readonly SpeechLanguage[] = [];
  let announcedSeq: number | undefined;
  let isRunning = false;
  let hearNews: () => void = () => undefined;

  /** Calls that were not announced, the oldest first; `calls` comes newest first. */
  const waiting = (): readonly Call[] => calls.filter(({ seq }) => seq > (announcedSeq ?? 0)).toReversed();
  const wait = (ms: number) => stage.wait(ms, (end) => (hearNews = end));

  async function announce(call: Call): Promise<void> {
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
    if (waiting().length === 0) await wait(from + STANDS_MS - stage.now());
  }

  async function run(): Promise<void> {
    isRunning = true;
    let last: Call | undefined;
    for (let [call] = waiting(); call; [call] = waiting()) {
      announcedSeq = call.seq;
      last = call;
      await announce(call);
    }
    if (last) stage.show({ call: last, isFresh: false });
    isRunning = false;
  }

  return {
    /** The newest calls of the board, newest first, and the languages that it speaks. */
    hear(next: readonly Call[], languages: readonly SpeechLanguage[]): void {
      calls = next;
      speaks = languages;
      const [newest] = next;
      if (announcedSeq === undefined) {
        announcedSeq = newest?.seq ?? 0;
        stage.show(newest && { call: newest, isFresh: false });
      } else if (isRunning && waiting().length > 0) hearNews();
      else if (!isRunning) void run();
    },
  };
}
