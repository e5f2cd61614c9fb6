import type { Words } from '../../domain/words.ts';
import type { CounterView } from '../../protocol/views/views.ts';
import { Num } from '../../renderer/Num.tsx';
import { digits, said } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useOperatorText } from '../operator-words.tsx';
import { serviceText } from '../where-text.ts';
import styles from './papers.module.css';

type ServiceNow = { readonly id: string; readonly waiting: number };

/** Services that the panel has room for. */
const SHOWN = 5;

/** How many of those that are listed wait for each service, the next one first. */
function linesOf({ next }: Pick<CounterView, 'next'>): readonly ServiceNow[] {
  const ids = [...new Set(next.map((one) => one.serviceId))];
  return ids.slice(0, SHOWN).map((id) => ({ id, waiting: next.filter((one) => one.serviceId === id).length }));
}

interface PanelProps {
  readonly title: string;
  readonly items: readonly Words[];
  readonly none: string;
}

function Panel({ title, items, none }: PanelProps) {
  const { language } = useOperatorText();
  return (
    <section className={styles.panel}>
      <h2>{title}</h2>
      {items.length === 0 ? <p>{none}</p> : null}
      <ul>
        {items.map((item) => (
          <li key={item.en}>{said(item, language)}</li>
        ))}
      </ul>
    </section>
  );
}

/** The papers to ask for, what is checked at this stage, and which services the next citizens come for. */
export function PapersPanel({ view }: { readonly view: CounterView }) {
  const { language, text } = useOperatorText();
  const centre = useHub().views.centre;
  const service = centre?.services.find((one) => one.id === view.current?.serviceId);
  const stage = service?.journey.find((one) => one.id === view.current?.stageId);
  return (
    <div className={styles.panels}>
      <Panel title={text('papers')} items={service?.papers ?? []} none={text(service ? 'noPapers' : 'whenHere')} />
      <Panel title={text('checks')} items={stage?.checks ?? []} none={text(stage ? 'noChecks' : 'whenHere')} />
      <section className={styles.panel}>
        <h2>{text('yourLines')}</h2>
        <ul>
          {linesOf(view).map(({ id, waiting }) => (
            <li key={id}>
              {serviceText(centre, id, language)} <Num>{digits(waiting, language)}</Num>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
