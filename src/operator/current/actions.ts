import type { CounterView } from '../../protocol/views.ts';

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

type Rule = (view: CounterView) => boolean;

const isCalled: Rule = ({ current }) => current?.state === 'called';
const isHeld: Rule = ({ current }) => current !== null;
const isFree: Rule = ({ current, status }) => current === null && status === 'open';

const RULES: Readonly<Record<ActionName, Rule>> = {
  primary: (view) => primaryStep(view) !== 'call' || view.waiting > 0,
  recall: isCalled,
  noShow: isCalled,
  requeue: isCalled,
  leave: isCalled,
  park: isHeld,
  transfer: isHeld,
  class: isHeld,
  jump: isFree,
  withoutToken: isFree,
  takeBreak: isFree,
  resume: (view) => isFree(view) && view.parked.length > 0,
  undo: (view) => isFree(view) && view.undo !== null,
  autoCall: ({ status }) => status !== 'closed',
  closeCounter: (view) => !isHeld(view) && view.status !== 'closed',
};

/** Whether an action makes sense now; what does not is dimmed, never hidden, so that nothing moves. */
export const canDo = (action: ActionName, view: CounterView): boolean => RULES[action](view);
