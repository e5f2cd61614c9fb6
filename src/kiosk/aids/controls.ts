/** What stands before people now: the sheet that was opened last, else the page with what is around it. */
export const sceneElement = (): Element =>
  [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1) ?? document.body;

/** What can be chosen now, in reading order: the page first, then the frame around it. What waits is none. */
export function controls(): readonly HTMLElement[] {
  const all = [...sceneElement().querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const isInPage = (one: HTMLElement) => one.closest('main, [role]') !== null;
  return [...all.filter(isInPage), ...all.filter((one) => !isInPage(one))];
}

/** The one that has the focus; -1 for none. */
export const focusedPlace = (all: readonly HTMLElement[]): number =>
  all.findIndex((one) => one === document.activeElement);
