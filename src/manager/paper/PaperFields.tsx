import { ChevronDown } from 'lucide-react';
import type { RefObject } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { said } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './paper.module.css';
import type { Paper } from './use-paper.ts';

interface TypedFieldProps {
  readonly paper: Paper;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly name: 'number' | 'time';
  readonly label: string;
  readonly hint?: string;
  /** What stands before what is typed. */
  readonly before?: string;
  readonly change: (typed: string) => void;
}

/** One line of figures, with its trouble under it. */
export function TypedField({ paper, field, name, label, hint = '', before = '', change }: TypedFieldProps) {
  const { language, text } = useManagerText();
  const { trouble } = paper;
  const wrong = trouble?.field === name ? trouble.said : undefined;
  const sentence = typeof wrong === 'string' ? text(wrong) : wrong?.message[language];
  return (
    <div className={styles.field}>
      <label htmlFor={`paper-${name}`}>{label}</label>
      <span className={styles.box} dir="ltr" data-wrong={wrong !== undefined}>
        {before === '' ? null : <span aria-hidden="true">{before}</span>}
        <input
          ref={field}
          id={`paper-${name}`}
          autoFocus={name === 'number'}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          value={paper.form[name]}
          aria-invalid={wrong !== undefined}
          aria-describedby={`paper-${name}-hint`}
          onFocus={(event) => event.target.select()}
          onChange={(event) => change(event.target.value)}
        />
      </span>
      <small id={`paper-${name}-hint`} role={wrong ? 'alert' : undefined} data-wrong={wrong !== undefined}>
        {sentence ?? hint}
      </small>
    </div>
  );
}

export function ServiceField({ paper }: { readonly paper: Paper }) {
  const { language, text } = useManagerText();
  const { centre } = useCentre();
  return (
    <div className={styles.field}>
      <label htmlFor="paper-service">{text('paperService')}</label>
      <span className={styles.select}>
        <select
          id="paper-service"
          value={paper.form.serviceId}
          onChange={(event) => paper.change({ serviceId: event.target.value })}
        >
          {centre?.services.map(({ id, name }) => (
            <option key={id} value={id}>
              {said(name, language)}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden="true" />
      </span>
    </div>
  );
}

export function ClassFields({ paper }: { readonly paper: Paper }) {
  const { language, text } = useManagerText();
  const { centre } = useCentre();
  const { classes } = paper.form;
  return (
    <fieldset className={styles.classes}>
      <legend>{text('paperClasses')}</legend>
      {centre?.classes.map(({ id, name }) => (
        <ToggleButton
          key={id}
          className={styles.toggle ?? ''}
          isSelected={classes.includes(id)}
          onChange={(isOn) => paper.change({ classes: isOn ? [...classes, id] : classes.filter((one) => one !== id) })}
        >
          {said(name, language)}
        </ToggleButton>
      ))}
    </fieldset>
  );
}
