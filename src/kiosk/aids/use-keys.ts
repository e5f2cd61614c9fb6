import { useEffect, useEffectEvent, useRef } from 'react';
import { controls, focusedPlace, sceneElement } from './controls.ts';
import { ARROWS, type ArrowKey, nextControl } from './next-control.ts';
import type { Reader } from './reader.ts';
import type { Aids } from './use-aids.ts';

/** How long a control has the focus while one switch goes through them, at least: its name is read to its end. */
const STEP_MS = 2_000;

/** What a keypad sends when headphones are plugged in, and when they are drawn. */
const HEADPHONES: Readonly<Record<string, boolean>> = { F13: true, F14: false };
const CHOOSING = ['Enter', 'NumpadEnter', 'Space'];

const isArrow = (code: string): code is ArrowKey => (ARROWS as readonly string[]).includes(code);
const isPressed = (code: string): boolean => CHOOSING.includes(code);

function move(arrow: ArrowKey): void {
  const all = controls();
  const boxes = all.map((one) => one.getBoundingClientRect());
  all[nextControl(boxes, focusedPlace(all), arrow, document.documentElement.dir === 'rtl')]?.focus();
}

function letGoOfFocus(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Moves the focus on by itself, except while a switch is down or something is read. */
function useSteps(isStepping: boolean, voice: Reader, scene: string): void {
  useEffect(() => {
    if (!isStepping) return;
    let isDown = false;
    const press = ({ code, type }: KeyboardEvent) => {
      if (isPressed(code)) isDown = type === 'keydown';
    };
    const step = () => {
      if (isDown || voice.isReading()) return;
      const all = controls();
      all[(focusedPlace(all) + 1) % all.length]?.focus();
    };
    const timer = setInterval(step, STEP_MS);
    for (const type of ['keydown', 'keyup'] as const) window.addEventListener(type, press, { capture: true });
    return () => {
      clearInterval(timer);
      for (const type of ['keydown', 'keyup'] as const) window.removeEventListener(type, press, { capture: true });
    };
  }, [isStepping, voice, scene]);
}

/**
 * The kiosk by keys: arrows and Tab move the focus, Enter and Space choose. The first of them, while nothing has the
 * focus, gives it to the first control; where that is Space, the key of a single switch, the focus goes on by itself
 * from then on. `scene` is what stands there: on a new one the focus is at its first control again.
 */
export function useKeys(scene: string, { aids, turn, plug, visit }: Aids, voice: Reader): void {
  const isByKeys = useRef(false);
  const isStepping = aids.includes('steps');
  const start = (code: string) => {
    controls()[0]?.focus();
    if (code === 'Space') turn('steps', true);
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { code, repeat } = event;
    const isPlugged = HEADPHONES[code];
    if (isPlugged !== undefined) plug(isPlugged);
    // Other keys are a reader's: it presses Shift between its signs.
    if (!isArrow(code) && !isPressed(code) && code !== 'Tab') return;
    isByKeys.current = true;
    if (isArrow(code)) move(code);
    else if (focusedPlace(controls()) < 0 && !repeat && isPressed(code)) start(code);
    else return;
    event.preventDefault();
  });
  // The focus belongs to the keys: a touch leaves none on the page, where the first key would press what was touched.
  const letGo = useEffectEvent(() => {
    if (!isByKeys.current && !isStepping && sceneElement() === document.body) letGoOfFocus();
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
  // Before the scene: the next citizen begins without a focus, as if nobody had been here.
  useEffect(() => {
    isByKeys.current = false;
    letGoOfFocus();
  }, [visit]);
  useEffect(() => {
    if (isByKeys.current) controls()[0]?.focus();
  }, [scene]);
  useSteps(isStepping, voice, scene);
}
