import { type Dispatch, type SetStateAction, useRef } from 'react';
import { useHubClient, useHubTime } from '../../renderer/use-hub.ts';
import { useManagerText } from '../manager-words.tsx';
import { type Scanned, withAnswer, withScan } from './scanned.ts';

export type ScannedState = readonly [readonly Scanned[], Dispatch<SetStateAction<readonly Scanned[]>>];

/** Finishes a stage of whatever is scanned; a scan does not wait for the answer to the one before it. */
export function useFinishOnScan([list, set]: ScannedState) {
  const client = useHubClient();
  const { language } = useManagerText();
  const { at } = useHubTime();
  const lastId = useRef(list[0]?.id ?? 0);
  return (trackingNumber: string, stageId: string): void => {
    lastId.current += 1;
    const id = lastId.current;
    set((before) => withScan(before, { id, trackingNumber, stageId, at, outcome: 'sending', trouble: '' }));
    void client.send('advanceApplication', { trackingNumber, stageId, how: 'done' }).then((reply) => {
      const answer: Partial<Scanned> = reply.ok
        ? { outcome: 'done' }
        : { outcome: 'refused', trouble: reply.error.message[language] };
      set((before) => withAnswer(before, id, answer));
    });
  };
}
