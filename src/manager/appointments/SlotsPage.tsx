import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { ManagerView } from '../../protocol/views/views.ts';
import { addDays } from '../../domain/calendar/civil-date.ts';
import { AskTrouble } from '../AskTrouble.tsx';
import { useManagerText } from '../manager-words.tsx';
import { useAnswer } from '../use-answer.ts';
import { useCentre } from '../use-centre.ts';
import { type HourTable, hourTable } from './hour-table.ts';
import styles from './slots.module.css';
import { SlotTable } from './SlotTable.tsx';

interface DayChoiceProps {
  readonly date: string;
  readonly today: string;
  readonly choose: (date: string) => void;
}

function DayChoice({ date, today, choose }: DayChoiceProps) {
  const { text } = useManagerText();
  const { day } = useCentre();
  return (
    <div className={styles.days}>
      <Button className={styles.step ?? ''} aria-label={text('dayBefore')} onPress={() => choose(addDays(date, -1))}>
        <ChevronLeft aria-hidden="true" />
      </Button>
      <h2 aria-live="polite">{day(date)}</h2>
      <Button className={styles.step ?? ''} aria-label={text('dayAfter')} onPress={() => choose(addDays(date, 1))}>
        <ChevronRight aria-hidden="true" />
      </Button>
      <Button className={styles.today ?? ''} isDisabled={date === today} onPress={() => choose(today)}>
        {text('toToday')}
      </Button>
    </div>
  );
}

function Totals({ table }: { readonly table: HourTable }) {
  const { text } = useManagerText();
  const { booked, capacity, overbooked } = table.total;
  return (
    <p className={styles.totals}>
      {text('slotsTotal', { booked, capacity })}
      {overbooked.length > 0 ? <strong>{text('slotsOverbooked', { count: overbooked.length })}</strong> : null}
      <small>{text('slotsKey')}</small>
    </p>
  );
}

function NoSlots() {
  const { text } = useManagerText();
  return (
    <div className={styles.none}>
      <h3>{text('slotsNone')}</h3>
      <p>{text('slotsNoneMore')}</p>
    </div>
  );
}

/** What can be booked on a day and what is, by service and hour. */
export function SlotsPage({ view }: { readonly view: ManagerView }) {
  const { timeZone } = useCentre();
  const [date, choose] = useState(view.serviceDay);
  const freshness = JSON.stringify([view.appointments, view.overbooked]);
  const { value, error, again } = useAnswer<'slots'>({ name: 'slots', payload: { date } }, freshness);
  const table = hourTable(value?.slots ?? [], timeZone);
  return (
    <div className={styles.page}>
      <header>
        <DayChoice date={date} today={view.serviceDay} choose={choose} />
        {table.hours.length > 0 ? <Totals table={table} /> : null}
      </header>
      <div className={styles.body} tabIndex={0}>
        {value === undefined || error ? <AskTrouble error={error} again={again} /> : null}
        {value?.slots.length === 0 ? <NoSlots /> : null}
        {table.hours.length > 0 ? <SlotTable table={table} /> : null}
      </div>
    </div>
  );
}
