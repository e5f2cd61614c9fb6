import type { CounterView } from '../protocol/views.ts';
import { clockText, minutesOf } from '../renderer/clock-text.ts';
import { Num } from '../renderer/Num.tsx';
import { said } from '../renderer/text.ts';
import { useHub, useHubTime } from '../renderer/use-hub.ts';
import { ClassChips } from './current/ClassChips.tsx';
import { useOperatorText } from './operator-words.tsx';
import styles from './waiting.module.css';

type Row = CounterView['next'][number];

/** How far the promise is used up, in a word that does not need colour. */
function stateOf(share: number): 'calm' | 'soon' | 'due' {
  if (share >= 1) return 'due';
  return share >= 0.7 ? 'soon' : 'calm';
}

function WaitingRow({ row }: { readonly row: Row }) {
  const { language, text } = useOperatorText();
  const services = useHub().views.centre?.services;
  const { queueAt } = useHubTime();
  const waitedMs = Math.max(0, queueAt - row.waitingSince);
  const share = waitedMs / row.targetMs;
  return (
    <tr data-state={stateOf(share)}>
      <th scope="row">
        <Num>{row.label}</Num>
      </th>
      <td className={styles.service}>{said(services?.find((one) => one.id === row.serviceId)?.name, language)}</td>
      <td className={styles.class}>
        {row.isBound ? <span className={styles.bound}>{text('forYou')}</span> : <ClassChips classes={row.classes} />}
      </td>
      <td className={styles.minutes}>{text('minutes', { count: minutesOf(waitedMs) })}</td>
      <td className={styles.share}>
        <span
          style={{ inlineSize: `${Math.min(1, share) * 100}%` }}
          title={text('ofPromise', { count: minutesOf(row.targetMs) })}
        />
      </td>
    </tr>
  );
}

function Parked({ view }: { readonly view: CounterView }) {
  const { language, text } = useOperatorText();
  const centre = useHub().views.centre;
  if (view.parked.length === 0) return null;
  return (
    <>
      <h2>{text('parkedHere', { count: view.parked.length })}</h2>
      <table className={styles.table}>
        <tbody>
          {view.parked.slice(0, 3).map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Num>{one.label}</Num>
              </th>
              <td className={styles.service}>
                {said(centre?.services.find((service) => service.id === one.serviceId)?.name, language)}
              </td>
              <td className={styles.minutes}>
                {one.returnAt
                  ? text('backAt', { time: clockText(one.returnAt, centre?.timeZone ?? 'UTC', language) })
                  : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Who waits for this counter, in the order of calling, with how much of each promise is used up. */
export function WaitingList({ view }: { readonly view: CounterView }) {
  const { text } = useOperatorText();
  return (
    <aside className={styles.list}>
      <h2>
        {text('waitingForYou', { count: view.waiting })} <small>{text('order')}</small>
      </h2>
      {view.next.length === 0 ? <p className={styles.nobody}>{text('nobodyWaits')}</p> : null}
      <table className={styles.table} aria-label={text('waitingForYou', { count: view.waiting })}>
        <tbody>
          {view.next.map((row) => (
            <WaitingRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      <Parked view={view} />
    </aside>
  );
}
