import { STANDBY_MODES } from '../../../domain/centre.ts';
import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import { Radios, Select } from '../fields/Choice.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { TimeField } from '../fields/TextField.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { TIME_ZONES } from '../time-zones.ts';

export function CentreSection() {
  const { text } = useManagerText();
  return (
    <>
      <Card>
        <WordsField path={['name']} label={text('f_name')} hint={text('h_centreName')} />
      </Card>
      <Card title={text('card_day')}>
        <Select path={['timeZone']} label={text('f_timeZone')} hint={text('h_timeZone')} options={TIME_ZONES} />
        <TimeField path={['dayStart']} label={text('f_dayStart')} hint={text('h_dayStart')} />
        <NumberField
          path={['carriedDays']}
          label={text('f_carriedDays')}
          hint={text('h_carriedDays')}
          unit={text('unit_days')}
        />
      </Card>
      <Card>
        <Radios
          path={['standbyTakesOver']}
          label={text('f_standbyTakesOver')}
          hint={text('h_standbyTakesOver')}
          options={STANDBY_MODES.map((one) => ({ value: one, label: text(`standbyMode_${one}`) }))}
        />
      </Card>
    </>
  );
}
