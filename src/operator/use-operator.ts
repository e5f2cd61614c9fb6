import { useState } from 'react';
import type { CommandName, Payload } from '../protocol/commands.ts';
import type { CounterView } from '../protocol/views/views.ts';
import { useFirstTap } from '../renderer/double-tap.ts';
import { useHub, useHubClient, useHubTime } from '../renderer/use-hub.ts';
import { type ActionName, canDo, type PrimaryStep, primaryStep } from './current/actions.ts';
import { operatorName } from './operator-name.ts';
import { useOperatorText } from './operator-words.tsx';

const QUESTIONS = [
  'park',
  'transfer',
  'jump',
  'withoutToken',
  'class',
  'resume',
  'leave',
  'sendBack',
  'endVisit',
  'checkIn',
] as const satisfies ActionName[];

/** The question that stands open over the console. */
export type Question = (typeof QUESTIONS)[number];

const isQuestion = (action: ActionName): action is Question => (QUESTIONS as readonly ActionName[]).includes(action);

export type Send = <Name extends CommandName>(name: Name, payload: Payload<Name>) => void;

/** Sends one command at a time and keeps the last trouble in words. */
function useSend() {
  const client = useHubClient();
  const { language } = useOperatorText();
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState('');
  const send: Send = (name, payload) => {
    if (isSending) return;
    setSending(true);
    setTrouble('');
    void client.send(name, payload).then((reply) => {
      setSending(false);
      if (!reply.ok) setTrouble(reply.error.message[language]);
    });
  };
  return { isSending, trouble, send };
}

interface Deed {
  readonly view: CounterView;
  /** Whoever is signed in here. */
  readonly me: string;
  readonly tokenId: number;
  readonly hasJustLeft: boolean;
  readonly send: Send;
}

const open = ({ view, me, send }: Deed): void =>
  send('openCounter', { operator: me || view.operator || `Counter ${view.counterId}` });

const finish = ({ send, tokenId }: Deed): void => send('finish', { tokenId, thenCall: false });

const STEPS: Readonly<Record<PrimaryStep, (deed: Deed) => void>> = {
  openCounter: open,
  backFromBreak: open,
  call: ({ send }) => send('call', {}),
  start: ({ send, tokenId }) => send('start', { tokenId }),
  finish,
  stay: ({ send, tokenId }) => send('finish', { tokenId, thenCall: false, stay: true }),
};

/** What is done at once, without a question. */
const DEEDS: Readonly<Record<Exclude<ActionName, Question>, (deed: Deed) => void>> = {
  primary: (deed) => STEPS[primaryStep(deed.view)](deed),
  sendOn: finish,
  skipStage: ({ send, tokenId }) => send('skipStage', { tokenId }),
  recall: ({ send, tokenId }) => send('recall', { tokenId }),
  noShow: ({ send, tokenId }) => send('markNoShow', { tokenId }),
  requeue: ({ send, tokenId }) => send('requeue', { tokenId }),
  undo: ({ send, view, hasJustLeft }) =>
    hasJustLeft ? send('undo', {}) : send('requeue', { tokenId: view.left?.tokenId ?? 0 }),
  autoCall: ({ send, view }) => send('setAutoCall', { isOn: !view.isAutoCall }),
  takeBreak: ({ send }) => send('takeBreak', {}),
  closeCounter: ({ send }) => send('closeCounter', {}),
};

/** The console's whole behaviour: what can be done now, and doing it. */
export function useOperator(view: CounterView) {
  const { isLive, you } = useHub();
  const me = you?.name ?? operatorName();
  const { queueAt } = useHubTime();
  const { isSending, trouble, send } = useSend();
  const [question, ask] = useState<Question | undefined>();
  const isFirstTap = useFirstTap();
  const hasJustLeft = view.left !== null && queueAt <= view.left.undoUntil;
  const can = (action: ActionName) => isLive && canDo(action, view);
  const act = (action: ActionName) => {
    if (!can(action) || isSending || !isFirstTap()) return;
    if (isQuestion(action)) ask(action);
    else DEEDS[action]({ view, me, tokenId: view.current?.id ?? 0, hasJustLeft, send });
  };
  return { can, act, hasJustLeft, isSending, trouble, send, question, close: () => ask(undefined) };
}

export type Operator = ReturnType<typeof useOperator>;
