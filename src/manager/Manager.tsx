import { type ReactNode, useState } from 'react';
import { HubLost } from '../renderer/HubLost.tsx';
import type { ManagerView } from '../protocol/views/views.ts';
import type { WallView } from '../protocol/wall/wall-view.ts';
import { useHub } from '../renderer/use-hub.ts';
import type { ApprovalDesk } from '../renderer/people/approvals.ts';
import { SignedIn } from '../renderer/people/SignedIn.tsx';
import { usePageLanguage } from '../renderer/use-page-language.ts';
import { ApplicationsPage } from './applications/ApplicationsPage.tsx';
import { type Scanned } from './applications/scanned.ts';
import { SlotsPage } from './appointments/SlotsPage.tsx';
import { DevicesPage } from './devices/DevicesPage.tsx';
import { FeedbackPage } from './feedback/FeedbackPage.tsx';
import { IntegrationsPage } from './integrations/IntegrationsPage.tsx';
import { ForecastsPage } from './forecasts/ForecastsPage.tsx';
import styles from './manager.module.css';
import { groupsFor } from './page-groups.ts';
import { ManagerHeader, PageLinks } from './ManagerHeader.tsx';
import { LanguageKeeper, useManagerText } from './manager-words.tsx';
import type { Entered } from './paper/entered.ts';
import { PaperPage } from './paper/PaperPage.tsx';
import { PeoplePage } from './people/PeoplePage.tsx';
import { SignIn } from './people/SignIn.tsx';
import { ReplayPage } from './replay/ReplayPage.tsx';
import { ReportsPage } from './reports/ReportsPage.tsx';
import { RecordsPage } from './records/RecordsPage.tsx';
import { SetUpPage } from './set-up/SetUpPage.tsx';
import { TodayPage } from './today/TodayPage.tsx';
import { type Page, usePage } from './use-page.ts';
import { useAlarmSound } from './wall/alarms/use-alarm-sound.ts';
import { WallPage } from './wall/WallPage.tsx';
import { WhatIfPage } from './what-if/WhatIfPage.tsx';

/** What was done here stays listed while one looks at another page. */
function usePages(view: ManagerView, wall: WallView): Readonly<Record<Page, () => ReactNode>> {
  const scanned = useState<readonly Scanned[]>([]);
  const entered = useState<readonly Entered[]>([]);
  // Alarms are heard on every page.
  const sound = useAlarmSound(wall);
  return {
    wall: () => <WallPage wall={wall} sound={sound} />,
    today: () => <TodayPage view={view} alarms={wall.alarms} />,
    applications: () => <ApplicationsPage loads={view.applications} scanned={scanned} />,
    appointments: () => <SlotsPage view={view} />,
    reports: () => <ReportsPage view={view} />,
    replay: () => <ReplayPage />,
    'what-if': () => <WhatIfPage />,
    forecasts: () => <ForecastsPage scores={view.forecasts} />,
    paper: () => <PaperPage entered={entered} />,
    feedback: () => <FeedbackPage counts={view.feedback} />,
    devices: () => <DevicesPage view={view} />,
    people: () => <PeoplePage />,
    integrations: () => <IntegrationsPage view={view} />,
    records: () => <RecordsPage view={view} />,
    'set-up': () => <SetUpPage />,
  };
}

function LiveManager({ view, wall }: { readonly view: ManagerView; readonly wall: WallView }) {
  const { you } = useHub();
  const page = usePage(groupsFor(you?.role).flatMap((group) => group.pages));
  const pages = usePages(view, wall);
  return (
    <>
      <ManagerHeader page={page} />
      <PageLinks page={page} />
      <main className={styles.main}>{pages[page]()}</main>
    </>
  );
}

function ManagerPage() {
  const { language, text } = useManagerText();
  usePageLanguage(language);
  const { isLive, views } = useHub();
  return (
    <div className={styles.page} data-live={isLive}>
      <HubLost languages={[language]} />
      {views.manager && views.wall && views.centre ? (
        <LiveManager view={views.manager} wall={views.wall} />
      ) : (
        <main className={styles.connecting}>
          <h1>{text('connecting')}</h1>
        </main>
      )}
    </div>
  );
}

function Pages({ desk }: { readonly desk: ApprovalDesk }) {
  const { language, setLanguage } = useManagerText();
  return (
    <SignedIn screen="manager" language={language} setLanguage={setLanguage} desk={desk} byName={<SignIn />}>
      <ManagerPage />
    </SignedIn>
  );
}

/** The console of who runs the centre. */
export const Manager = ({ desk }: { readonly desk: ApprovalDesk }) => (
  <LanguageKeeper>
    <Pages desk={desk} />
  </LanguageKeeper>
);
