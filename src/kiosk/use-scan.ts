import { useEffect, useEffectEvent } from 'react';
import { hear, NO_BURST } from './scan-burst.ts';

/** Gives what a reader that types scans anywhere in the window; its keys reach nothing on the page. */
export function useScan(onScan: (text: string) => void): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    let burst = NO_BURST;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const { key, code, shiftKey, timeStamp } = event;
      const heard = hear(burst, { key, code, shiftKey, atMs: timeStamp });
      burst = heard.burst;
      if (heard.isSwallowed) {
        event.preventDefault();
        event.stopPropagation();
      }
      if (heard.scan !== undefined) scanned(heard.scan);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
