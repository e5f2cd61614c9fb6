import { useState } from 'react';
import type { CommandName, Payload } from '../../protocol/commands.ts';
import type { Reply } from '../../protocol/replies.ts';
import { useHubClient } from '../../renderer/use-hub.ts';
import { useAnswer } from '../use-answer.ts';

/** Sends what changes the staff. */
export type SendPeople = <Name extends CommandName>(name: Name, payload: Payload<Name>) => Promise<Reply>;

/** The staff, asked anew after each change made here. */
export function usePeople() {
  const client = useHubClient();
  const [changes, setChanges] = useState(0);
  const { value } = useAnswer({ name: 'people', payload: {} }, changes);
  const send: SendPeople = async (name, payload) => {
    const reply = await client.send(name, payload);
    setChanges((count) => count + 1);
    return reply;
  };
  return { isKnown: value !== undefined, staff: value?.staff ?? [], send };
}
