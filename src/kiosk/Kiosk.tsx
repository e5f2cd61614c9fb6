import { useState } from 'react';
import type { Language } from '../domain/token.ts';
import { useHub } from '../renderer/use-hub.ts';
import { ClosedPage, LostPage } from './AwayPages.tsx';
import { ConfirmPage } from './ConfirmPage.tsx';
import { KioskFrame } from './KioskFrame.tsx';
import { FIRST_PAGE, type KioskPage, pageBefore } from './kiosk-page.ts';
import { LanguageContext } from './kiosk-words.tsx';
import { GroupsPage, ServicesPage } from './TilePages.tsx';
import { TokenPage } from './TokenPage.tsx';
import { useIdle } from './use-idle.ts';

const IDLE_MS = 20_000;

function PageOf({ page, go }: { readonly page: KioskPage; readonly go: (page: KioskPage) => void }) {
  switch (page.name) {
    case 'groups':
      return <GroupsPage go={go} />;
    case 'services':
      return <ServicesPage groupId={page.groupId} go={go} />;
    case 'confirm':
      return <ConfirmPage serviceId={page.serviceId} go={go} />;
    case 'token':
      return <TokenPage page={page} go={go} />;
  }
}

export function Kiosk() {
  const { isLive, views } = useHub();
  const [language, setLanguage] = useState<Language>('ur');
  const [page, go] = useState<KioskPage>(FIRST_PAGE);
  useIdle(IDLE_MS, () => {
    go(FIRST_PAGE);
    setLanguage('ur');
  });
  const isReady = isLive && views.centre && views.kiosk;
  const isClosed = views.kiosk?.isOpen === false && page.name !== 'token';
  const back = isReady && !isClosed ? pageBefore(page) : undefined;
  const body = isClosed ? <ClosedPage /> : <PageOf page={page} go={go} />;
  return (
    <LanguageContext value={language}>
      <KioskFrame
        setLanguage={setLanguage}
        {...(back ? { back: () => go(back), startOver: () => go(FIRST_PAGE) } : {})}
      >
        {isReady ? body : <LostPage />}
      </KioskFrame>
    </LanguageContext>
  );
}
