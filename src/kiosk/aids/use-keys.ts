import { useEffect, useEffectEvent, useRef } from 'react';
import type { Aid } from './aids.ts';
import { controls, focusedPlace, sceneElement } from './controls.ts';
import { ARROWS, type ArrowKey, nextControl } from './next-control.ts';

/** How long a control has the focus while one switch goes through them; its name has to be heard where it is read. */
const STEP_MS = 2_000;
const SPOKEN_STEP_MS = 4_000;

/** What a keypad sends when headphones are plugged in, and when they are drawn. */
const HEADPHONES: Readonly<Record<string, boolean>> = { F13: true, F14: false };

const isArrow = (code: string): code is ArrowKey => (ARROWS as readonly string[]).includes(code);

function move(arrow: ArrowKey): void {
  const all = controls();
  const boxes = all.map((one) => one.getBoundingClientRect());
  all[nextControl(boxes, focusedPlace(all), arrow, document.documentElement.dir === 'rtl')]?.focus();
}

interface Turning {
  readonly aids: readonly Aid[];
  readonly turn: (aid: Aid, isOn: boolean) => void;
}

/**
 * The kiosk by keys: arrows and Tab move the focus, Enter and Space choose. The first of them, while nothing has the
 * focus, gives it to the first control; where that is Space, the key of a single switch, the focus goes on by itself
 * from then on. `scene` is what stands there: on a new one the focus is at its first control again.
 */
export function useKeys(scene: string, { aids, turn }: Turning): void {
  const isByKeys = useRef(false);
  const start = (code: string) => {
    controls()[0]?.focus();
    if (code === 'Space') turn('steps', true);
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { code, repeat } = event;
    const isPlugged = HEADPHONES[code];
    if (isPlugged !== undefined) turn('spoken', isPlugged);
    const hasFocus = focusedPlace(controls()) >= 0;
    isByKeys.current = true;
    if (isArrow(code)) move(code);
    else if (!hasFocus && !repeat && ['Enter', 'NumpadEnter', 'Space'].includes(code)) start(code);
    else return;
    event.preventDefault();
  });
  // The focus belongs to the keys: a touch leaves none on the page, where the first key would press what was touched.
  const letGo = useEffectEvent(({ target }: FocusEvent) => {
    const isTouched = !isByKeys.current && !aids.includes('steps');
    if (isTouched && target instanceof HTMLElement && sceneElement() === document.body) target.blur();
  });
  useEffect(() => {
    // Not in the capture phase: what a reader types has been taken out by then.
    const touch = () => (isByKeys.current = false);
    window.addEventListener('keydown', press);
    window.addEventListener('focusin', letGo);
    window.addEventListener('pointerdown', touch, { capture: true });
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('focusin', letGo);
      window.removeEventListener('pointerdown', touch, { capture: true });
    };
  }, []);
  useEffect(() => {
    if (isByKeys.current) controls()[0]?.focus();
  }, [scene]);
  const stepMs = aids.includes('spoken') ? SPOKEN_STEP_MS : STEP_MS;
  const isStepping = aids.includes('steps');
  useEffect(() => {
    if (!isStepping) return;
    const timer = setInterval(() => {
      const all = controls();
      all[(focusedPlace(all) + 1) % all.length]?.focus();
    }, stepMs);
    return () => clearInterval(timer);
  }, [isStepping, stepMs, scene]);
}
