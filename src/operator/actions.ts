import type { CounterView } from '../protocol/views.ts';

/** Everything that an operator can do, each with the key that does it (`event.code`, which no layout changes). */
export const ACTION_KEYS = {
  primary: 'Space',
  recall: 'KeyR',
  park: 'KeyP',
  transfer: 'KeyT',
  noShow: 'KeyN',
  requeue: 'KeyQ',
  jump: 'KeyC',
  withoutToken: 'KeyW',
  class: 'KeyK',
  resume: 'KeyU',
  undo: 'KeyZ',
  leave: 'KeyE',
  autoCall: 'KeyA',
  takeBreak: 'KeyX',
  closeCounter: 'KeyL',
} as const;
export type ActionName = keyof typeof ACTION_KEYS;

/** The name of a key as it stands on the button. */
export const keyName = (code: string): string => code.replace('Key', '');

/** What the one large button does in each state: there is always a next step. */
export type PrimaryStep = 'openCounter' | 'backFromBreak' | 'call' | 'start' | 'finish';

export function primaryStep({ status, current }: Pick<CounterView, 'status' | 'current'>): PrimaryStep {
  if (current) return current.state === 'called' ? 'start' : 'finish';
  if (status === 'closed') return 'openCounter';
  return status === 'onBreak' ? 'backFromBreak' : 'call';
}

/** Whether an action makes sense now; what does not is dimmed, never hidden, so that nothing moves. */
export function canDo(action: ActionName, view: CounterView): boolean {
  const { status, current } = view;
  const isCalled = current?.state === 'called';
  const isFree = current === null && status === 'open';
  switch (action) {
    case 'primary':
      return primaryStep(view) !== 'call' || view.waiting > 0;
    case 'recall':
    case 'noShow':
      return isCalled;
    case 'park':
    case 'transfer':
    case 'class':
      return current !== null;
    case 'requeue':
    case 'leave':
      return isCalled;
    case 'jump':
    case 'withoutToken':
      return isFree;
    case 'resume':
      return view.parked.length > 0 && isFree;
    case 'undo':
      return view.undo !== null && isFree;
    case 'autoCall':
      return status !== 'closed';
    case 'takeBreak':
      return isFree;
    case 'closeCounter':
      return current === null && status !== 'closed';
  }
}
