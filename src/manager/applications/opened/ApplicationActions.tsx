import { Button } from 'react-aria-components/Button';
import { useManagerText } from '../../manager-words.tsx';
import { useMay } from '../../use-may.ts';
import { useCentre } from '../../use-centre.ts';
import type { OpenQuestion } from './ApplicationPanel.tsx';
import styles from './application.module.css';
import { finishStage } from './finish-stage.ts';
import type { ApplicationAnswer, Opened } from './use-opened.ts';

interface ActionsProps {
  readonly opened: Opened;
  readonly application: ApplicationAnswer;
  readonly ask: (question: OpenQuestion) => void;
  readonly backToScan: () => void;
}

function FinishButton({ opened, application, backToScan }: Omit<ActionsProps, 'ask'>) {
  const { text } = useManagerText();
  const { stageName } = useCentre();
  const press = () => {
    finishStage(opened, text, stageName);
    backToScan();
  };
  return (
    <Button className={styles.finish ?? ''} isDisabled={!opened.isFinishable} onPress={press}>
      {text('finishStage', { stage: stageName(application.stageId) })}
      {opened.canFinishByEnter ? <kbd dir="ltr">Enter</kbd> : null}
    </Button>
  );
}

function SkipButton({ opened, application, backToScan }: Omit<ActionsProps, 'ask'>) {
  const { text } = useManagerText();
  const { stageName } = useCentre();
  const { trackingNumber, stageId } = application;
  const press = () => {
    const said = text('doneSkipped', { stage: stageName(stageId) });
    opened.act('advanceApplication', { trackingNumber, stageId, how: 'skipped' }, said);
    backToScan();
  };
  return (
    <Button className={styles.other ?? ''} isDisabled={!opened.isFinishable} onPress={press}>
      {text('skipStage')}
    </Button>
  );
}

/** What its stage asks for, where it is not a counter that does it. */
function StageButtons(props: Omit<ActionsProps, 'ask'>) {
  return (
    <>
      <FinishButton {...props} />
      {props.application.canSkip ? <SkipButton {...props} /> : null}
    </>
  );
}

/** What can be done to an open application by who looks at it; nothing to one that is over. */
export function ApplicationActions({ ask, ...props }: ActionsProps) {
  const { text } = useManagerText();
  const may = useMay();
  const { opened, application } = props;
  const { canAct, isAtCounter } = opened;
  if (application.state !== 'open') return null;
  return (
    <div className={styles.actions}>
      {isAtCounter ? <p>{text('waitsAtCounter')}</p> : null}
      {!isAtCounter && may('advanceApplication') ? <StageButtons {...props} /> : null}
      {application.backTo.length > 0 && may('sendBackApplication') ? (
        <Button className={styles.other ?? ''} isDisabled={!canAct} onPress={() => ask('sendBack')}>
          {text('sendBack')}
        </Button>
      ) : null}
      {may('endApplication') ? (
        <Button className={styles.end ?? ''} isDisabled={!canAct} onPress={() => ask('end')}>
          {text('endIt')}
        </Button>
      ) : null}
    </div>
  );
}
