import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Checkbox } from 'react-aria-components/Checkbox';
import type { StandbyState } from '../../protocol/standby/standby-page.ts';
import { PinField } from '../../renderer/people/PinField.tsx';
import { useManagerText } from '../manager-words.tsx';
import { digits } from '../../renderer/text.ts';
import styles from './standby.module.css';
import { askTakeOver } from './use-standby.ts';

interface WhoProps extends Pick<StandbyState, 'managers'> {
  readonly chosen: number | undefined;
  readonly choose: (id: number) => void;
}

function Who({ managers, chosen, choose }: WhoProps) {
  const { text } = useManagerText();
  return (
    <fieldset className={styles.who}>
      <legend>{text('standbyWho')}</legend>
      {managers.map(({ id, name }) => (
        <label key={id}>
          <input type="radio" name="who" checked={id === chosen} onChange={() => choose(id)} /> {name}
        </label>
      ))}
    </fieldset>
  );
}

/** Who lets it take over, and that they know what ends with it. */
export function TakeOverForm({ state: { managers, screens, isLinked } }: { readonly state: StandbyState }) {
  const { language, text } = useManagerText();
  const [staffId, choose] = useState<number | undefined>();
  const [pin, setPin] = useState('');
  const [isConfirmed, confirm] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState('');
  const chosen = staffId ?? managers[0]?.id;
  const count = screens.filter(({ isHere }) => isHere).length;
  const ends = text(isLinked ? 'standbyEndsLinked' : 'standbyEndsAway', { count, n: digits(count, language) });
  const ask = async () => {
    if (chosen === undefined) return;
    setAsking(true);
    const error = await askTakeOver(chosen, pin);
    setAsking(false);
    setPin('');
    setTrouble(error?.message[language] ?? '');
  };
  return (
    <form
      className={styles.card}
      aria-label={text('standbyTakeOver')}
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <h2>{text('standbyTakeOver')}</h2>
      <p className={styles.soft}>{ends}</p>
      <Who managers={managers} chosen={chosen} choose={choose} />
      <PinField label={text('standbyPin')} value={pin} onChange={setPin} />
      <Checkbox className={styles.check ?? ''} isSelected={isConfirmed} onChange={confirm}>
        <span className={styles.box} aria-hidden="true" />
        {text('standbyConfirm')}
      </Checkbox>
      {trouble === '' ? null : (
        <p className={styles.trouble} role="alert">
          {trouble}
        </p>
      )}
      <Button
        type="submit"
        className={styles.go ?? ''}
        isDisabled={!isConfirmed || pin.length < 6 || chosen === undefined || isAsking}
      >
        {text('standbyGo')}
      </Button>
    </form>
  );
}
