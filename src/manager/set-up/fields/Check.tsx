import { Check as Tick } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import type { Path } from '../draft/path.ts';
import { useReadOnly } from '../read-only.ts';
import { useValue } from '../use-draft.ts';
import styles from './fields.module.css';

interface PlainCheckProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}

/** Something that is so or not. */
export function PlainCheck({ isOn, onChange, children }: PlainCheckProps) {
  return (
    <Checkbox className={styles.check ?? ''} isSelected={isOn} isReadOnly={useReadOnly()} onChange={onChange}>
      <span className={styles.box} aria-hidden="true">
        {isOn ? <Tick width="1em" height="1em" strokeWidth={3} /> : null}
      </span>
      <span>{children}</span>
    </Checkbox>
  );
}

interface CheckProps {
  readonly path: Path;
  readonly label: string;
  readonly hint?: string;
}

/** A yes or no of the centre file, which leaves a no out. */
export function Check({ path, label, hint }: CheckProps) {
  const { value, set } = useValue<boolean>(path);
  return (
    <PlainCheck isOn={value === true} onChange={(isOn) => set(isOn || undefined)}>
      {label}
      {hint === undefined ? null : <small>{hint}</small>}
    </PlainCheck>
  );
}

interface ChecksProps<Value extends string | number> {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** Any of several. What is chosen keeps the order in which it was chosen. */
export function Checks<Value extends string | number>({ label, hint, options, chosen, onChange }: ChecksProps<Value>) {
  return (
    <fieldset className={styles.checks}>
      <legend>{label}</legend>
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      <div>
        {options.map((one) => (
          <PlainCheck
            key={one.value}
            isOn={chosen.includes(one.value)}
            onChange={(isOn) => onChange(isOn ? [...chosen, one.value] : chosen.filter((other) => other !== one.value))}
          >
            {one.label}
          </PlainCheck>
        ))}
      </div>
    </fieldset>
  );
}
