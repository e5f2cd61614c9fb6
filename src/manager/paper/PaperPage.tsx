import { type RefObject, type SubmitEvent, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { useHub } from '../../renderer/use-hub.ts';
import { useManagerText } from '../manager-words.tsx';
import { useCentre } from '../use-centre.ts';
import { EnteredList } from './EnteredList.tsx';
import styles from './paper.module.css';
import { ClassFields, ServiceField, TypedField } from './PaperFields.tsx';
import { type EnteredState, type Paper, usePaper } from './use-paper.ts';

interface FieldProps {
  readonly paper: Paper;
  readonly field: RefObject<HTMLInputElement | null>;
}

function NumberField({ paper, field }: FieldProps) {
  const { text } = useManagerText();
  const series = useHub().views.centre?.paperSeries ?? '';
  return (
    <TypedField
      {...{ paper, field }}
      name="number"
      label={text('paperNumber')}
      before={`${series}-`}
      change={(number) => paper.change({ number })}
    />
  );
}

function TimeField({ paper, field }: FieldProps) {
  const { text } = useManagerText();
  return (
    <TypedField
      {...{ paper, field }}
      name="time"
      label={text('paperTime')}
      hint={text('paperTimeHint')}
      change={(time) => paper.change({ time })}
    />
  );
}

function FormTrouble({ paper: { trouble } }: { readonly paper: Paper }) {
  const { language } = useManagerText();
  if (trouble?.field !== 'form' || typeof trouble.said === 'string') return null;
  return (
    <p className={styles.trouble} role="alert">
      {trouble.said.message[language]}
    </p>
  );
}

function PaperFormBody({ entered }: { readonly entered: EnteredState }) {
  const { text } = useManagerText();
  const { isLive } = useHub();
  const number = useRef<HTMLInputElement>(null);
  const time = useRef<HTMLInputElement>(null);
  // The next number is there already: what is typed next is when its citizen came.
  const paper = usePaper(entered, () => time.current?.select());
  const { isSending, trouble } = paper;
  useEffect(() => {
    if (trouble?.field === 'number') number.current?.select();
    if (trouble?.field === 'time') time.current?.select();
  }, [trouble]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isLive) paper.submit();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <h2>{text('paperTitle')}</h2>
      <p className={styles.more}>{text('paperMore')}</p>
      <div className={styles.pair}>
        <NumberField paper={paper} field={number} />
        <TimeField paper={paper} field={time} />
      </div>
      <ServiceField paper={paper} />
      <ClassFields paper={paper} />
      <Button type="submit" className={styles.enter ?? ''} isDisabled={!isLive || isSending}>
        {text(isSending ? 'paperSending' : 'paperEnter')} <kbd dir="ltr">Enter</kbd>
      </Button>
      <FormTrouble paper={paper} />
    </form>
  );
}

/** Where pre-printed paper tokens are written down when the kiosks were dead. */
export function PaperPage({ entered }: { readonly entered: EnteredState }) {
  const { text } = useManagerText();
  const { centre } = useCentre();
  if (centre?.paperSeries === null) {
    return (
      <div className={styles.none}>
        <h2>{text('paperNone')}</h2>
        <p>{text('paperNoneMore')}</p>
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <PaperFormBody entered={entered} />
      <EnteredList list={entered[0]} />
    </div>
  );
}
