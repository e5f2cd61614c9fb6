import type { ReactNode } from 'react';
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

function bodyOf(question: Question, props: QuestionProps): ReactNode {
  switch (question) {
    case 'park':
      return <ParkQuestion {...props} />;
    case 'transfer':
      return <TransferQuestion {...props} />;
    case 'jump':
      return <JumpQuestion {...props} />;
    case 'withoutToken':
      return <ServiceQuestion {...props} />;
    case 'class':
      return <ClassQuestion {...props} />;
    case 'resume':
      return <ResumeQuestion {...props} />;
    case 'leave':
      return <LeaveQuestion {...props} />;
    case 'sendBack':
      return <SendBackQuestion {...props} />;
    case 'endVisit':
      return <EndVisitQuestion {...props} />;
    case 'checkIn':
      return <CheckInQuestion {...props} />;
  }
}

/** The question that stands open over the console; Escape always leaves it. */
export function Questions({ view, operator }: { readonly view: CounterView; readonly operator: Operator }) {
  const { text } = useOperatorText();
  const { question, close, send } = operator;
  const answer: Send = (name, payload) => {
    close();
    send(name, payload);
  };
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen={question !== undefined} onOpenChange={close} isDismissable>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title">{question ? text(`${question}Question`) : ''}</Heading>
          {question ? bodyOf(question, { view, answer, close }) : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
