import type { ManagerView } from '../../protocol/views/views.ts';
import { digits } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { Panel } from '../Panel.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './funnel.module.css';
import { type Load, loadOf } from './stage-loads.ts';

interface FunnelProps {
  readonly loads: ManagerView['applications'];
  readonly chosen: string | undefined;
  readonly choose: (stageId: string) => void;
}

/** How much of the fullest stage lies here; of that, how much is late or may come to be. */
function Bar({ load, most }: { readonly load: Load; readonly most: number }) {
  const width = (count: number) => ({ inlineSize: `${(count / Math.max(1, most)) * 100}%` });
  return (
    <span className={styles.bar} aria-hidden="true">
      <span data-part="overdue" style={width(load.overdue)} />
      <span data-part="atRisk" style={width(load.atRisk)} />
      <span style={width(load.open - load.atRisk - load.overdue)} />
    </span>
  );
}

function Troubles({ load }: { readonly load: Load }) {
  const { text } = useManagerText();
  return (
    <span className={styles.troubles}>
      {load.overdue > 0 ? <strong>{text('overdueCount', { count: load.overdue })}</strong> : null}
      {load.atRisk > 0 ? <em>{text('atRiskCount', { count: load.atRisk })}</em> : null}
    </span>
  );
}

/** The stages in the order of a full journey, with what lies at each. */
export function StageFunnel({ loads, chosen, choose }: FunnelProps) {
  const { language, text } = useManagerText();
  const { centre, stageName } = useCentre();
  const stages = (centre?.stages ?? []).map(({ id }) => ({ id, load: loadOf(loads, id) }));
  const most = Math.max(...stages.map(({ load }) => load.open));
  return (
    <Panel title={text('stagesTitle')} more={text('stagesAll', { count: loadOf(loads).open })}>
      <ol className={styles.stages}>
        {stages.map(({ id, load }) => (
          <li key={id}>
            <button type="button" aria-pressed={id === chosen} data-empty={load.open === 0} onClick={() => choose(id)}>
              <span className={styles.name}>{stageName(id)}</span>
              <Troubles load={load} />
              <span className={styles.open}>
                <span className="visually-hidden">{text('stageOpen', { count: load.open })}</span>
                <span aria-hidden="true">{digits(load.open, language)}</span>
              </span>
              <Bar load={load} most={most} />
            </button>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
