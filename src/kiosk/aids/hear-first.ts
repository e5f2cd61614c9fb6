const EVENTS = ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'click'] as const;

/** Not read aloud when it is touched, which is seen; keys that move the focus are for who has headphones. */
const PRIVATE = '[data-private] *';

/** The keys of a number act at once: whoever touches them sees them, and hears them as they are written. */
const ACTS_AT_ONCE = '[role="group"] *';

/**
 * While the screen is read aloud the first touch of a control says what it is, and the second one chooses it. `hear` is
 * called for the first, and the control is marked. Gives what forgets it, on a new page, and what ends it all.
 */
export function hearFirst(hear: (control: HTMLElement) => void) {
  let heard: HTMLElement | undefined;
  let isHeld = false;
  const touch = (control: HTMLElement | undefined) => {
    isHeld = control !== undefined && control !== heard && !control.matches(ACTS_AT_ONCE);
    delete heard?.dataset['heard'];
    heard = control;
    if (!control) return;
    control.dataset['heard'] = '';
    if (!control.matches(PRIVATE)) hear(control);
  };
  const listen = (event: Event) => {
    // A press by keys makes a click alone, without a pointer before it.
    if (event.type === 'pointerdown') {
      touch(event.target instanceof Element ? (event.target.closest('button') ?? undefined) : undefined);
    }
    if (!isHeld) return;
    event.stopPropagation();
    event.preventDefault();
    if (event.type === 'click') isHeld = false;
  };
  for (const type of EVENTS) window.addEventListener(type, listen, { capture: true, passive: false });
  const forget = () => {
    delete heard?.dataset['heard'];
    heard = undefined;
  };
  const end = () => {
    forget();
    for (const type of EVENTS) window.removeEventListener(type, listen, { capture: true });
  };
  return { forget, end };
}
