import { useEffect, useEffectEvent } from 'react';
import { hearMachine, noteTyped } from './machine-readers.ts';
import { hear, NO_BURST } from './scan-burst.ts';

/**
 * Gives what a reader of this machine reads: one that the app itself drives, or one that types, anywhere in the window. Where nobody has a real keyboard (`isTyped` false) its
 * keys reach nothing on the page; elsewhere they are only listened to.
 */
export function useScan(onScan: (text: string) => void, isTyped = false): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => hearMachine((text) => scanned(text)), []);
  useEffect(() => {
    let burst = NO_BURST;
    const listen = (event: KeyboardEvent) => {
      if (event.altKey || event.metaKey) return;
      const { key, code, shiftKey, ctrlKey, timeStamp } = event;
      const heard = hear(burst, { key, code, shiftKey, ctrlKey, atMs: timeStamp });
      burst = heard.burst;
      if (heard.isSwallowed && !isTyped) {
        event.preventDefault();
        event.stopPropagation();
      }
      if (heard.scan === undefined) return;
      noteTyped();
      scanned(heard.scan);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [isTyped]);
}
