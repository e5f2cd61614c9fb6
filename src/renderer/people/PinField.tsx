import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import styles from './people.module.css';

interface PinFieldProps {
  readonly label: string;
  readonly more?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
}

/** A PIN that is typed: never shown, never kept by the browser. */
export function PinField({ label, more, value, onChange, autoFocus = false }: PinFieldProps) {
  return (
    <TextField className={styles.field ?? ''} value={value} onChange={onChange} maxLength={12} autoFocus={autoFocus}>
      <Label>{label}</Label>
      {more === undefined ? null : <small>{more}</small>}
      <Input type="password" inputMode="numeric" autoComplete="off" dir="ltr" />
    </TextField>
  );
}
