import { type ReactNode, type SubmitEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { TextField } from 'react-aria-components/TextField';
import { BACK_REASONS, END_APPLICATION_REASONS, type Reason, reasonText } from '../../../domain/reasons.ts';
import { QuestionFrame } from '../../../renderer/QuestionFrame.tsx';
import { useManagerText } from '../../manager-words.tsx';
import { useCentre } from '../../use-centre.ts';
import styles from './questions.module.css';
import type { Act, ApplicationAnswer } from './use-opened.ts';

const OTHER = 'other';

interface QuestionProps {
  readonly isOpen: boolean;
  readonly application: ApplicationAnswer;
  readonly act: Act;
  readonly close: () => void;
}

interface ReasonFormProps {
  readonly reasons: readonly Reason[];
  readonly yes: string;
  readonly isReady: boolean;
  readonly answer: (reason: string) => void;
  readonly close: () => void;
  readonly children?: ReactNode;
}

/** Asks for a reason: one of the usual ones, or in other words. */
function ReasonForm({ reasons, yes, isReady, answer, close, children }: ReasonFormProps) {
  const { language, text } = useManagerText();
  const [chosen, choose] = useState<string>('');
  const [words, setWords] = useState('');
  const reason = reasons.find((one) => one === chosen) ?? words.trim();
  const canAnswer = isReady && reason !== '';
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (canAnswer) answer(reason);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {children}
      <RadioGroup className={styles.choices ?? ''} value={chosen} onChange={choose}>
        <Label>{text('reason')}</Label>
        {reasons.map((one) => (
          <Radio key={one} className={styles.radio ?? ''} value={one}>
            {reasonText(one, language)}
          </Radio>
        ))}
      </RadioGroup>
      <TextField
        className={styles.words ?? ''}
        value={words}
        onChange={setWords}
        maxLength={200}
        onFocus={() => choose(OTHER)}
      >
        <Label>{text('reasonOther')}</Label>
        <Input autoComplete="off" />
      </TextField>
      <div className={styles.buttons}>
        <Button type="submit" className={styles.yes ?? ''} isDisabled={!canAnswer}>
          {yes}
        </Button>
        <Button className={styles.no ?? ''} onPress={close}>
          {text('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Asks to which earlier stage the application goes back, and why. */
export function SendBackQuestion({ isOpen, application, act, close }: QuestionProps) {
  const { text } = useManagerText();
  const { stageName } = useCentre();
  const [stageId, setStage] = useState(application.backTo.at(-1) ?? '');
  const isReady = application.backTo.includes(stageId);
  const answer = (reason: string) => {
    const { trackingNumber } = application;
    close();
    act(
      'sendBackApplication',
      { trackingNumber, stageId, reason },
      text('doneSentBack', { stage: stageName(stageId) }),
    );
  };
  return (
    <QuestionFrame title={text('sendBackTitle')} isOpen={isOpen} close={close}>
      <ReasonForm reasons={BACK_REASONS} yes={text('sendBackYes')} {...{ isReady, answer, close }}>
        <RadioGroup className={styles.choices ?? ''} value={stageId} onChange={setStage}>
          <Label>{text('timelineStage')}</Label>
          {application.backTo.map((id) => (
            <Radio key={id} className={styles.radio ?? ''} value={id}>
              {stageName(id)}
            </Radio>
          ))}
        </RadioGroup>
      </ReasonForm>
    </QuestionFrame>
  );
}

/** Asks why an application comes to nothing. */
export function EndQuestion({ isOpen, application, act, close }: QuestionProps) {
  const { text } = useManagerText();
  const answer = (reason: string) => {
    close();
    act('endApplication', { trackingNumber: application.trackingNumber, reason }, text('doneEnded'));
  };
  return (
    <QuestionFrame title={text('endTitle')} isOpen={isOpen} close={close}>
      <p className={styles.more}>{text('endMore')}</p>
      <ReasonForm reasons={END_APPLICATION_REASONS} yes={text('endYes')} isReady {...{ answer, close }} />
    </QuestionFrame>
  );
}
