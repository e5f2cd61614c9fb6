import { useEffect, useState } from 'react';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { WireError } from '../../protocol/replies.ts';
import { useHubClient } from '../../renderer/use-hub.ts';

const LOOK_MS = 2_000;

/** The devices of this kiosk, looked at every two seconds, and a test slip. */
export function useMaintenance(key: string) {
  const client = useHubClient();
  const [seen, setSeen] = useState<AnswerOf<'maintenance'> | undefined>();
  const [tested, setTested] = useState<AnswerOf<'maintenance'>['outcome'] | WireError>(null);
  const [isTesting, setTesting] = useState(false);
  useEffect(() => {
    let isShown = true;
    const look = () =>
      void client.ask({ name: 'maintenance', payload: { key, test: false } }).then((reply) => {
        if (isShown && reply.ok) setSeen(reply.value);
      });
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [client, key]);
  const test = async () => {
    setTesting(true);
    setTested(null);
    const reply = await client.ask({ name: 'maintenance', payload: { key, test: true } });
    setTesting(false);
    setTested(reply.ok ? reply.value.outcome : reply.error);
  };
  return { seen, tested, isTesting, test: () => void test() };
}
