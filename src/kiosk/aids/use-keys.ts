import { useEffect, useEffectEvent, useRef } from 'react';
import { ARROWS, type ArrowKey, nextControl } from './next-control.ts';
import { controls, firstControl, focusedPlace } from './controls.ts';

/** How long a control has the focus while one switch goes through them. */
const STEP_MS = 2_000;

const isArrow = (code: string): code is ArrowKey => (ARROWS as readonly string[]).includes(code);

function move(arrow: ArrowKey): void {
  const all = controls();
  const boxes = all.map((one) => one.getBoundingClientRect());
  all[nextControl(boxes, focusedPlace(all), arrow, document.documentElement.dir === 'rtl')]?.focus();
}

/**
 * The kiosk by keys: arrows and Tab move the focus, Enter and Space choose. The first of them, while nothing has the
 * focus, gives it to the first control; where that is Space, the key of a single switch, the focus goes on by itself
 * from then on. `scene` is the page: on a new one the focus is at its first control again.
 */
export function useKeys(scene: unknown, isStepping: boolean, startSteps: () => void): void {
  const isByKeys = useRef(false);
  const start = (code: string) => {
    firstControl()?.focus();
    if (code === 'Space') startSteps();
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    isByKeys.current = true;
    if (event.repeat && !isArrow(event.code)) return;
    const hasFocus = focusedPlace(controls()) >= 0;
    if (hasFocus && !isArrow(event.code)) return;
    if (hasFocus && isArrow(event.code)) move(event.code);
    else if (isArrow(event.code) || ['Enter', 'NumpadEnter', 'Space'].includes(event.code)) start(event.code);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    // Not in the capture phase: what a reader types has been taken out by then.
    const touch = () => (isByKeys.current = false);
    window.addEventListener('keydown', press);
    window.addEventListener('pointerdown', touch, { capture: true });
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('pointerdown', touch, { capture: true });
    };
  }, []);
  useEffect(() => {
    if (isByKeys.current) firstControl()?.focus();
  }, [scene]);
  useEffect(() => {
    if (!isStepping) return;
    const timer = setInterval(() => {
      const all = controls();
      all[(focusedPlace(all) + 1) % all.length]?.focus();
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [isStepping]);
}
