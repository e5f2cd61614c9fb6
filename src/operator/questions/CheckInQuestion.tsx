import type { SubmitEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { useOperatorText } from '../operator-words.tsx';
import looks from './check-in.module.css';
import { CheckedIn } from './CheckedIn.tsx';
import type { QuestionProps } from './question-props.ts';
import styles from './questions.module.css';
import { typeLatin } from './type-latin.ts';
import { CODE_END, useCheckIn } from './use-check-in.ts';

type CheckIn = ReturnType<typeof useCheckIn>;

/** What the number is taken for, in words, before it is sent. */
function Meaning({ checkIn: { input, typed, trouble } }: { readonly checkIn: CheckIn }) {
  const { text } = useOperatorText();
  if (trouble !== '') {
    return (
      <p className={looks.trouble} role="alert">
        {trouble}
      </p>
    );
  }
  return <p className={looks.meaning}>{text(input.trim() === '' ? 'typeAny' : `typed_${typed.kind}`)}</p>;
}

/**
 * Lets in whoever has an appointment, comes back with a token of an earlier day, or comes for an application; and prints
 * the slip of a token again.
 */
export function CheckInQuestion({ close }: Pick<QuestionProps, 'close'>) {
  const { text } = useOperatorText();
  const checkIn = useCheckIn();
  const { input, type, codeEnd, setCodeEnd, typed, canSend, send, canPrint, print, result } = checkIn;
  if (result) return <CheckedIn result={result} close={close} />;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    send();
  };
  const isPhone = typed.kind === 'phone';
  return (
    <form className={looks.checkIn} onSubmit={submit}>
      <div className={looks.fields}>
        <TextField className={styles.field ?? ''} value={input} onChange={type} autoFocus maxLength={64}>
          <Label>{text('whoIsHere')}</Label>
          <Input dir="ltr" autoComplete="off" onKeyDown={typeLatin(type)} />
        </TextField>
        <TextField
          className={styles.field ?? ''}
          value={codeEnd}
          onChange={setCodeEnd}
          isDisabled={!isPhone}
          maxLength={CODE_END}
        >
          <Label>{text('codeEnd')}</Label>
          <Input
            dir="ltr"
            autoComplete="off"
            onKeyDown={typeLatin((change) => setCodeEnd(change(codeEnd).slice(0, CODE_END)))}
          />
        </TextField>
      </div>
      <Meaning checkIn={checkIn} />
      <div className={styles.buttons}>
        <Button type="submit" className={styles.yes ?? ''} isDisabled={!canSend}>
          {text('checkIn')}
        </Button>
        <Button className={styles.other ?? ''} isDisabled={!canPrint} onPress={print}>
          {text('printSlip')}
        </Button>
        <Button className={styles.other ?? ''} onPress={close}>
          {text('close')}
        </Button>
      </div>
    </form>
  );
}
