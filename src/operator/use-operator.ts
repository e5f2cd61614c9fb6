import { useState } from 'react';
import type { CommandName, Payload } from '../protocol/commands.ts';
import type { CounterView } from '../protocol/views.ts';
import { useHub, useHubClient, useHubTime } from '../renderer/use-hub.ts';
import { type ActionName, canDo, primaryStep } from './actions.ts';
import { operatorName } from './operator-name.ts';
import { useOperatorText } from './operator-words.tsx';

/** The question that stands open over the console. */
export type Question = 'park' | 'transfer' | 'jump' | 'withoutToken' | 'class' | 'resume' | 'leave';

const QUESTIONS: readonly string[] = [
  'park',
  'transfer',
  'jump',
  'withoutToken',
  'class',
  'resume',
  'leave',
] satisfies Question[];
const isQuestion = (action: string): action is Question => QUESTIONS.includes(action);

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

function doPrimary(view: CounterView, send: Send): void {
  const { current } = view;
  switch (primaryStep(view)) {
    case 'openCounter':
    case 'backFromBreak':
      return send('openCounter', { operator: operatorName() || view.operator || `Counter ${view.counterId}` });
    case 'call':
      return send('call', {});
    case 'start':
      return send('start', { tokenId: current?.id ?? 0 });
    case 'finish':
      return send('finish', { tokenId: current?.id ?? 0, thenCall: false });
  }
}

function doAtOnce(action: Exclude<ActionName, Question>, view: CounterView, canUndo: boolean, send: Send): void {
  const tokenId = view.current?.id ?? 0;
  switch (action) {
    case 'primary':
      return doPrimary(view, send);
    case 'recall':
      return send('recall', { tokenId });
    case 'noShow':
      return send('markNoShow', { tokenId });
    case 'requeue':
      return send('requeue', { tokenId });
    case 'undo':
      return canUndo ? send('undo', {}) : send('requeue', { tokenId: view.undo?.tokenId ?? 0 });
    case 'autoCall':
      return send('setAutoCall', { isOn: !view.isAutoCall });
    case 'takeBreak':
      return send('takeBreak', {});
    case 'closeCounter':
      return send('closeCounter', {});
  }
}

/** The console's whole behaviour: what can be done now, and doing it. */
export function useOperator(view: CounterView) {
  const { isLive } = useHub();
  const { queueAt } = useHubTime();
  const { isSending, trouble, send } = useSend();
  const [question, ask] = useState<Question | undefined>();
  const canUndo = view.undo !== null && queueAt <= view.undo.until;
  const can = (action: ActionName) => isLive && canDo(action, view);
  const act = (action: ActionName) => {
    if (!can(action) || isSending) return;
    if (isQuestion(action)) ask(action);
    else doAtOnce(action, view, canUndo, send);
  };
  return { can, act, canUndo, isSending, trouble, send, question, close: () => ask(undefined) };
}

export type Operator = ReturnType<typeof useOperator>;
