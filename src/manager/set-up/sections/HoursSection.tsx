import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import { DateList } from '../fields/DateList.tsx';
import { HoursField } from '../fields/HoursField.tsx';

export function HoursSection() {
  const { text } = useManagerText();
  return (
    <>
      <Card>
        <HoursField />
      </Card>
      <Card>
        <DateList path={['holidays']} label={text('f_holidays')} hint={text('h_holidays')} />
      </Card>
    </>
  );
}
