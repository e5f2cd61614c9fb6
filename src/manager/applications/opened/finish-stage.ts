import type { ManagerText } from '../../manager-words.tsx';
import type { Opened } from './use-opened.ts';

/** Finishes the stage in which the open application is shown to be. */
export function finishStage({ application, act }: Opened, text: ManagerText, stageName: (id: string) => string): void {
  if (!application) return;
  const { trackingNumber, stageId } = application;
  act(
    'advanceApplication',
    { trackingNumber, stageId, how: 'done' },
    text('doneFinished', { stage: stageName(stageId) }),
  );
}
