import type { CounterView } from '../../protocol/views.ts';
import { Num } from '../../renderer/Num.tsx';
import { digits, said } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useOperatorText } from '../operator-words.tsx';
import styles from './papers.module.css';

type ServiceNow = { readonly id: string; readonly waiting: number };

/** How many of those that are listed wait for each service. */
function linesOf({ next }: Pick<CounterView, 'next'>): readonly ServiceNow[] {
  const ids = [...new Set(next.map((one) => one.serviceId))];
  return ids.map((id) => ({ id, waiting: next.filter((one) => one.serviceId === id).length }));
}

/** The papers to ask for at this token, and which services the next citizens come for. */
export function PapersPanel({ view }: { readonly view: CounterView }) {
  const { language, text } = useOperatorText();
  const services = useHub().views.centre?.services ?? [];
  const service = (id: string | undefined) => services.find((one) => one.id === id);
  const papers = service(view.current?.serviceId)?.papers ?? [];
  return (
    <div className={styles.panels}>
      <section className={styles.panel}>
        <h2>{text('papers')}</h2>
        {papers.length === 0 ? <p>{text('noPapers')}</p> : null}
        <ul>
          {papers.map((paper) => (
            <li key={paper.en}>{said(paper, language)}</li>
          ))}
        </ul>
      </section>
      <section className={styles.panel}>
        <h2>{text('yourLines')}</h2>
        <ul>
          {linesOf(view).map(({ id, waiting }) => (
            <li key={id}>
              {said(service(id)?.name, language)} <Num>{digits(waiting, language)}</Num>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
