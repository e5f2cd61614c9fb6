import type { CounterView } from '../protocol/views.ts';
import { Num } from '../renderer/Num.tsx';
import { said } from '../renderer/text.ts';
import { useHub } from '../renderer/use-hub.ts';
import { useOperatorText } from './operator-words.tsx';
import styles from './papers.module.css';

/** The papers to ask for, and who is parked here. */
export function PapersPanel({ view }: { readonly view: CounterView }) {
  const { language, text } = useOperatorText();
  const services = useHub().views.centre?.services;
  const papers = services?.find((one) => one.id === view.current?.serviceId)?.papers;
  return (
    <section className={styles.panel}>
      <h2>{papers ? text('papers') : text('yourLines')}</h2>
      <ul>
        {papers?.map((paper) => <li key={paper.en}>{said(paper, language)}</li>) ??
          linesOf(view, services ?? []).map(({ service, waiting }) => (
            <li key={service.id}>
              {said(service.name, language)} <Num>{waiting}</Num>
            </li>
          ))}
      </ul>
    </section>
  );
}

/** How many of the listed wait for each service. */
function linesOf<Service extends { readonly id: string }>(view: CounterView, services: readonly Service[]) {
  return services.flatMap((service) => {
    const waiting = view.next.filter((one) => one.serviceId === service.id).length;
    return waiting === 0 ? [] : [{ service, waiting }];
  });
}
