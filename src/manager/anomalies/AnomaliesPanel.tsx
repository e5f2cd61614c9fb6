import { useEffect, useState } from 'react';
import type { AnomalyView } from '../../protocol/answers/anomaly-answer.ts';
import { Num } from '../../renderer/Num.tsx';
import { AskTrouble } from '../AskTrouble.tsx';
import { useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import today from '../today/today.module.css';
import { useAnswer } from '../use-answer.ts';
import { useCentre } from '../use-centre.ts';

/** Nobody works so fast that it has to be looked at more often. */
const LOOK_MS = 60_000;

function useAnomalies() {
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setLooks((count) => count + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return useAnswer({ name: 'anomalies', payload: {} }, looks);
}

function AnomalyRow({ anomaly }: { readonly anomaly: AnomalyView }) {
  const { text } = useManagerText();
  const { when } = useCentre();
  const { kind, ...values } = anomaly;
  const kiosk = 'kioskId' in anomaly ? { kiosk: anomaly.kioskId } : {};
  const operator = 'operator' in anomaly ? { operator: `\u2068${anomaly.operator}\u2069` } : {};
  return (
    <li>
      <p>{text(`anomaly_${kind}`, { ...values, ...kiosk, ...operator })}</p>
      {anomaly.kind === 'tokensOfCard' ? (
        <small>
          {anomaly.labels.split(' ').map((label) => (
            <Num key={label}>{`${label} `}</Num>
          ))}
        </small>
      ) : null}
      {anomaly.kind === 'kioskBurst' ? <small>{when(anomaly.at)}</small> : null}
    </li>
  );
}

/** What looks like a tout's work: one card with many tokens, bursts, classes that were none, calls out of order. */
export function AnomaliesPanel() {
  const { text } = useManagerText();
  const { value, error, again } = useAnomalies();
  const anomalies = value?.anomalies;
  return (
    <Panel title={text('anomaliesTitle')} more={text('anomaliesMore')}>
      {value && !error ? null : <AskTrouble error={error} again={again} />}
      {anomalies?.length === 0 ? <Empty>{text('anomaliesNone')}</Empty> : null}
      <ul className={today.rows}>
        {anomalies?.map((anomaly) => (
          <AnomalyRow key={JSON.stringify(anomaly)} anomaly={anomaly} />
        ))}
      </ul>
    </Panel>
  );
}
