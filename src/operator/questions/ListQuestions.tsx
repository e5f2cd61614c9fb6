import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Num } from '../../renderer/Num.tsx';
import { said } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useOperatorText } from '../operator-words.tsx';
import type { QuestionProps } from './question-props.ts';
import styles from './questions.module.css';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly number?: string;
}

/** A list to choose from by arrow keys, by typing the beginning, or by touch. */
function Choices({
  label,
  choices,
  choose,
}: {
  label: string;
  choices: readonly Choice[];
  choose: (id: string) => void;
}) {
  return (
    <ListBox
      className={styles.choices ?? ''}
      aria-label={label}
      items={choices}
      autoFocus="first"
      onAction={(id) => choose(String(id))}
    >
      {(choice) => (
        <ListBoxItem className={styles.choice ?? ''} id={choice.id} textValue={choice.name}>
          {choice.number === undefined ? null : <Num>{choice.number}</Num>}
          {choice.name}
        </ListBoxItem>
      )}
    </ListBox>
  );
}

function useServiceChoices(): readonly Choice[] {
  const { language } = useOperatorText();
  const services = useHub().views.centre?.services ?? [];
  return services.map((service) => ({ id: service.id, name: said(service.name, language), number: service.series }));
}

export function ServiceQuestion({ answer }: QuestionProps) {
  const { language, text } = useOperatorText();
  const choices = useServiceChoices();
  return (
    <Choices
      label={text('withoutTokenQuestion')}
      choices={choices}
      choose={(serviceId) => answer('serveWithoutToken', { serviceId, classes: [], language })}
    />
  );
}

export function TransferQuestion({ view, answer }: QuestionProps) {
  const { text } = useOperatorText();
  const tokenId = view.current?.id ?? 0;
  const services = useServiceChoices().filter((choice) => choice.id !== view.current?.serviceId);
  const counters = view.counters
    .filter((counter) => counter.id !== view.counterId && counter.status !== 'closed')
    .map(({ id }) => ({ id: String(id), name: text('counter', { id }), number: String(id) }));
  return (
    <div className={styles.columns}>
      <Choices
        label={text('toService')}
        choices={services}
        choose={(serviceId) => answer('transfer', { tokenId, to: { kind: 'service', serviceId } })}
      />
      {counters.length === 0 ? (
        <p className={styles.none}>{text('noOtherCounter')}</p>
      ) : (
        <Choices
          label={text('toCounter')}
          choices={counters}
          choose={(id) => answer('transfer', { tokenId, to: { kind: 'counter', counterId: Number(id) } })}
        />
      )}
    </div>
  );
}

const PARK_MINUTES = [10, 20, 30, 60] as const;

export function ParkQuestion({ view, answer }: QuestionProps) {
  const { text } = useOperatorText();
  const tokenId = view.current?.id ?? 0;
  const choices = [
    { id: 'open', name: text('parkOpen') },
    ...PARK_MINUTES.map((count) => ({ id: String(count), name: text('parkMinutes', { count }) })),
  ];
  return (
    <Choices
      label={text('parkQuestion')}
      choices={choices}
      choose={(id) => answer('park', { tokenId, returnMinutes: id === 'open' ? null : Number(id) })}
    />
  );
}

export function ResumeQuestion({ view, answer }: QuestionProps) {
  const { language, text } = useOperatorText();
  const services = useHub().views.centre?.services ?? [];
  // Who stepped away comes back by slip or phone, or by themselves.
  const choices = view.parked
    .filter(({ isAway }) => !isAway)
    .map((one) => ({
      id: String(one.id),
      name: said(services.find((service) => service.id === one.serviceId)?.name, language),
      number: one.label,
    }));
  return (
    <Choices
      label={text('resumeQuestion')}
      choices={choices}
      choose={(id) => answer('resume', { tokenId: Number(id) })}
    />
  );
}

export function LeaveQuestion({ view, answer, close }: QuestionProps) {
  const { text } = useOperatorText();
  const label = view.current?.label ?? '';
  const choices = [
    { id: 'yes', name: text('leaveYes', { label }) },
    { id: 'no', name: text('leaveNo') },
  ];
  const choose = (id: string) => (id === 'yes' ? answer('leave', { tokenId: view.current?.id ?? 0 }) : close());
  return <Choices label={text('leaveQuestion')} choices={choices} choose={choose} />;
}
