import type { ComponentType } from 'react';
import type { CounterView } from '../../protocol/views/views.ts';
import { QuestionFrame } from '../../renderer/QuestionFrame.tsx';
import { CheckInQuestion } from './CheckInQuestion.tsx';
import { ClassQuestion, JumpQuestion } from './FormQuestions.tsx';
import { EndVisitQuestion, SendBackQuestion } from './JourneyQuestions.tsx';
import { LeaveQuestion, ParkQuestion, ResumeQuestion, ServiceQuestion, TransferQuestion } from './ListQuestions.tsx';
import { useOperatorText } from '../operator-words.tsx';
import type { QuestionProps } from './question-props.ts';
import type { Operator, Question, Send } from '../use-operator.ts';

const BODIES: Readonly<Record<Question, ComponentType<QuestionProps>>> = {
  park: ParkQuestion,
  transfer: TransferQuestion,
  jump: JumpQuestion,
  withoutToken: ServiceQuestion,
  class: ClassQuestion,
  resume: ResumeQuestion,
  leave: LeaveQuestion,
  sendBack: SendBackQuestion,
  endVisit: EndVisitQuestion,
  checkIn: CheckInQuestion,
};

/** The question that stands open over the console; Escape always leaves it. */
export function Questions({ view, operator }: { readonly view: CounterView; readonly operator: Operator }) {
  const { text } = useOperatorText();
  const { question, close, send } = operator;
  const answer: Send = (name, payload) => {
    close();
    send(name, payload);
  };
  const Body = question ? BODIES[question] : undefined;
  return (
    <QuestionFrame title={question ? text(`${question}Question`) : ''} isOpen={question !== undefined} close={close}>
      {Body ? <Body view={view} answer={answer} close={close} /> : null}
    </QuestionFrame>
  );
}
