import { useState } from 'react';
import type { CommandName, Payload } from '../protocol/commands.ts';
import type { Reply, WireError } from '../protocol/replies.ts';
import { useHubClient } from '../renderer/use-hub.ts';

/** Sends what a form asks for, and keeps why it was refused until something else is sent. */
export function useSend() {
  const client = useHubClient();
  const [trouble, setTrouble] = useState<WireError | undefined>();
  const send = async <Name extends CommandName>(name: Name, payload: Payload<Name>): Promise<Reply> => {
    const reply = await client.send(name, payload);
    setTrouble(reply.ok ? undefined : reply.error);
    return reply;
  };
  return { trouble, send };
}

export type Send = ReturnType<typeof useSend>['send'];
