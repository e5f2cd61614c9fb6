import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import { NumberField } from '../fields/NumberField.tsx';

const MINUTES = ['earlyMinutes', 'lateMinutes', 'targetMinutes'] as const;

export function AppointmentsSection() {
  const { text } = useManagerText();
  return (
    <Card>
      {MINUTES.map((name) => (
        <NumberField
          key={name}
          path={['appointments', name]}
          label={text(`f_appointments_${name}`)}
          hint={text(`h_appointments_${name}`)}
          unit={text('unit_minutes')}
        />
      ))}
      <NumberField
        path={['appointments', 'bookablePercent']}
        label={text('f_bookablePercent')}
        hint={text('h_bookablePercent')}
        unit={text('unit_percent')}
      />
    </Card>
  );
}
