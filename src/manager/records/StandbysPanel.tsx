import type { ManagerView } from '../../protocol/views/views.ts';
import { digits } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './records.module.css';

/** Hubs that follow this one, and how far each has come. */
export function StandbysPanel({ standbys }: Pick<ManagerView['keeping'], 'standbys'>) {
  const { language, text } = useManagerText();
  const { when } = useCentre();
  return (
    <Panel title={text('standbysTitle')} more={text('standbysMore')}>
      {standbys.length === 0 ? <Empty>{text('standbysNone')}</Empty> : null}
      <dl className={styles.facts}>
        {standbys.map(({ name, address, behind, heardAt }) => (
          <div key={address}>
            <dt>
              {name} <small dir="ltr">{address}</small>
            </dt>
            <dd>
              {behind === 0
                ? text('standbyUpToDate')
                : text('standbyBehind', { count: behind, n: digits(behind, language) })}
              {' · '}
              {text('standbyHeardAt', { when: when(heardAt) })}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
