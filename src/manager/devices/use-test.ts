import { useState } from 'react';
import type { Question } from '../../protocol/commands.ts';
import type { AskReply } from '../../protocol/events.ts';
import { useHubClient } from '../../renderer/use-hub.ts';

type Place = Question<'testPrinter'>['payload']['place'];

/** Prints a test slip, and keeps what became of it. */
export function useTest(place: Place) {
  const client = useHubClient();
  const [isTesting, setTesting] = useState(false);
  const [reply, setReply] = useState<AskReply<'testPrinter'> | undefined>();
  const test = async () => {
    setTesting(true);
    setReply(undefined);
    setReply(await client.ask({ name: 'testPrinter', payload: { place } }));
    setTesting(false);
  };
  return { isTesting, reply, test: () => void test() };
}
