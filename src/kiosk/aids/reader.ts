import type { Language } from '../../domain/token.ts';
import { readAloud } from '../../renderer/voice/voices.ts';

/** Between two texts, as a breath. */
const PAUSE_MS = 250;

/** Reads texts aloud one after the other; `say` ends what is being read, `add` waits for it. */
export function reader() {
  let ending = new AbortController();
  let reading: Promise<void> = Promise.resolve();
  let left = 0;

  async function read(texts: readonly string[], language: Language, signal: AbortSignal): Promise<void> {
    for (const text of texts) {
      if (signal.aborted) return;
      await readAloud(language, text, signal);
      await new Promise((resolve) => setTimeout(resolve, signal.aborted ? 0 : PAUSE_MS));
    }
  }

  const add = (texts: readonly string[], language: Language) => {
    const { signal } = ending;
    left += 1;
    // A voice that fails is no voice: the screen goes on.
    reading = reading
      .then(() => read(texts, language, signal))
      .catch(() => undefined)
      .finally(() => (left -= 1));
  };
  return {
    add,
    say(texts: readonly string[], language: Language) {
      ending.abort();
      ending = new AbortController();
      add(texts, language);
    },
    end() {
      ending.abort();
    },
    isReading: () => left > 0,
  };
}

export type Reader = ReturnType<typeof reader>;
