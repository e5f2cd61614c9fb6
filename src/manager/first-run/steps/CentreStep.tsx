import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../../set-up/Card.tsx';
import { Select } from '../../set-up/fields/Choice.tsx';
import { WordsField } from '../../set-up/fields/WordsField.tsx';
import { TIME_ZONES } from '../../set-up/time-zones.ts';

export function CentreStep() {
  const { text } = useManagerText();
  return (
    <Card>
      <WordsField path={['name']} label={text('f_name')} hint={text('h_centreName')} />
      <Select path={['timeZone']} label={text('f_timeZone')} hint={text('h_timeZone')} options={TIME_ZONES} />
    </Card>
  );
}
