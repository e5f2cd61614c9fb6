import type { CounterView } from '../../protocol/views/views.ts';
import { clockText } from '../../renderer/clock-text.ts';
import { Num } from '../../renderer/Num.tsx';
import { useHub } from '../../renderer/use-hub.ts';
import { useOperatorText } from '../operator-words.tsx';
import { serviceText } from '../where-text.ts';
import styles from './waiting.module.css';

/** Parked tokens that have room below the waiting ones. */
export const PARKED_SHOWN = 3;

export function Parked({ view }: { readonly view: CounterView }) {
  const { language, text } = useOperatorText();
  const centre = useHub().views.centre;
  if (view.parked.length === 0) return null;
  return (
    <>
      <h2>{text('parkedHere', { count: view.parked.length })}</h2>
      <table className={styles.table} aria-label={text('parkedHere', { count: view.parked.length })}>
        <tbody>
          {view.parked.slice(0, PARKED_SHOWN).map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Num>{one.label}</Num>
              </th>
              <td className={styles.service}>{serviceText(centre, one.serviceId, language)}</td>
              <td className={styles.back}>
                {one.returnAt
                  ? text(one.isAway ? 'awayUntil' : 'backAt', {
                      time: clockText(one.returnAt, centre?.timeZone ?? 'UTC', language),
                    })
                  : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
