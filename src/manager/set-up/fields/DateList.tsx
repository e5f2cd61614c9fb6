import { Plus } from 'lucide-react';
import { useId } from 'react';
import { useManagerText } from '../../manager-words.tsx';
import { calendarDayText } from '../../when-text.ts';
import type { Path } from '../draft/path.ts';
import { useReadOnly } from '../read-only.ts';
import { useValue } from '../use-draft.ts';
import { AddButton } from './AddButton.tsx';
import { FaultLine } from './FaultText.tsx';
import styles from './fields.module.css';
import { RowButtons } from './RowButtons.tsx';

interface DateRowProps {
  readonly path: Path;
  readonly count: number;
  readonly remove: () => void;
}

function DateRow({ path, count, remove }: DateRowProps) {
  const { language, text } = useManagerText();
  const id = useId();
  const { value = '', fault, set } = useValue<string>(path);
  const isDate = /^\d{4}-\d\d-\d\d$/.test(value);
  const day = isDate ? calendarDayText(value, language) : '';
  return (
    <div className={styles.dateRow}>
      <label htmlFor={id} className="visually-hidden">
        {text('holiday')} {day}
      </label>
      <input
        id={id}
        type="date"
        lang="en"
        dir="ltr"
        value={value}
        readOnly={useReadOnly()}
        onChange={(event) => set(event.target.value)}
      />
      <span>{day}</span>
      <RowButtons name={day || text('holiday')} place={Number(path.at(-1))} count={count} remove={remove} />
      <FaultLine fault={fault} />
    </div>
  );
}

/** Days of the calendar, in their order. */
export function DateList({
  path,
  label,
  hint,
}: {
  readonly path: Path;
  readonly label: string;
  readonly hint: string;
}) {
  const { text } = useManagerText();
  const { value: list = [], set } = useValue<readonly string[]>(path);
  return (
    <fieldset className={styles.list}>
      <legend>{label}</legend>
      <p className={styles.hint}>{hint}</p>
      {list.map((_, place) => (
        <DateRow key={place} path={[...path, place]} count={list.length} remove={() => set(list.toSpliced(place, 1))} />
      ))}
      <AddButton onPress={() => set([...list, ''])}>
        <Plus aria-hidden="true" width="1em" height="1em" /> {text('addOne', { what: text('holiday').toLowerCase() })}
      </AddButton>
    </fieldset>
  );
}
