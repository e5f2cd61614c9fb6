import { useEffect, useState } from 'react';
import type { KeptHeads } from '../../domain/keeping/kept-heads.ts';
import { useHubClient } from '../use-hub.ts';
import { readKept } from './keep-witness.ts';

/** What this machine keeps of the hub's log, anew at each pulse; undefined until the hub has spoken. */
export function useKeptHeads(): KeptHeads | undefined {
  const client = useHubClient();
  const [kept, set] = useState<KeptHeads | undefined>();
  useEffect(() => client.hearMarks((_, { hubId }) => set(readKept(hubId))), [client]);
  return kept;
}
