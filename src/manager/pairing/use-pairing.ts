import { useEffect, useState } from 'react';
import { useHubClient } from '../../renderer/use-hub.ts';
import type { SendPeople } from '../people/use-people.ts';
import { useAnswer } from '../use-answer.ts';

/** Machines come and go without an event: they are looked at this often while the page is open. */
const LOOK_MS = 3_000;

/** The paired machines, asked anew after each change made here and every few seconds. */
export function usePairing() {
  const client = useHubClient();
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setLooks((count) => count + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const { value: pairing } = useAnswer({ name: 'pairing', payload: {} }, looks);
  const send: SendPeople = async (name, payload) => {
    const reply = await client.send(name, payload);
    setLooks((count) => count + 1);
    return reply;
  };
  return { pairing, send };
}
