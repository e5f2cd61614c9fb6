import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import { PlainCheck } from '../fields/Check.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { TimeField } from '../fields/TextField.tsx';
import { useValue } from '../use-draft.ts';

/** Each threshold of the alarms: where it stands in the file, and what it is counted in. */
const THRESHOLDS = [
  ['longWait', 'warnPercent', 'percent'],
  ['longWait', 'urgentPercent', 'percent'],
  ['longLine', 'waiting', 'people'],
  ['longLine', 'late', 'people'],
  [null, 'idleCounterMinutes', 'minutes'],
  [null, 'unservedMinutes', 'minutes'],
  [null, 'printerSeconds', 'seconds'],
  [null, 'feedDownMinutes', 'minutes'],
  [null, 'deviceLostMinutes', 'minutes'],
  [null, 'snapshotHours', 'clockHours'],
] as const;

function QuietHours() {
  const { text } = useManagerText();
  const path = ['alarms', 'quietHours'];
  const { value, set } = useValue<readonly [string, string] | null>(path);
  const isOn = value !== null && value !== undefined;
  return (
    <Card>
      <PlainCheck isOn={isOn} onChange={(on) => set(on ? ['21:00', '07:00'] : null)}>
        {text('f_quietHours')}
        <small>{text('h_quietHours')}</small>
      </PlainCheck>
      {isOn ? (
        <>
          <TimeField path={[...path, 0]} label={text('quietFrom')} />
          <TimeField path={[...path, 1]} label={text('quietTo')} />
        </>
      ) : null}
    </Card>
  );
}

/** From when on the live wall calls for somebody. */
export function AlarmsSection() {
  const { text } = useManagerText();
  return (
    <>
      <Card>
        {THRESHOLDS.map(([part, name, unit]) => (
          <NumberField
            key={name}
            path={['alarms', ...(part === null ? [] : [part]), name]}
            label={text(`f_${name}`)}
            {...(name === 'warnPercent' ? { hint: text('h_warnPercent') } : {})}
            unit={text(`unit_${unit}`)}
          />
        ))}
      </Card>
      <QuietHours />
    </>
  );
}
