import { useEffect, useEffectEvent } from 'react';
import { hear, NO_BURST } from './scan-burst.ts';

/** What the app's own window gives its page: the readers that are plugged into this machine. */
interface MachineReaders {
  hear(listener: (text: string) => void): void;
}

const machineReaders = (globalThis as { readonly markazReaders?: MachineReaders }).markazReaders;

const heardByMachine = new Set<(text: string) => void>();
machineReaders?.hear((text) => heardByMachine.forEach((listener) => listener(text)));

/**
 * Gives what a reader of this machine reads: one that the app itself drives, or one that types, anywhere in the window. Where nobody has a real keyboard (`isTyped` false) its
 * keys reach nothing on the page; elsewhere they are only listened to.
 */
export function useScan(onScan: (text: string) => void, isTyped = false): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    const listener = (text: string) => scanned(text);
    heardByMachine.add(listener);
    return () => void heardByMachine.delete(listener);
  }, []);
  useEffect(() => {
    let burst = NO_BURST;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const { key, code, shiftKey, timeStamp } = event;
      const heard = hear(burst, { key, code, shiftKey, atMs: timeStamp });
      burst = heard.burst;
      if (heard.isSwallowed && !isTyped) {
        event.preventDefault();
        event.stopPropagation();
      }
      if (heard.scan !== undefined) scanned(heard.scan);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [isTyped]);
}
