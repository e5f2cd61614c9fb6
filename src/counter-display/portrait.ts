const query = () => matchMedia('(orientation: portrait)');

/** Whether the screen stands upright. */
export const isPortrait = (): boolean => query().matches;

/** Tells of the screen being turned; returns the end of it. */
export function watchPortrait(changed: () => void): () => void {
  const watched = query();
  watched.addEventListener('change', changed);
  return () => watched.removeEventListener('change', changed);
}
