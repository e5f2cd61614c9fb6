import { Num } from '../renderer/Num.tsx';
import { useHub } from '../renderer/use-hub.ts';
import { Both } from './board-words.tsx';
import { usePage } from './use-page.ts';
import type { Call } from './voice/announcer.ts';
import styles from './now-calling.module.css';

interface NowCallingProps {
  readonly call: Call;
  readonly isFresh: boolean;
  readonly earlier: readonly Call[];
  /** Whether media share the place. */
  readonly isCompact: boolean;
}

const EARLIER = 3;

/** The call of the moment: token and counter are the only large things in the hall. */
export function NowCalling({ call, isFresh, earlier, isCompact }: NowCallingProps) {
  const page = usePage(earlier.length, EARLIER, undefined);
  const services = useHub().views.centre?.services;
  const service = services?.find((one) => one.id === call.serviceId);
  return (
    <div className={styles.calling} data-compact={isCompact}>
      <div key={call.seq} className={styles.call} data-fresh={isFresh} role="status" data-testid="call">
        <Num className={`${styles.token} ${call.label.length > 5 ? styles.long : ''}`}>{call.label}</Num>
        <div className={styles.to}>
          <span className={styles.counterWord}>
            <Both name="counter" />
          </span>
          <Num className={styles.counter ?? ''}>{call.counterId}</Num>
        </div>
        <div className={styles.service}>
          <span>{service?.name.en}</span>
          <span lang="ur">{service?.name.ur}</span>
        </div>
      </div>
      <ul className={styles.earlier} aria-label="Calls of the last ten minutes">
        {earlier.slice(page * EARLIER, (page + 1) * EARLIER).map((one) => (
          <li key={one.seq}>
            <Num>{one.label}</Num>
            <span aria-hidden="true">→</span>
            <Num>{one.counterId}</Num>
          </li>
        ))}
      </ul>
    </div>
  );
}
