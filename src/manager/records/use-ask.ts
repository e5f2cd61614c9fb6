import { useState } from 'react';
import type { Question, QuestionName } from '../../protocol/commands.ts';
import type { AskReply } from '../../protocol/events.ts';
import { useHubClient } from '../../renderer/use-hub.ts';

/** Asks the hub for something to be done, and keeps what became of it. */
export function useAsk<Name extends QuestionName>() {
  const client = useHubClient();
  const [isAsking, setAsking] = useState(false);
  const [reply, setReply] = useState<AskReply<Name> | undefined>();
  const ask = async (question: Question<Name>) => {
    setAsking(true);
    setReply(undefined);
    const answered = await client.ask(question);
    setReply(answered);
    setAsking(false);
    return answered;
  };
  return { isAsking, reply, ask, forget: () => setReply(undefined) };
}
