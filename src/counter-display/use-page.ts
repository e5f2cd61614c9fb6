import { useEffect, useState } from 'react';
import { pageMs } from './page-time.ts';

/** The page of a list that stands on the screen now: they follow each other, but the one with `place` goes first. */
export function usePage(length: number, rows: number, place: number | undefined): number {
  const pages = Math.max(1, Math.ceil(length / rows));
  const [turn, setTurn] = useState(0);
  const standsMs = pageMs(pages);
  useEffect(() => {
    const timer = setInterval(() => setTurn((now) => now + 1), standsMs);
    return () => clearInterval(timer);
  }, [standsMs]);
  return place === undefined || place < 0 ? turn % pages : Math.floor(place / rows);
}
