import { CHANNELS } from '../../domain/reports/day-facts.ts';
import { CHANNEL_WORDS, GROUPING_WORDS } from '../../domain/reports/figures/group-words.ts';
import { type Filter, type Grouping, NO_FILTER } from '../../domain/reports/figures/grouping.ts';
import type { ReportQuestion } from '../../protocol/answers/report-answers.ts';
import { useAnswer } from '../use-answer.ts';
import { useCentre } from '../use-centre.ts';
import styles from './reports.module.css';
import { CHOSEN_GROUPINGS } from './sheets/sheet-names.ts';
import { useGroupText, useReportText } from './use-report-text.ts';

interface SelectProps {
  readonly name: string;
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, said: string])[];
  readonly all: string;
  readonly choose: (value: string | null) => void;
}

/** A choice of one, or of all; a value may be the empty text, so options are known by their place. */
function Select({ name, value, options, all, choose }: SelectProps) {
  const place = options.findIndex(([one]) => one === value);
  return (
    <label data-set={value !== null}>
      {name}
      <select value={place} onChange={(event) => choose(options[Number(event.target.value)]?.[0] ?? null)}>
        <option value={-1}>{all}</option>
        {options.map(([one, said], at) => (
          <option key={one} value={at}>
            {said}
          </option>
        ))}
      </select>
    </label>
  );
}

interface FilterProps {
  readonly question: ReportQuestion;
  readonly choose: (choice: { readonly groupBy: Grouping; readonly filter: Filter }) => void;
}

function useOptions({ fromDay, toDay }: ReportQuestion) {
  const { centre } = useCentre();
  const { language } = useReportText();
  const group = useGroupText();
  // Who and which classes there were is asked of all, so that one choice does not hide the others.
  const all = { fromDay, toDay, groupBy: 'service', filter: NO_FILTER } as const;
  const { value } = useAnswer<'report'>({ name: 'report', payload: all }, 0);
  return {
    service: (centre?.services ?? []).map(({ id, name }) => [id, name[language]] as const),
    counter: (centre?.counters ?? []).map(({ id }) => [String(id), group('counter', String(id))] as const),
    operator: (value?.operators ?? []).map((one) => [one, one] as const),
    class: (value?.classes ?? []).map((one) => [one, group('class', one)] as const),
    channel: CHANNELS.map((one) => [one, CHANNEL_WORDS[one][language]] as const),
  };
}

/** By what figures are added up, and what they are narrowed to. */
export function FilterBar({ question, choose }: FilterProps) {
  const { language, text } = useReportText();
  const options = useOptions(question);
  const { groupBy, filter } = question;
  const narrow = (change: Partial<Filter>) => choose({ groupBy, filter: { ...filter, ...change } });
  const isNarrowed = Object.values(filter).some((one) => one !== null);
  const select = (name: 'service' | 'operator' | 'class' | 'channel') => (
    <Select
      name={GROUPING_WORDS[name][language]}
      value={filter[name]}
      options={options[name]}
      all={text('reportAll')}
      choose={(value) => narrow({ [name]: value })}
    />
  );
  return (
    <div className={styles.filters}>
      <label>
        {text('reportGroupBy')}
        <select value={groupBy} onChange={(event) => choose({ groupBy: event.target.value as Grouping, filter })}>
          {CHOSEN_GROUPINGS.map((one) => (
            <option key={one} value={one}>
              {GROUPING_WORDS[one][language]}
            </option>
          ))}
        </select>
      </label>
      <span className={styles.only}>{text('reportOnly')}</span>
      {select('service')}
      <Select
        name={GROUPING_WORDS.counter[language]}
        value={filter.counter === null ? null : String(filter.counter)}
        options={options.counter}
        all={text('reportAll')}
        choose={(value) => narrow({ counter: value === null ? null : Number(value) })}
      />
      {select('operator')}
      {select('class')}
      {select('channel')}
      {isNarrowed ? (
        <button type="button" className={styles.clear} onClick={() => choose({ groupBy, filter: NO_FILTER })}>
          {text('reportClear')}
        </button>
      ) : null}
    </div>
  );
}
