import { useEffect, useState } from 'react';
import type { AnswerOf } from '../protocol/answers/answers.ts';
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
  useEffect(() => {
    if (!isLive || asked === '') return undefined;
    let isWanted = true;
    void client.ask(JSON.parse(asked) as Question<Name>).then((reply) => {
      if (!isWanted) return;
      set((before) => {
        const kept = before?.asked === asked ? before.value : undefined;
        return reply.ok ? { asked, value: reply.value, error: undefined } : { asked, value: kept, error: reply.error };
      });
    });
    return () => {
      isWanted = false;
    };
  }, [client, asked, freshness, isLive, tries]);
  const isOfThis = asked !== '' && answered?.asked === asked;
  return {
    value: isOfThis ? answered.value : undefined,
    error: isOfThis ? answered.error : undefined,
    again: () => setTries((count) => count + 1),
  };
}
