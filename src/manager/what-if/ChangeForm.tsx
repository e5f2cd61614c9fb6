import { Button } from 'react-aria-components/Button';
import { DAY_CHANGE_LIMITS } from '../../domain/what-if/change.ts';
import type { CentreView } from '../../protocol/views/views.ts';
import { said } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import type { ChosenChange } from './change-form.ts';
import styles from './what-if.module.css';

const MOST_MINUTES = DAY_CHANGE_LIMITS.mostTargetMs / 60_000;

interface FormProps {
  readonly centre: CentreView;
  readonly change: ChosenChange;
  readonly choose: (change: ChosenChange) => void;
  readonly isPlaying: boolean;
  readonly go: () => void;
}

interface CounterProps {
  readonly label: string;
  readonly none: string;
  readonly counters: CentreView['counters'];
  readonly chosen: number | null;
  readonly choose: (counterId: number | null) => void;
}

function CounterSelect({ label, none, counters, chosen, choose }: CounterProps) {
  const { text } = useManagerText();
  return (
    <label>
      {label}
      <select value={chosen ?? ''} onChange={(event) => choose(Number(event.target.value) || null)}>
        <option value="">{none}</option>
        {counters.map(({ id }) => (
          <option key={id} value={id}>
            {text('atCounter', { number: id })}
          </option>
        ))}
      </select>
    </label>
  );
}

function TargetFields({ centre, change, choose }: Pick<FormProps, 'centre' | 'change' | 'choose'>) {
  const { language, text } = useManagerText();
  const { serviceId, minutes } = change;
  const usualOf = (id: string) => Math.round((centre.services.find((one) => one.id === id)?.targetMs ?? 0) / 60_000);
  const take = (id: string) =>
    choose({ ...change, serviceId: id || null, minutes: id === '' ? minutes : Math.max(1, usualOf(id)) });
  return (
    <>
      <label>
        {text('whatIfTarget')}
        <select value={serviceId ?? ''} onChange={(event) => take(event.target.value)}>
          <option value="">{text('whatIfNo')}</option>
          {centre.services.map(({ id, name }) => (
            <option key={id} value={id}>
              {said(name, language)}
            </option>
          ))}
        </select>
      </label>
      {serviceId === null ? null : (
        <label>
          <input
            type="number"
            min={1}
            max={MOST_MINUTES}
            required
            value={minutes}
            onChange={(event) => choose({ ...change, minutes: Math.round(event.target.valueAsNumber) || 0 })}
          />
          {text('whatIfMinutes')}
        </label>
      )}
    </>
  );
}

/** What is to be another way. */
export function ChangeForm({ centre, change, choose, isPlaying, go }: FormProps) {
  const { text } = useManagerText();
  const { more, less, minutes } = change;
  const none = text('whatIfNobody');
  return (
    <form
      className={styles.form}
      aria-label={text('whatIfAsk')}
      onSubmit={(event) => {
        event.preventDefault();
        if (change.serviceId === null || (minutes >= 1 && minutes <= MOST_MINUTES)) go();
      }}
    >
      <CounterSelect
        label={text('whatIfMore')}
        none={none}
        counters={centre.counters}
        chosen={more}
        choose={(id) => choose({ ...change, more: id })}
      />
      <CounterSelect
        label={text('whatIfLess')}
        none={none}
        counters={centre.counters}
        chosen={less}
        choose={(id) => choose({ ...change, less: id })}
      />
      <TargetFields centre={centre} change={change} choose={choose} />
      <Button type="submit" className={styles.go ?? ''} isDisabled={isPlaying}>
        {text(isPlaying ? 'whatIfPlaying' : 'whatIfGo')}
      </Button>
    </form>
  );
}
