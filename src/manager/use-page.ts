import { useEffect, useState } from 'react';

export const PAGES = [
  'today',
  'applications',
  'appointments',
  'forecasts',
  'paper',
  'feedback',
  'devices',
  'set-up',
] as const;
export type Page = (typeof PAGES)[number];

const pageInAddress = (): Page => PAGES.find((page) => `#${page}` === location.hash) ?? 'today';

/** The page that the address names, so that the console's links, a reload and the way back lead to it. */
export function usePage(): Page {
  const [page, set] = useState(pageInAddress);
  useEffect(() => {
    const follow = () => set(pageInAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return page;
}
