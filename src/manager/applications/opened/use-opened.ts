import { useState } from 'react';
import type { AnswerOf } from '../../../protocol/answers/answers.ts';
import type { CommandName, Payload } from '../../../protocol/commands.ts';
import { useHub, useHubClient, useHubTime } from '../../../renderer/use-hub.ts';
import { useManagerText } from '../../manager-words.tsx';
import { useMay } from '../../use-may.ts';
import { useAnswer } from '../../use-answer.ts';

export type ApplicationAnswer = AnswerOf<'application'>;

/** Sends what is done to the open application; `said` is the sentence when it is done. */
export type Act = <Name extends CommandName>(name: Name, payload: Payload<Name>, said: string) => void;

interface Outcome {
  readonly trackingNumber: string;
  readonly isDone: boolean;
  readonly sentence: string;
}

/** Sends one thing at a time, and keeps what came of it. */
function useAct(trackingNumber: string, settled: () => void) {
  const client = useHubClient();
  const { language } = useManagerText();
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const act: Act = (name, payload, said) => {
    if (isSending) return;
    setSending(true);
    void client.send(name, payload).then((reply) => {
      setSending(false);
      const sentence = reply.ok ? said : reply.error.message[language];
      setOutcome({ trackingNumber, isDone: reply.ok, sentence });
      // Also after a no: it mostly means that somebody else has moved it.
      settled();
    });
  };
  return { act, isSending, outcome: outcome?.trackingNumber === trackingNumber ? outcome : undefined };
}

/** Whether the stage in which it is waits for its citizen at a counter: it is finished there, and not from here. */
function useIsAtCounter(application: ApplicationAnswer | undefined): boolean {
  const service = useHub().views.centre?.services.find((one) => one.id === application?.serviceId);
  return service?.journey.find((stage) => stage.id === application?.stageId)?.place === 'counter';
}

/** What can be done now by who is here. */
function useCan(application: ApplicationAnswer | undefined, isSending: boolean) {
  const { isLive } = useHub();
  const may = useMay();
  const isAtCounter = useIsAtCounter(application);
  const canAct = isLive && !isSending && application?.state === 'open';
  return { canAct, isAtCounter, isFinishable: canAct && !isAtCounter && may('advanceApplication') };
}

/** The application that stands open on the page, and what can be done to it. */
export function useOpened(freshness: string) {
  const [trackingNumber, setNumber] = useState<string | undefined>();
  // By Enter alone only that stage is finished in which it was when it was opened, never one that it came to since.
  const [armedAt, arm] = useState(Number.NEGATIVE_INFINITY);
  const { at } = useHubTime();
  const question =
    trackingNumber === undefined ? undefined : ({ name: 'application', payload: { trackingNumber } } as const);
  const { value: application, error, again } = useAnswer<'application'>(question, freshness);
  const { act, isSending, outcome } = useAct(trackingNumber ?? '', again);
  const can = useCan(application, isSending);
  return {
    trackingNumber,
    application,
    error,
    again,
    outcome,
    ...can,
    canFinishByEnter: can.isFinishable && (application?.enteredAt ?? Infinity) <= armedAt,
    open(number: string | undefined): void {
      setNumber(number);
      arm(at);
      if (number === trackingNumber) again();
    },
    act: ((name, payload, said) => {
      arm(Number.NEGATIVE_INFINITY);
      act(name, payload, said);
    }) as Act,
  };
}

export type Opened = ReturnType<typeof useOpened>;
