import { waitText } from '../../domain/wait-words.ts';
import type { ManagerView } from '../../protocol/views.ts';
import { Num } from '../../renderer/Num.tsx';
import { digits } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { Panel } from '../Panel.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './today.module.css';

type Wait = ManagerView['waits'][number];

/** Who waits at the beginning of each service, and what somebody who comes now would wait. */
export function WaitsByService({ waits }: { readonly waits: readonly Wait[] }) {
  const { language, text } = useManagerText();
  const { serviceName } = useCentre();
  const all = waits.reduce((sum, { waiting }) => sum + waiting, 0);
  return (
    <Panel title={text('waitsTitle')} more={text('waitsAll', { count: all })}>
      <table className={styles.waits}>
        <thead>
          <tr>
            <th scope="col">{text('waitService')}</th>
            <th scope="col">{text('waitWaiting')}</th>
            <th scope="col">{text('waitRange')}</th>
          </tr>
        </thead>
        <tbody>
          {waits.map(({ serviceId, waiting, wait }) => (
            <tr key={serviceId} data-nobody={waiting === 0}>
              <th scope="row">{serviceName(serviceId)}</th>
              <td>
                <Num>{digits(waiting, language)}</Num>
              </td>
              <td>{wait ? waitText(wait, language) : text('rangeNone')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
