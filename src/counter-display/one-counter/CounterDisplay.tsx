import { useEffect, useRef } from 'react';
import type { CounterDisplayView } from '../../protocol/views/views.ts';
import { HubLost } from '../../renderer/HubLost.tsx';
import { Num } from '../../renderer/Num.tsx';
import { useHub } from '../../renderer/use-hub.ts';
import { Both } from '../board-words.tsx';
import { chime } from '../../renderer/voice/sound.ts';
import styles from './counter-display.module.css';

/** Sounds at each call and recall here, but not for one that stood there when the display was opened. */
function useCallChime(view: CounterDisplayView | undefined): void {
  const seen = useRef<number | undefined>(undefined);
  const callSeq = view?.callSeq;
  useEffect(() => {
    if (callSeq === undefined) return;
    if (seen.current !== undefined && callSeq !== null && callSeq > seen.current) chime();
    seen.current = Math.max(seen.current ?? 0, callSeq ?? 0);
  }, [callSeq]);
}

const stateOf = (view: CounterDisplayView): 'closed' | 'onBreak' | 'free' =>
  view.status === 'open' ? 'free' : view.status;

function TokenHere({ view, isLive }: { readonly view: CounterDisplayView; readonly isLive: boolean }) {
  if (!view.label) {
    return (
      <p className={styles.idle}>
        <Both name={stateOf(view)} />
      </p>
    );
  }
  return (
    <div key={view.callSeq} className={styles.token} data-called={isLive && view.state === 'called'} role="status">
      <Num className={view.label.length > 5 ? (styles.long ?? '') : ''}>{view.label}</Num>
    </div>
  );
}

/** The small display over one counter. */
export function CounterDisplay() {
  const { views, isLive } = useHub();
  const view = views.counterDisplay;
  useCallChime(view);
  const service = views.centre?.services.find((one) => one.id === view?.serviceId);
  return (
    <div className={styles.page} lang="en">
      <HubLost languages={['en', 'ur']} />
      <header className={styles.counter}>
        <span>
          <Both name="counter" />
        </span>
        <Num>{view?.counterId ?? ''}</Num>
      </header>
      <main className={styles.main}>
        <h1 className="visually-hidden">Counter {view?.counterId}</h1>
        {view ? <TokenHere view={view} isLive={isLive} /> : <p />}
        <p className={styles.service}>
          <span>{service?.name.en}</span> <span lang="ur">{service?.name.ur}</span>
        </p>
      </main>
    </div>
  );
}
