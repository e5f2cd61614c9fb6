import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { plainDigits } from '../../../domain/person/cnic.ts';
import { useManagerText } from '../../manager-words.tsx';
import { digits } from '../../../renderer/text.ts';
import { IconButton } from '../../set-up/fields/RowButtons.tsx';
import styles from './steps.module.css';

interface CountFieldProps {
  readonly label: string;
  readonly count: number;
  readonly most: number;
  readonly set: (count: number) => void;
}

/** How many there are: typed, or one more or less at a time. */
export function CountField({ label, count, most, set }: CountFieldProps) {
  const { language, text } = useManagerText();
  const [typed, setTyped] = useState<string | undefined>();
  const type = (next: string) => {
    const digitsOnly = plainDigits(next).replaceAll(/\D/g, '');
    setTyped(digitsOnly);
    if (Number(digitsOnly) >= 1) set(Math.min(most, Number(digitsOnly)));
  };
  return (
    <div className={styles.count} role="group" aria-label={label}>
      <span>{label}</span>
      <IconButton label={text('oneLess')} isDisabled={count <= 1} onPress={() => set(count - 1)}>
        <Minus aria-hidden="true" width="1em" height="1em" />
      </IconButton>
      <input
        aria-label={label}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        value={typed === '' ? '' : digits(count, language)}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(undefined)}
      />
      <IconButton label={text('oneMore')} isDisabled={count >= most} onPress={() => set(count + 1)}>
        <Plus aria-hidden="true" width="1em" height="1em" />
      </IconButton>
    </div>
  );
}
