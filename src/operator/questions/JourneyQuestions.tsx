import { useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { BACK_REASONS, END_VISIT_REASONS } from '../../domain/reasons.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useOperatorText } from '../operator-words.tsx';
import { stageText } from '../where-text.ts';
import type { QuestionProps } from './question-props.ts';
import styles from './questions.module.css';
import { ReasonChoice } from './ReasonChoice.tsx';

/** Sends the token back: to which stage (the one before is meant, unless another is chosen), and why. */
export function SendBackQuestion({ view, answer }: QuestionProps) {
  const { language, text } = useOperatorText();
  const centre = useHub().views.centre;
  const tokenId = view.current?.id ?? 0;
  const stages = view.current?.backTo ?? [];
  const [stageId, setStage] = useState(stages.at(-1) ?? '');
  return (
    <div className={styles.columns}>
      <ReasonChoice
        reasons={BACK_REASONS}
        label={text('sendBack')}
        choose={(reason) => answer('sendBack', { tokenId, stageId, reason })}
      />
      <RadioGroup className={styles.reasons ?? ''} value={stageId} onChange={setStage}>
        <Label className={styles.legend ?? ''}>{text('toStage')}</Label>
        {stages.map((id) => (
          <Radio key={id} className={styles.radio ?? ''} value={id}>
            {stageText(centre, id, language)}
          </Radio>
        ))}
      </RadioGroup>
    </div>
  );
}

/** Ends the visit before its last stage. */
export function EndVisitQuestion({ view, answer }: QuestionProps) {
  const { text } = useOperatorText();
  const tokenId = view.current?.id ?? 0;
  return (
    <ReasonChoice
      reasons={END_VISIT_REASONS}
      label={text('endVisit')}
      choose={(reason) => answer('endVisit', { tokenId, reason })}
    />
  );
}
