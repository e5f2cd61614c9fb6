import { useEffect, useEffectEvent } from 'react';
import { ACTION_KEYS, type ActionName } from './current/actions.ts';

const BY_CODE = new Map(Object.entries(ACTION_KEYS).map(([name, code]) => [code as string, name as ActionName]));

/** Whether a key press belongs to a field or a dialog rather than to the console. */
const isTaken = (target: EventTarget | null): boolean =>
  document.querySelector('[role="dialog"]') !== null ||
  (target instanceof HTMLElement && target.matches('input, textarea, select'));

/** Runs an action at its key: by `event.code`, once a press, never with a modifier. */
export function useKeys(act: (action: ActionName) => void): void {
  const run = useEffectEvent(act);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = BY_CODE.get(event.code);
      if (!action || event.repeat || event.ctrlKey || event.altKey || event.metaKey || isTaken(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      run(action);
    };
    // Captured before a focused button sees it: space must not press the button under the focus as well.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
