import { useEffect, useRef, useState } from 'react';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { WireError } from '../../protocol/replies.ts';
import { useHubClient } from '../../renderer/use-hub.ts';

type Frame = AnswerOf<'replayFrame'>;

/** The moment of a day that was asked for last; while one is being fetched, those between are left out. */
export function useFrame(day: string, at: number, hallId: string | null) {
  const client = useHubClient();
  const [shown, show] = useState<{ readonly hallId: string | null; readonly frame: Frame } | undefined>();
  const [tries, setTries] = useState(0);
  const [error, setError] = useState<WireError | undefined>();
  const wanted = useRef<string | undefined>(undefined);
  const isAsking = useRef(false);
  useEffect(() => {
    wanted.current = JSON.stringify({ day, at: Math.round(at), hallId });
    const fetchNext = async (): Promise<void> => {
      if (isAsking.current) return;
      isAsking.current = true;
      while (wanted.current !== undefined) {
        const payload = JSON.parse(wanted.current) as { day: string; at: number; hallId: string | null };
        wanted.current = undefined;
        const reply = await client.ask<'replayFrame'>({ name: 'replayFrame', payload });
        if (reply.ok) show({ hallId: payload.hallId, frame: reply.value });
        setError(reply.ok ? undefined : reply.error);
      }
      isAsking.current = false;
    };
    void fetchNext();
  }, [client, day, at, hallId, tries]);
  // The board of another hall is never shown for this one.
  const frame = shown?.hallId === hallId ? shown.frame : undefined;
  return { frame, error, again: () => setTries((count) => count + 1) };
}
