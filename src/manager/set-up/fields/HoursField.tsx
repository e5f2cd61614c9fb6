import { Plus } from 'lucide-react';
import { WEEK } from '../../../protocol/centre-file.ts';
import { useManagerText } from '../../manager-words.tsx';
import type { Path } from '../draft/path.ts';
import { useFilling, useValue } from '../use-draft.ts';
import { PlainCheck } from './Check.tsx';
import { AddButton } from './AddButton.tsx';
import { FaultLine } from './FaultText.tsx';
import styles from './fields.module.css';
import { IconButton } from './RowButtons.tsx';
import { SpanEnds } from './SpanEnds.tsx';

type Day = (typeof WEEK)[number];
const USUAL = '08:00-16:00';

function SpanRow({ path, day, remove }: { readonly path: Path; readonly day: string; readonly remove?: () => void }) {
  const { text } = useManagerText();
  const { value = '', fault, set } = useValue<string>(path);
  return (
    <span className={styles.span}>
      <SpanEnds value={value} set={set} day={day} isWrong={fault !== undefined} />
      {remove ? (
        <IconButton label={text('removeSpan', { day })} onPress={remove}>
          ×
        </IconButton>
      ) : null}
      <FaultLine fault={fault} />
    </span>
  );
}

function DayRow({ day }: { readonly day: Day }) {
  const { text } = useManagerText();
  const path = ['hours', day];
  const { value: spans = [], set } = useValue<readonly string[]>(path);
  const name = text(`day_${day}`);
  return (
    <div className={styles.day}>
      <PlainCheck isOn={spans.length > 0} onChange={(isOn) => set(isOn ? [USUAL] : [])}>
        {name}
      </PlainCheck>
      <div className={styles.spans}>
        {spans.length === 0 ? <span className={styles.hint}>{text('closedDay')}</span> : null}
        {spans.map((_, place) => (
          <SpanRow
            key={place}
            path={[...path, place]}
            day={name}
            {...(spans.length > 1 ? { remove: () => set(spans.toSpliced(place, 1)) } : {})}
          />
        ))}
        {spans.length === 1 ? (
          <IconButton label={text('addSpan', { day: name })} onPress={() => set([...spans, '14:00-20:00'])}>
            <Plus aria-hidden="true" width="1em" height="1em" />
          </IconButton>
        ) : null}
      </div>
    </div>
  );
}

/** When the doors are open, day by day of the week. */
export function HoursField() {
  const { text } = useManagerText();
  const { file, change } = useFilling();
  const first = file.hours.monday;
  const copyMonday = () =>
    change((before) => ({
      ...before,
      hours: Object.fromEntries(
        WEEK.map((day) => [day, before.hours[day].length === 0 ? [] : before.hours.monday]),
      ) as typeof before.hours,
    }));
  return (
    <fieldset className={styles.list}>
      <legend>{text('f_hours')}</legend>
      <p className={styles.hint}>{text('h_hours')}</p>
      {WEEK.map((day) => (
        <DayRow key={day} day={day} />
      ))}
      <AddButton isDisabled={first.length === 0} onPress={copyMonday}>
        {text('copyMonday')}
      </AddButton>
    </fieldset>
  );
}
