import { useState } from 'react';
import type { WireError } from '../protocol/replies.ts';
import { useScan } from '../renderer/scan/use-scan.ts';
import { useHubClient } from '../renderer/use-hub.ts';

/** Gives the name of whose staff card is held to the reader of this console. */
export function useStaffCard(known: (name: string) => void) {
  const client = useHubClient();
  const [unknown, setUnknown] = useState<WireError | undefined>();
  const look = async (card: string) => {
    const reply = await client.ask({ name: 'staffOfCard', payload: { card } });
    setUnknown(reply.ok ? undefined : reply.error);
    // Else the number that the reader typed would stand there as a name.
    known(reply.ok ? reply.value.name : '');
  };
  useScan((card) => void look(card), true);
  return { unknown };
}
