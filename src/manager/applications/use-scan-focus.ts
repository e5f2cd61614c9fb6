import { type RefObject, useEffect } from 'react';

/** Whether a key press belongs to a field or a dialog already. */
const isTaken = (target: EventTarget | null): boolean =>
  document.querySelector('[role="dialog"]') !== null ||
  (target instanceof HTMLElement && target.matches('input, textarea, select'));

/** A scanner types wherever the focus lies: what it types goes into the scan field. */
export function useScanFocus(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isSign = /^(Digit\d|Numpad\d|KeyT)$/.test(event.code);
      if (!isSign || event.ctrlKey || event.altKey || event.metaKey || isTaken(event.target)) return;
      field.current?.focus();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [field]);
}
