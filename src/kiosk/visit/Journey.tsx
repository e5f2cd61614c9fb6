import { ChevronLeft, ChevronRight } from 'lucide-react';
import { said } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useKioskText } from '../kiosk-words.tsx';
import styles from './service.module.css';
import type { VisitService } from './use-visit-services.ts';
import { stagesOfVisit } from './visit-stages.ts';

/** The counters' stages of this visit, in their order. */
export function Journey({ service }: { readonly service: VisitService }) {
  const { language, text } = useKioskText();
  const names = useHub().views.centre?.stages ?? [];
  const stages = stagesOfVisit(service);
  if (stages.length < 2) return null;
  const Arrow = language === 'ur' ? ChevronLeft : ChevronRight;
  return (
    <ol className={styles.journey} aria-label={text('journey')}>
      {stages.map((id, place) => (
        <li key={id}>
          {place === 0 ? null : <Arrow aria-hidden="true" width="1.1em" height="1.1em" />}
          {said(names.find((one) => one.id === id)?.name, language)}
        </li>
      ))}
    </ol>
  );
}
