import { type SubmitEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { TextField } from 'react-aria-components/TextField';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { parseLabel } from '../../domain/numbering.ts';
import { JUMP_REASONS, reasonText } from '../../domain/reasons.ts';
import { said } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useOperatorText } from '../operator-words.tsx';
import type { QuestionProps } from './question-props.ts';
import styles from './questions.module.css';
import { typeLatin } from './type-latin.ts';

/** Calls a given token out of order, with a reason; or lets one in that was carried over from an earlier day. */
export function JumpQuestion({ answer }: QuestionProps) {
  const { language, text } = useOperatorText();
  const [label, setLabel] = useState('');
  const [reason, setReason] = useState<string>(JUMP_REASONS[0]);
  const isLabel = parseLabel(label) !== undefined;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isLabel) answer('jump', { label, reason });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField className={styles.field ?? ''} value={label} onChange={setLabel} autoFocus maxLength={16}>
        <Label>{text('tokenNumber')}</Label>
        <Input dir="ltr" placeholder="B-118" autoComplete="off" onKeyDown={typeLatin(setLabel)} />
        <span className={styles.none}>{label !== '' && !isLabel ? text('noTokenNumber') : ''}</span>
      </TextField>
      <RadioGroup className={styles.reasons ?? ''} value={reason} onChange={setReason}>
        <Label>{text('reason')}</Label>
        {JUMP_REASONS.map((one) => (
          <Radio key={one} className={styles.radio ?? ''} value={one}>
            {reasonText(one, language)}
          </Radio>
        ))}
      </RadioGroup>
      <div className={styles.buttons}>
        <Button type="submit" className={styles.yes ?? ''} isDisabled={!isLabel}>
          {text('callThis')}
        </Button>
        <Button className={styles.other ?? ''} isDisabled={!isLabel} onPress={() => answer('checkIn', { label })}>
          {text('checkInAgain')}
        </Button>
      </div>
    </form>
  );
}

/** Sets the priority classes that the operator sees. */
export function ClassQuestion({ view, answer }: QuestionProps) {
  const { language, text } = useOperatorText();
  const known = useHub().views.centre?.classes ?? [];
  const [chosen, choose] = useState<readonly string[]>(view.current?.classes ?? []);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    answer('correctClass', { tokenId: view.current?.id ?? 0, classes: [...chosen] });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {known.map(({ id, name }, place) => (
        <ToggleButton
          key={id}
          className={styles.toggle ?? ''}
          autoFocus={place === 0}
          isSelected={chosen.includes(id)}
          onChange={(isOn) => choose(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
        >
          {said(name, language)}
        </ToggleButton>
      ))}
      <div className={styles.buttons}>
        <Button type="submit" className={styles.yes ?? ''}>
          {text('save')}
        </Button>
      </div>
    </form>
  );
}
