import { useState } from 'react';
import { Num } from '../../../renderer/Num.tsx';
import { AskTrouble } from '../../AskTrouble.tsx';
import { useManagerText } from '../../manager-words.tsx';
import { TrackingNumber } from '../../TrackingNumber.tsx';
import { useCentre } from '../../use-centre.ts';
import { ApplicationActions } from './ApplicationActions.tsx';
import styles from './application.module.css';
import { EndQuestion, SendBackQuestion } from './ReasonQuestions.tsx';
import { Standing } from '../Standing.tsx';
import { Timeline } from './Timeline.tsx';
import type { ApplicationAnswer, Opened } from './use-opened.ts';

export type OpenQuestion = 'sendBack' | 'end' | undefined;

function Heading({ application }: { readonly application: ApplicationAnswer }) {
  const { text } = useManagerText();
  const { serviceName, stageName, when } = useCentre();
  const { state, standing, dueAt, stageId } = application;
  return (
    <header className={styles.heading}>
      <h2>
        <TrackingNumber number={application.trackingNumber} />
      </h2>
      <p>
        {serviceName(application.serviceId)} · {text('token')} <Num>{application.label}</Num> ·{' '}
        {text('filedAt', { time: when(application.filedAt) })}
      </p>
      <p className={styles.now}>
        <strong>{state === 'open' ? text('nowAt', { stage: stageName(stageId) }) : text(`state.${state}`)}</strong>
        {state === 'open' && dueAt !== null ? (
          <>
            <span>{text('dueAt', { time: when(dueAt) })}</span>
            <Standing standing={standing} />
          </>
        ) : null}
      </p>
    </header>
  );
}

interface PanelProps {
  readonly opened: Opened;
  readonly backToScan: () => void;
}

/** One application: what it is, what can be done to it now, and its whole way. */
export function ApplicationPanel({ opened, backToScan }: PanelProps) {
  const [question, ask] = useState<OpenQuestion>();
  const { application, error, again, outcome } = opened;
  if (!application) {
    return (
      <section className={styles.panel}>
        <AskTrouble error={error} again={again} />
      </section>
    );
  }
  const close = () => {
    ask(undefined);
    // The dialog gives the focus back to its button first.
    requestAnimationFrame(backToScan);
  };
  return (
    <section className={styles.panel} aria-label={application.trackingNumber}>
      <Heading application={application} />
      <ApplicationActions opened={opened} application={application} ask={ask} backToScan={backToScan} />
      <p className={styles.outcome} role="status" data-done={outcome?.isDone}>
        {outcome?.sentence}
      </p>
      {error ? <AskTrouble error={error} again={again} /> : null}
      <Timeline application={application} />
      <SendBackQuestion
        key={`${application.trackingNumber} ${application.stageId}`}
        isOpen={question === 'sendBack'}
        {...{ application, close }}
        act={opened.act}
      />
      <EndQuestion isOpen={question === 'end'} {...{ application, close }} act={opened.act} />
    </section>
  );
}
