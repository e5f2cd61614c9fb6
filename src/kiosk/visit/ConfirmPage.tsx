import type { Ways } from '../use-kiosk-pages.ts';
import choices from './choices.module.css';
import { Classes } from './Classes.tsx';
import styles from './confirm.module.css';
import { Extras } from './Extras.tsx';
import { OneService } from './OneService.tsx';
import { Papers } from './Papers.tsx';
import { TakeToken } from './TakeToken.tsx';
import type { Issuing } from './use-issue.ts';
import { useVisitServices } from './use-visit-services.ts';
import type { Visit } from './visit.ts';
import { VisitList } from './VisitList.tsx';

interface ConfirmPageProps {
  readonly visit: Visit;
  readonly ways: Ways;
  readonly issuing: Issuing;
}

/** What somebody is about to take a token for: nothing is done before the large button below. */
export function ConfirmPage({ visit, ways, issuing }: ConfirmPageProps) {
  const services = useVisitServices(visit);
  const [only, ...others] = services;
  if (!only) return null;
  const change = (next: Visit) => ways.change({ name: 'confirm', visit: next });
  return (
    <div className={styles.page} data-several={others.length > 0 || undefined}>
      {others.length === 0 ? (
        <OneService service={only} />
      ) : (
        <VisitList services={services} visit={visit} change={change} />
      )}
      <Papers services={services} />
      <div className={choices.choices}>
        <Classes chosen={visit.classes} choose={(classes) => change({ ...visit, classes })} />
        <Extras services={services} visit={visit} ways={ways} />
      </div>
      <TakeToken services={services} visit={visit} go={ways.go} issuing={issuing} />
    </div>
  );
}
