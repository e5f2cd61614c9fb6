import type { ManagerView } from '../../protocol/views/views.ts';
import { Num } from '../../renderer/Num.tsx';
import { type ManagerText, useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './today.module.css';

const leftText = (turnsLeft: number, text: ManagerText): string =>
  turnsLeft <= 1 ? text('carriedLast') : text('carriedLeft', { count: turnsLeft });

/** Tokens of earlier days whose citizens have not come back yet. */
export function CarriedOver({ tokens }: { readonly tokens: ManagerView['carriedOver'] }) {
  const { text } = useManagerText();
  const { serviceName, day } = useCentre();
  return (
    <Panel title={text('carriedTitle')}>
      {tokens.length === 0 ? <Empty>{text('carriedNone')}</Empty> : null}
      <ul className={styles.rows}>
        {tokens.map(({ label, serviceId, serviceDay, turnsLeft }) => (
          <li key={`${serviceDay} ${label}`}>
            <p>
              <Num>{label}</Num>
              {serviceName(serviceId)}
            </p>
            <strong>{leftText(turnsLeft, text)}</strong>
            <small>{text('carriedSince', { day: day(serviceDay) })}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
