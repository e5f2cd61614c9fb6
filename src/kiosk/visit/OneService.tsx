import { Clock } from 'lucide-react';
import { Pictogram } from '../../renderer/pictograms.tsx';
import { said } from '../../renderer/text.ts';
import { useKioskText } from '../kiosk-words.tsx';
import { noteOf } from '../tiles/service-note.ts';
import { Journey } from './Journey.tsx';
import styles from './service.module.css';
import type { VisitService } from './use-visit-services.ts';
import { WaitBefore } from './WaitBefore.tsx';

/** The one service of a visit: its name, the wait, and the counters on the way. */
export function OneService({ service }: { readonly service: VisitService }) {
  const { language, other, text } = useKioskText();
  const { name, pictogram, now } = service;
  return (
    <section className={styles.one}>
      <div className={styles.title}>
        <span className={styles.icon}>
          <Pictogram name={pictogram} />
        </span>
        <div>
          <h1>{said(name, language)}</h1>
          <p lang={other}>{said(name, other)}</p>
        </div>
      </div>
      {now?.state === 'open' && now.wait ? (
        <WaitBefore wait={now.wait} waiting={now.waiting} counters={now.counters} />
      ) : (
        <p className={styles.waiting}>
          <Clock aria-hidden="true" width="1.1em" height="1.1em" />{' '}
          {now?.waiting === null && now.state === 'open' ? text('waitUnknown') : noteOf(text, language, now)}
        </p>
      )}
      <Journey service={service} />
    </section>
  );
}
