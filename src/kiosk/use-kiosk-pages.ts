import { useState } from 'react';
import type { Language } from '../domain/token.ts';
import { useFirstTap } from '../renderer/double-tap.ts';
import { useAids } from './aids/use-aids.ts';
import { useFind } from './find/use-find.ts';
import { FIRST_PAGE, type KioskPage } from './kiosk-page.ts';
import { useDoor } from './maintenance/use-door.ts';
import type { Way } from './number/number-page.ts';
import { patienceOf } from './patience.ts';
import { wayOfScan } from './scan-way.ts';
import { useIdle } from './use-idle.ts';
import { useScans } from './use-scans.ts';
import { useIssue } from './visit/use-issue.ts';

/** Which page there is, and the ways between them: a double tap is one, and whoever is done leaves no trace. */
export function useKioskPages(isOpen: boolean) {
  const [language, setLanguage] = useState<Language>('ur');
  const [page, setPage] = useState<KioskPage>(FIRST_PAGE);
  const aids = useAids();
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
    aids.end();
  };
  const door = useDoor({ page, change, aids });
  const follow = (way: Way) => {
    if ('page' in way) change(way.page);
    else if ('wish' in way) find(way.wish);
    else door.open(way.accessKey);
  };
  // The second tap of a double tap would land on the page that the first one has brought.
  const once =
    <Args extends readonly unknown[]>(act: (...args: Args) => void) =>
    (...args: Args) => {
      if (isFirstTap()) act(...args);
    };
  useScans((scan) => {
    const way = isAsking ? undefined : wayOfScan(page, scan);
    // Behind closed doors a card of the staff still opens the maintenance screen, and nothing else.
    if (way && (isOpen || 'accessKey' in way)) follow(way);
  });
  return {
    language,
    setLanguage,
    page,
    aids,
    still: useIdle(patienceOf(page, aids.aids.length > 0), page, startAnew),
    isAsking,
    issuing: { ...issuing, issue: once(issue) },
    ways: {
      change,
      maintain: door.ask,
      go: once(change),
      follow: once(follow),
      startAnew: once(startAnew),
    },
  };
}

/** The ways out of a page. `change` is for what can be touched in quick succession; the rest takes a double tap for one. */
export type Ways = ReturnType<typeof useKioskPages>['ways'];
