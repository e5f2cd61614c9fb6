import { DoorClosed, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { clockText, dayText } from '../renderer/clock-text.ts';
import { shellBridge } from '../renderer/link/shell-link.ts';
import { useHub } from '../renderer/use-hub.ts';
import styles from './away.module.css';
import { useKioskText } from './kiosk-words.tsx';

interface AwayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly more: string;
  /** For who sees to the kiosk. */
  readonly why?: string;
}

function Away({ icon, title, more, why = '' }: AwayProps) {
  return (
    <div className={styles.page} role="status">
      <span className={styles.icon}>{icon}</span>
      <h1>{title}</h1>
      <p>{more}</p>
      {why === '' ? null : <p className={styles.why}>{why}</p>}
    </div>
  );
}

/** The doors are closed: no token can be had, and when it can. */
export function ClosedPage() {
  const { language, text } = useKioskText();
  const { centre, kiosk } = useHub().views;
  const zone = centre?.timeZone ?? 'UTC';
  const opensAt = kiosk?.opensAt;
  const when = opensAt
    ? { day: dayText(opensAt, zone, language), time: clockText(opensAt, zone, language) }
    : undefined;
  const more = when ? text('opensAt', when) : text('opensLater');
  return <Away icon={<DoorClosed aria-hidden="true" width="1em" height="1em" />} title={text('closed')} more={more} />;
}

/** The hub is away: this kiosk can issue nothing, and says so instead of showing an old hall. */
export function LostPage() {
  const { language, text } = useKioskText();
  const { refusal, stamp } = useHub();
  const title = refusal ? refusal.message[language] : text(stamp ? 'lost' : 'connecting');
  const more = refusal || stamp ? text('askStaff') : text('aMoment');
  const why = shellBridge() ? 'noneLeft' : 'browserCannot';
  return (
    <Away
      why={refusal || !stamp ? '' : text(why)}
      icon={<Unplug aria-hidden="true" width="1em" height="1em" />}
      title={title}
      more={more}
    />
  );
}
