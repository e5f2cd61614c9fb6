import { useHub } from '../renderer/use-hub.ts';
import { StillThere } from './aids/StillThere.tsx';
import { ClosedPage, LostPage } from './AwayPages.tsx';
import { AnswerPage } from './find/AnswerPage.tsx';
import { CardPage } from './find/CardPage.tsx';
import { WaysPage } from './find/WaysPage.tsx';
import { KioskFrame } from './KioskFrame.tsx';
import { FIRST_PAGE, type KioskPage, pageBefore, sceneName } from './kiosk-page.ts';
import { LanguageContext } from './kiosk-words.tsx';
import { MaintenancePage } from './maintenance/MaintenancePage.tsx';
import { MomentPage } from './MomentPage.tsx';
import { NumberPage } from './number/NumberPage.tsx';
import { GroupsPage } from './tiles/GroupsPage.tsx';
import { ServicesPage } from './tiles/ServicesPage.tsx';
import { TokenPage } from './token/TokenPage.tsx';
import { useKioskPages, type Ways } from './use-kiosk-pages.ts';
import { ConfirmPage } from './visit/ConfirmPage.tsx';
import type { Issuing } from './visit/use-issue.ts';

interface PageProps {
  readonly page: KioskPage;
  readonly ways: Ways;
  readonly issuing: Issuing;
  readonly isAsking: boolean;
}

function PageOf({ page, ways, issuing, isAsking }: PageProps) {
  switch (page.name) {
    case 'groups':
      return <GroupsPage visit={page.visit} go={ways.go} />;
    case 'services':
      return <ServicesPage page={page} go={ways.go} />;
    case 'confirm':
      return <ConfirmPage visit={page.visit} ways={ways} issuing={issuing} />;
    case 'ways':
      return <WaysPage go={ways.go} />;
    case 'number':
      return <NumberPage key={page.ask} page={page} follow={ways.follow} isAsking={isAsking} />;
    case 'card':
      return <CardPage cnic={page.cnic} ways={ways} />;
    case 'answer':
      return <AnswerPage page={page} go={ways.go} />;
    case 'maintenance':
      return <MaintenancePage accessKey={page.accessKey} />;
    case 'token':
      return <TokenPage page={page} done={ways.startAnew} />;
  }
}

type Hall = 'open' | 'closed' | 'lost';

/** Whether tokens can be had now. */
function useHall(): Hall {
  const { isLive, views, alone } = useHub();
  if ((!isLive && !alone) || !views.centre || !views.kiosk) return 'lost';
  return views.kiosk.isOpen ? 'open' : 'closed';
}

type Shown = 'page' | 'moment' | 'closed' | 'lost';

/** What stands in the frame: whoever has a token must be able to read it, whatever has become of the hall. */
function shownOf(page: KioskPage, hall: Hall, isAsking: boolean): Shown {
  if (page.name === 'token') return 'page';
  // Who sees to the devices comes before the doors open.
  const isBehind = page.name === 'maintenance' || (page.name === 'number' && page.ask === 'maintenance');
  if (hall !== 'open' && !(isBehind && hall === 'closed')) return hall;
  return isAsking && page.name !== 'number' ? 'moment' : 'page';
}

export function Kiosk() {
  const hall = useHall();
  const { language, setLanguage, page, aids, still, ways, issuing, isAsking } = useKioskPages(hall === 'open');
  const shown = shownOf(page, hall, isAsking);
  const back = shown === 'page' ? pageBefore(page) : undefined;
  return (
    <LanguageContext value={language}>
      <KioskFrame
        setLanguage={setLanguage}
        aids={aids}
        scene={`${shown} ${sceneName(page)} ${aids.isOpen} ${still.isAsked}`}
        openMaintenance={ways.maintain}
        {...(back ? { back: () => ways.go(back), startOver: () => ways.go(FIRST_PAGE) } : {})}
      >
        {shown === 'page' ? <PageOf page={page} ways={ways} issuing={issuing} isAsking={isAsking} /> : null}
        {shown === 'moment' ? <MomentPage /> : null}
        {shown === 'closed' ? <ClosedPage /> : null}
        {shown === 'lost' ? <LostPage /> : null}
      </KioskFrame>
      <StillThere {...still} />
    </LanguageContext>
  );
}
