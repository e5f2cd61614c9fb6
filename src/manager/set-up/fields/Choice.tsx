import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import type { Path } from '../draft/path.ts';
import { useReadOnly } from '../read-only.ts';
import { useValue } from '../use-draft.ts';
import { FaultLine } from './FaultText.tsx';
import styles from './fields.module.css';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface PlainChoiceProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Two in a row: for more than a few. */
  readonly isWide?: boolean;
}

/** One of many. */
export function PlainSelect({ label, hint, options, value, onChange }: PlainChoiceProps) {
  const id = useId();
  const isKnown = options.some((one) => one.value === value);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <small id={`${id}-hint`} className={styles.hint}>
          {hint}
        </small>
      )}
      <span className={styles.select}>
        <select
          id={id}
          value={isKnown ? value : ''}
          disabled={useReadOnly()}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => onChange(event.target.value)}
        >
          {isKnown ? null : <option value="" />}
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden="true" />
      </span>
    </div>
  );
}

/** One of a few, each with what it means. */
export function PlainRadios({ label, hint, options, value, onChange, isWide = false }: PlainChoiceProps) {
  return (
    <RadioGroup className={styles.field ?? ''} value={value} isReadOnly={useReadOnly()} onChange={onChange}>
      <Label>{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <div className={styles.radios} data-wide={isWide}>
        {options.map((one) => (
          <Radio key={one.value} value={one.value} className={styles.radio ?? ''}>
            <span className={styles.dot} aria-hidden="true" />
            <span>
              {one.label}
              {one.hint === undefined ? null : <small>{one.hint}</small>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

interface ChoiceProps extends Pick<PlainChoiceProps, 'label' | 'hint' | 'options'> {
  readonly path: Path;
  /** A value that the file leaves out. */
  readonly usual?: string;
}

function useChoice(path: Path, usual: string | undefined) {
  const { value, fault, set } = useValue<string | number | null>(path);
  return {
    fault,
    value: value === undefined || value === null ? (usual ?? '') : String(value),
    onChange: (next: string) => set(next === usual ? undefined : next),
  };
}

export function Select({ path, usual, ...look }: ChoiceProps) {
  const { fault, ...choice } = useChoice(path, usual);
  return (
    <div className={styles.group}>
      <PlainSelect {...look} {...choice} />
      <FaultLine fault={fault} />
    </div>
  );
}

export function Radios({ path, usual, ...look }: ChoiceProps) {
  const { fault, ...choice } = useChoice(path, usual);
  return (
    <div className={styles.group}>
      <PlainRadios {...look} {...choice} />
      <FaultLine fault={fault} />
    </div>
  );
}
