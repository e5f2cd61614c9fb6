import { useEffect, useEffectEvent, useState } from 'react';
import type { AnswerOf } from '../protocol/answers.ts';
import type { Question, QuestionName } from '../protocol/commands.ts';
import type { WireError } from '../protocol/replies.ts';
import { useHub, useHubClient } from '../renderer/use-hub.ts';

type Answered<Name extends QuestionName> = {
  readonly asked: string;
  readonly value: AnswerOf<Name> | undefined;
  readonly error: WireError | undefined;
};

/**
 * Asks the hub while the page shows the question, anew when `freshness` changes and when the hub is heard again. What
 * was last answered stays until the new answer is there; an answer to an earlier question is never shown for this one.
 */
export function useAnswer<Name extends QuestionName>(question: Question<Name> | undefined, freshness: string | number) {
  const client = useHubClient();
  const { isLive } = useHub();
  const [tries, setTries] = useState(0);
  const [answered, set] = useState<Answered<Name> | undefined>();
  const asked = question === undefined ? '' : JSON.stringify(question);
  const ask = useEffectEvent(async (isWanted: () => boolean) => {
    if (question === undefined) return;
    const reply = await client.ask(question);
    if (!isWanted()) return;
    set((before) => {
      const kept = before?.asked === asked ? before.value : undefined;
      return reply.ok
        ? { asked, value: reply.value, error: undefined }
        : { asked, value: kept, error: reply.error };
    });
  });
  useEffect(() => {
    let isWanted = isLive;
    if (isLive) void ask(() => isWanted);
    return () => {
      isWanted = false;
    };
  }, [asked, freshness, isLive, tries]);
  const isOfThis = asked !== '' && answered?.asked === asked;
  return {
    value: isOfThis ? answered.value : undefined,
    error: isOfThis ? answered.error : undefined,
    again: () => setTries((count) => count + 1),
  };
}
