import { useState } from 'react';
import type { Language } from '../domain/token.ts';
import { useFirstTap } from '../renderer/double-tap.ts';
import { useHub } from '../renderer/use-hub.ts';
import { ClosedPage, LostPage } from './AwayPages.tsx';
import { ConfirmPage } from './ConfirmPage.tsx';
import { KioskFrame } from './KioskFrame.tsx';
import { FIRST_PAGE, type KioskPage, pageBefore } from './kiosk-page.ts';
import { LanguageContext } from './kiosk-words.tsx';
import { GroupsPage, ServicesPage } from './TilePages.tsx';
import { TokenPage } from './TokenPage.tsx';
import { useIdle } from './use-idle.ts';
import { type Issuing, useIssue } from './use-issue.ts';

const IDLE_MS = 20_000;

interface PageProps {
  readonly page: KioskPage;
  readonly go: (page: KioskPage) => void;
  readonly done: () => void;
  readonly issuing: Issuing;
}

function PageOf({ page, go, done, issuing }: PageProps) {
  switch (page.name) {
    case 'groups':
      return <GroupsPage go={go} />;
    case 'services':
      return <ServicesPage groupId={page.groupId} go={go} />;
    case 'confirm':
      return <ConfirmPage serviceId={page.serviceId} issuing={issuing} />;
    case 'token':
      return <TokenPage page={page} done={done} />;
  }
}

/** Which page there is, and the ways between them: a double tap is one, and whoever is done leaves no trace. */
function useKioskPages() {
  const [language, setLanguage] = useState<Language>('ur');
  const [page, setPage] = useState<KioskPage>(FIRST_PAGE);
  const isFirstTap = useFirstTap();
  const { forget, ...issuing } = useIssue(language, setPage);
  const go = (next: KioskPage) => {
    if (!isFirstTap()) return;
    forget();
    setPage(next);
  };
  const startAnew = () => {
    forget();
    setPage(FIRST_PAGE);
    setLanguage('ur');
  };
  useIdle(IDLE_MS, page, startAnew);
  return { language, setLanguage, page, go, startAnew, issuing };
}

type Hall = 'open' | 'closed' | 'lost';

/** Whether tokens can be had now. */
function useHall(): Hall {
  const { isLive, views } = useHub();
  if (!isLive || !views.centre || !views.kiosk) return 'lost';
  return views.kiosk.isOpen ? 'open' : 'closed';
}

export function Kiosk() {
  const hall = useHall();
  const { language, setLanguage, page, go, startAnew, issuing } = useKioskPages();
  // Whoever has a token must be able to read it, whatever has become of the hall.
  const shown = page.name === 'token' ? 'open' : hall;
  const back = shown === 'open' ? pageBefore(page) : undefined;
  return (
    <LanguageContext value={language}>
      <KioskFrame
        setLanguage={setLanguage}
        {...(back ? { back: () => go(back), startOver: () => go(FIRST_PAGE) } : {})}
      >
        {shown === 'open' ? <PageOf page={page} go={go} done={startAnew} issuing={issuing} /> : null}
        {shown === 'closed' ? <ClosedPage /> : null}
        {shown === 'lost' ? <LostPage /> : null}
      </KioskFrame>
    </LanguageContext>
  );
}
