import { useState } from 'react';
import { type Scan, scanOf } from '../domain/person/scan.ts';
import type { Language } from '../domain/token.ts';
import { useFirstTap } from '../renderer/double-tap.ts';
import { useHub, useHubScans } from '../renderer/use-hub.ts';
import { useFind } from './find/use-find.ts';
import { FIRST_PAGE, type KioskPage } from './kiosk-page.ts';
import type { Way } from './number/number-page.ts';
import { wayOfScan } from './scan-way.ts';
import { useIdle } from './use-idle.ts';
import { useScan } from './use-scan.ts';
import { useIssue } from './visit/use-issue.ts';

const IDLE_MS = 20_000;

/** Which page there is, and the ways between them: a double tap is one, and whoever is done leaves no trace. */
export function useKioskPages(isOpen: boolean) {
  const { id: centreId = '', cnicPattern = null } = useHub().views.centre ?? {};
  const [language, setLanguage] = useState<Language>('ur');
  const [page, setPage] = useState<KioskPage>(FIRST_PAGE);
  const isFirstTap = useFirstTap();
  const { forget, issue, ...issuing } = useIssue(language, setPage);
  const { find, isAsking } = useFind(language, setPage);
  const change = (next: KioskPage) => {
    forget();
    setPage(next);
  };
  const startAnew = () => {
    change(FIRST_PAGE);
    setLanguage('ur');
  };
  const follow = (way: Way) => ('page' in way ? change(way.page) : find(way.wish));
  // The second tap of a double tap would land on the page that the first one has brought.
  const once =
    <Args extends readonly unknown[]>(act: (...args: Args) => void) =>
    (...args: Args) => {
      if (isFirstTap()) act(...args);
    };
  useIdle(IDLE_MS, page, startAnew);
  const followScan = (scan: Scan) => {
    const way = isOpen && !isAsking ? wayOfScan(page, scan) : undefined;
    if (way) follow(way);
  };
  useScan((text) => followScan(scanOf(text, { centreId, cnicPattern })));
  useHubScans(followScan);
  return {
    language,
    setLanguage,
    page,
    isAsking,
    issuing: { ...issuing, issue: once(issue) },
    ways: { change, go: once(change), follow: once(follow), startAnew: once(startAnew) },
  };
}

/** The ways out of a page. `change` is for what can be touched in quick succession; the rest takes a double tap for one. */
export type Ways = ReturnType<typeof useKioskPages>['ways'];
