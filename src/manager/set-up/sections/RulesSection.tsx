import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import { NumberField } from '../fields/NumberField.tsx';

const PEOPLE = [
  ['consoleIdleMinutes', 'minutes'],
  ['managerIdleMinutes', 'minutes'],
  ['freeJumps', 'times'],
] as const;

const KEPT = ['personDays', 'bookingFileDays', 'commandDays', 'faultDays', 'callDays', 'feedbackDays'] as const;

/** When people are signed out, what they do without a second PIN, and how long what is kept. */
export function RulesSection() {
  const { text } = useManagerText();
  const hintOf = (name: (typeof KEPT)[number]) =>
    name === 'personDays' || name === 'bookingFileDays' ? { hint: text(`h_${name}`) } : {};
  return (
    <>
      <Card title={text('f_people')}>
        {PEOPLE.map(([name, unit]) => (
          <NumberField key={name} path={['people', name]} label={text(`f_${name}`)} unit={text(`unit_${unit}`)} />
        ))}
      </Card>
      <Card title={text('f_retention')}>
        {KEPT.map((name) => (
          <NumberField
            key={name}
            path={['retention', name]}
            label={text(`f_${name}`)}
            {...hintOf(name)}
            unit={text('unit_calendarDays')}
          />
        ))}
      </Card>
    </>
  );
}
