import type { ComponentType } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { CounterView } from '../../protocol/views.ts';
import { CheckInQuestion } from './CheckInQuestion.tsx';
import { ClassQuestion, JumpQuestion } from './FormQuestions.tsx';
import { EndVisitQuestion, SendBackQuestion } from './JourneyQuestions.tsx';
import { LeaveQuestion, ParkQuestion, ResumeQuestion, ServiceQuestion, TransferQuestion } from './ListQuestions.tsx';
import { useOperatorText } from '../operator-words.tsx';
import type { QuestionProps } from './question-props.ts';
import styles from './questions.module.css';
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
    <ModalOverlay className={styles.overlay ?? ''} isOpen={question !== undefined} onOpenChange={close} isDismissable>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title">{question ? text(`${question}Question`) : ''}</Heading>
          {Body ? <Body view={view} answer={answer} close={close} /> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
