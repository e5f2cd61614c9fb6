import { X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Pictogram } from '../../renderer/pictograms.tsx';
import { said } from '../../renderer/text.ts';
import { useKioskText } from '../kiosk-words.tsx';
import { noteOf } from '../tiles/service-note.ts';
import styles from './service.module.css';
import type { VisitService } from './use-visit-services.ts';
import { type Visit, withoutService } from './visit.ts';

interface VisitListProps {
  readonly services: readonly VisitService[];
  readonly visit: Visit;
  readonly change: (visit: Visit) => void;
}

/** Several services of one visit: one token walks through all of them. */
export function VisitList({ services, visit, change }: VisitListProps) {
  const { language, text } = useKioskText();
  return (
    <section className={styles.list}>
      <h1>{text('oneToken', { count: services.length })}</h1>
      <ul>
        {services.map(({ id, name, pictogram, now }) => (
          <li key={id}>
            <span className={styles.smallIcon}>
              <Pictogram name={pictogram} />
            </span>
            <span className={styles.listed}>
              <strong>{said(name, language)}</strong>
              <span>{noteOf(text, language, now)}</span>
            </span>
            <Button
              className={styles.remove ?? ''}
              aria-label={text('remove', { name: said(name, language) })}
              onPress={() => change(withoutService(visit, id))}
            >
              <X aria-hidden="true" width="1em" height="1em" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
