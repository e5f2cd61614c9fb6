/** What can be chosen now, in reading order: of the sheet that is open, else of the page. What waits is none. */
export function controls(): readonly HTMLElement[] {
  const scene = document.querySelector('[role="dialog"], [role="alertdialog"]') ?? document;
  return [...scene.querySelectorAll<HTMLElement>('button:not(:disabled)')];
}

/** The one that has the focus; -1 for none. */
export const focusedPlace = (all: readonly HTMLElement[]): number =>
  all.findIndex((one) => one === document.activeElement);

/** The first of the page itself, rather than of the frame around it. */
export function firstControl(): HTMLElement | undefined {
  const all = controls();
  return all.find((one) => one.closest('main') !== null) ?? all[0];
}
