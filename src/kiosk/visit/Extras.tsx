import { IdCard, Plus, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { maskCnic } from '../../domain/person/cnic.ts';
import buttons from '../buttons.module.css';
import { useKioskText } from '../kiosk-words.tsx';
import type { Ways } from '../use-kiosk-pages.ts';
import styles from './choices.module.css';
import type { VisitService } from './use-visit-services.ts';
import { MOST_SERVICES, type Visit, withoutCnic } from './visit.ts';
import { identityOf } from './visit-stages.ts';

interface ExtrasProps {
  readonly services: readonly VisitService[];
  readonly visit: Visit;
  readonly ways: Ways;
}

function Identity({ services, visit, ways }: ExtrasProps) {
  const { text } = useKioskText();
  const identity = identityOf(services);
  if (visit.cnic !== undefined) {
    return (
      <p className={styles.identity}>
        <IdCard aria-hidden="true" width="1.2em" height="1.2em" />
        <span className="num">{maskCnic(visit.cnic)}</span>
        <Button
          className={styles.removeCnic ?? ''}
          aria-label={text('removeCnic')}
          onPress={() => ways.change({ name: 'confirm', visit: withoutCnic(visit) })}
        >
          <X aria-hidden="true" width="1em" height="1em" />
        </Button>
      </p>
    );
  }
  if (identity !== 'optional') return null;
  return (
    <Button
      className={`${buttons.other} ${styles.quiet}`}
      onPress={() => ways.go({ name: 'number', ask: 'visitCnic', visit })}
    >
      <IdCard aria-hidden="true" width="1.2em" height="1.2em" /> {text('offerCnic')}
    </Button>
  );
}

/** What may be added to a visit: another service, and the citizen's number. */
export function Extras({ services, visit, ways }: ExtrasProps) {
  const { text } = useKioskText();
  return (
    <div className={styles.extras}>
      <Identity services={services} visit={visit} ways={ways} />
      {services.length < MOST_SERVICES ? (
        <Button className={`${buttons.other} ${styles.quiet}`} onPress={() => ways.go({ name: 'groups', visit })}>
          <Plus aria-hidden="true" width="1.2em" height="1.2em" /> {text('addService')}
        </Button>
      ) : null}
    </div>
  );
}
