import { useEffect, useState } from 'react';

const PAGE_MS = 8_000;

/** The page of a list that stands on the screen now: they follow each other, but the one with `place` stands first. */
export function usePage(length: number, rows: number, place: number | undefined): number {
  const pages = Math.max(1, Math.ceil(length / rows));
  const [page, setPage] = useState(0);
  const held = place === undefined || place < 0 ? undefined : Math.floor(place / rows);
  useEffect(() => {
    if (held !== undefined) setPage(held);
    const timer = setInterval(() => setPage((now) => (now + 1) % pages), PAGE_MS);
    return () => clearInterval(timer);
  }, [held, pages]);
  return Math.min(page, pages - 1);
}
