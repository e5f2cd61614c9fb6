import { useEffect, useState } from 'react';

const PAGES = [
  'wall',
  'today',
  'applications',
  'appointments',
  'reports',
  'replay',
  'what-if',
  'forecasts',
  'paper',
  'feedback',
  'devices',
  'people',
  'integrations',
  'records',
  'set-up',
] as const;
export type Page = (typeof PAGES)[number];

const pageInAddress = (): Page | undefined => PAGES.find((page) => `#${page}` === location.hash);

/**
 * The page that the address names, so that the console's links, a reload and the way back lead to it; the first of
 * those that may be seen when it names another one.
 */
export function usePage(seen: readonly Page[]): Page {
  const [page, set] = useState(pageInAddress);
  useEffect(() => {
    const follow = () => set(pageInAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return seen.find((one) => one === page) ?? seen[0] ?? 'wall';
}
