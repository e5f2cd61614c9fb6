import { Num } from '../renderer/Num.tsx';
import { useHub } from '../renderer/use-hub.ts';
import { Both } from './board-words.tsx';
import type { Call } from './announcement.ts';
import styles from './now-calling.module.css';

interface NowCallingProps {
  readonly call: Call;
  readonly isFresh: boolean;
  readonly earlier: readonly Call[];
}

/** The call of the moment: token and counter are the only large things in the hall. */
export function NowCalling({ call, isFresh, earlier }: NowCallingProps) {
  const services = useHub().views.centre?.services;
  const service = services?.find((one) => one.id === call.serviceId);
  return (
    <div className={styles.calling}>
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
      <ul className={styles.earlier} aria-label="Earlier calls">
        {earlier.map((one) => (
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
