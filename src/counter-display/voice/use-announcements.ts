import { useEffect, useState } from 'react';
import type { SpeechLanguage } from '../../domain/speech-language.ts';
import type { BoardView } from '../../protocol/views/views.ts';
import { useHubClient } from '../../renderer/use-hub.ts';
import { type Announced, announcer, type Call } from './announcer.ts';
import { chime, setVolume } from '../../renderer/voice/sound.ts';
import { lengthOf, say, warmUp } from '../../renderer/voice/voices.ts';

/** Until the time is over, or somebody ends it. */
function wait(ms: number, news: (end: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.max(0, ms));
    news(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The hub's wall clock now, run on since it was heard last. */
function useNow(): () => number {
  const client = useHubClient();
  return () => {
    const { stamp, heardMs, rate } = client.getState();
    return (stamp?.at ?? 0) + Math.max(0, performance.now() - heardMs) * rate;
  };
}

/** Calls out what the board is told, one call at a time, and gives the one that stands large; media are quiet meanwhile. */
export function useAnnouncements(board: BoardView | undefined, calls: readonly Call[] | undefined) {
  const now = useNow();
  const [announced, show] = useState<Announced | undefined>();
  const [isQuiet, quiet] = useState(false);
  const [voice] = useState(() => announcer({ now, show, chime, length: lengthOf, say, wait, quiet }));
  const { speaks, volume = 1 } = board ?? {};
  const languages = speaks?.join(' ');
  useEffect(() => {
    // A board that speaks nothing has no languages, not an empty one.
    for (const language of (languages ? languages.split(' ') : []) as SpeechLanguage[]) void warmUp(language);
  }, [languages]);
  useEffect(() => setVolume(volume), [volume]);
  useEffect(() => {
    if (calls && speaks) voice.hear(calls, speaks);
  }, [voice, calls, speaks]);
  return { announced, isQuiet };
}
