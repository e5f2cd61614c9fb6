import type { CentreView, CounterView } from '../../protocol/views/views.ts';
import { minutesOf } from '../../renderer/clock-text.ts';
import { Num } from '../../renderer/Num.tsx';
import { useHub, useHubTime } from '../../renderer/use-hub.ts';
import { useOperatorText } from '../operator-words.tsx';
import { serviceText, stageText } from '../where-text.ts';
import { Standing } from './Standing.tsx';
import styles from './waiting.module.css';

type Row = CounterView['next'][number];

/** How far the promise is used up, in a word that does not need colour. */
function stateOf(share: number): 'early' | 'calm' | 'soon' | 'due' {
  if (share < 0) return 'early';
  if (share >= 1) return 'due';
  return share >= 0.7 ? 'soon' : 'calm';
}

/** Whether the counter does more than one stage of a service, so that the service alone says too little. */
const hasStages = (centre: CentreView | undefined, serviceId: string, counterId: number): boolean =>
  (centre?.services.find((one) => one.id === serviceId)?.journey ?? []).filter(({ counters }) =>
    counters.includes(counterId),
  ).length > 1;

function Wait({ row, waitedMs }: { readonly row: Row; readonly waitedMs: number }) {
  const { text } = useOperatorText();
  const share = Math.min(1, Math.max(0, waitedMs / row.targetMs));
  return (
    <td className={styles.wait} title={text('ofPromise', { count: minutesOf(row.targetMs) })}>
      {waitedMs < 0 ? text('notYet') : text('minutes', { count: minutesOf(waitedMs) })}
      <span className={styles.share}>
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </td>
  );
}

export function WaitingRow({ row, counterId }: { readonly row: Row; readonly counterId: number }) {
  const { language } = useOperatorText();
  const centre = useHub().views.centre;
  const { queueAt } = useHubTime();
  const waitedMs = queueAt - row.waitingSince;
  return (
    <tr data-state={stateOf(waitedMs / row.targetMs)}>
      <th scope="row">
        <Num>{row.label}</Num>
      </th>
      <td className={styles.service}>
        {serviceText(centre, row.serviceId, language)}
        {hasStages(centre, row.serviceId, counterId) ? <small>{stageText(centre, row.stageId, language)}</small> : null}
      </td>
      <td className={styles.class}>
        <Standing row={row} />
      </td>
      <Wait row={row} waitedMs={waitedMs} />
    </tr>
  );
}
