import { SLIP_LANGUAGES } from '../../../domain/centre.ts';
import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import { PlainSelect, Radios } from '../fields/Choice.tsx';
import { PlainField, TextField } from '../fields/TextField.tsx';
import { useValue } from '../use-draft.ts';

const DAYS = [-2, -1, 0, 1, 2];

function IslamicDays() {
  const { text } = useManagerText();
  const { value, set } = useValue<number | null>(['islamicDays']);
  const options = [
    { value: 'none', label: text('islamic_none') },
    ...DAYS.map((days) => ({
      value: String(days),
      label: text('islamic_days', { days: days > 0 ? `+${days}` : days }),
    })),
  ];
  return (
    <PlainSelect
      label={text('f_islamicDays')}
      hint={text('h_islamicDays')}
      options={options}
      value={typeof value === 'number' ? String(value) : 'none'}
      onChange={(next) => set(next === 'none' ? null : Number(next))}
    />
  );
}

/** Where a card's reader gives more than the number alone; most never need it. */
function CnicPattern() {
  const { text } = useManagerText();
  const { value, fault, set } = useValue<string | null>(['cnicPattern']);
  return (
    <PlainField
      label={text('f_cnicPattern')}
      hint={text('h_cnicPattern')}
      isCode
      value={value ?? ''}
      onChange={(next) => set(next === '' ? null : next)}
      fault={fault}
    />
  );
}

export function SlipsSection() {
  const { text } = useManagerText();
  return (
    <>
      <Card>
        <Radios
          path={['slipLanguages']}
          label={text('f_slipLanguages')}
          options={SLIP_LANGUAGES.map((one) => ({ value: one, label: text(`slips_${one}`) }))}
        />
        <IslamicDays />
      </Card>
      <Card title={text('card_paper')}>
        <TextField
          path={['paperSeries']}
          label={text('f_paperSeries')}
          hint={text('h_paperSeries')}
          size="short"
          isCode
          isOptional
          tidy={(typed) => typed.trim().toUpperCase()}
        />
      </Card>
      <Card title={text('card_cards')}>
        <CnicPattern />
      </Card>
    </>
  );
}
