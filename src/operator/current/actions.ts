import type { CounterView } from '../../protocol/views/views.ts';

/** Everything that an operator can do, each with the key that does it (`event.code`, which no layout changes). */
export const ACTION_KEYS = {
  primary: 'Space',
  sendOn: 'KeyF',
  recall: 'KeyR',
  noShow: 'KeyN',
  requeue: 'KeyQ',
  park: 'KeyP',
  transfer: 'KeyT',
  leave: 'KeyE',
  class: 'KeyK',
  skipStage: 'KeyS',
  sendBack: 'KeyB',
  endVisit: 'KeyV',
  undo: 'KeyZ',
  resume: 'KeyU',
  jump: 'KeyC',
  checkIn: 'KeyI',
  withoutToken: 'KeyW',
  autoCall: 'KeyA',
  takeBreak: 'KeyX',
  closeCounter: 'KeyL',
} as const;
export type ActionName = keyof typeof ACTION_KEYS;

/** The name of a key as it stands on the button. */
export const keyName = (code: string): string => code.replace('Key', '');

/** What the one large button does in each state: there is always a next step. */
export type PrimaryStep = 'openCounter' | 'backFromBreak' | 'call' | 'start' | 'finish' | 'stay';

type Standing = Pick<CounterView, 'counterId' | 'status' | 'current'>;

/** Whether this counter does the next stage too, so that the citizen need not get up. */
const canStay = ({ counterId, current }: Pick<Standing, 'counterId' | 'current'>): boolean =>
  current?.state === 'serving' && current.next?.counters.includes(counterId) === true;

export function primaryStep(view: Standing): PrimaryStep {
  if (view.current?.state === 'called') return 'start';
  if (view.current) return canStay(view) ? 'stay' : 'finish';
  if (view.status === 'closed') return 'openCounter';
  return view.status === 'onBreak' ? 'backFromBreak' : 'call';
}

type Rule = (view: CounterView) => boolean;

const isCalled: Rule = ({ current }) => current?.state === 'called';
const isHeld: Rule = ({ current }) => current !== null;
const isFree: Rule = ({ current, status }) => current === null && status === 'open';

const RULES: Readonly<Record<ActionName, Rule>> = {
  primary: (view) => primaryStep(view) !== 'call' || view.waiting > 0,
  sendOn: canStay,
  recall: isCalled,
  noShow: isCalled,
  requeue: isCalled,
  leave: isCalled,
  park: isHeld,
  transfer: isHeld,
  class: isHeld,
  skipStage: ({ current }) => current?.canSkip === true,
  sendBack: ({ current }) => current !== null && current.backTo.length > 0,
  endVisit: isHeld,
  jump: isFree,
  // Somebody who comes up to the counter is let in whatever it is busy with.
  checkIn: () => true,
  withoutToken: isFree,
  takeBreak: isFree,
  resume: (view) => isFree(view) && view.parked.some(({ isAway }) => !isAway),
  undo: (view) => isFree(view) && view.left !== null,
  autoCall: ({ status }) => status !== 'closed',
  closeCounter: (view) => !isHeld(view) && view.status !== 'closed',
};

/** Whether an action makes sense now; what does not is dimmed, never hidden, so that nothing moves. */
export const canDo = (action: ActionName, view: CounterView): boolean => RULES[action](view);
