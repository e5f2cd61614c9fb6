import { useEffect, useEffectEvent } from 'react';

/** Answers a question by its digit, on the row of digits or the number pad; a digit in a text field stays text. */
export function useDigitKeys(choose: (digit: number) => void): void {
  const run = useEffectEvent(choose);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const isText = event.target instanceof HTMLElement && event.target.matches('input[type="text"]');
      if (!digit || event.repeat || event.ctrlKey || event.altKey || event.metaKey || isText) return;
      event.preventDefault();
      run(Number(digit));
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
