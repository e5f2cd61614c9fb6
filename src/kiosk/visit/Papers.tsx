import { CircleCheck } from 'lucide-react';
import { said } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useKioskText } from '../kiosk-words.tsx';
import styles from './confirm.module.css';
import type { VisitService } from './use-visit-services.ts';
import { papersOf } from './visit-stages.ts';

/** With more papers than this they stand in two columns; with fewer under a notice, which takes their room. */
const MANY = 5;
const MANY_UNDER_NOTICE = 3;

export function Papers({ services }: { readonly services: readonly VisitService[] }) {
  const { language, text } = useKioskText();
  const { alone, views } = useHub();
  const hasNotice = alone !== undefined || views.kiosk?.printer.isReady === false;
  const papers = papersOf(services);
  if (papers.length === 0) return null;
  return (
    // Where they are too many for the screen they scroll, by keys too.
    <section
      className={`${styles.papers} ${papers.length > (hasNotice ? MANY_UNDER_NOTICE : MANY) ? styles.many : ''}`}
      aria-label={text('papers')}
      tabIndex={0}
    >
      <h2>{text('papers')}</h2>
      <ul>
        {papers.map((paper) => (
          <li key={paper.en}>
            <CircleCheck aria-hidden="true" width="1.1em" height="1.1em" /> {said(paper, language)}
          </li>
        ))}
      </ul>
    </section>
  );
}
