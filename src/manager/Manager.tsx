import { type ReactNode, useState } from 'react';
import { HubLost } from '../renderer/HubLost.tsx';
import type { ManagerView } from '../protocol/views.ts';
import { useHub } from '../renderer/use-hub.ts';
import { usePageLanguage } from '../renderer/use-page-language.ts';
import { ApplicationsPage } from './applications/ApplicationsPage.tsx';
import { type Scanned } from './applications/scanned.ts';
import { SlotsPage } from './appointments/SlotsPage.tsx';
import { DevicesPage } from './devices/DevicesPage.tsx';
import { FeedbackPage } from './feedback/FeedbackPage.tsx';
import { ForecastsPage } from './forecasts/ForecastsPage.tsx';
import styles from './manager.module.css';
import { ManagerHeader } from './ManagerHeader.tsx';
import { LanguageKeeper, useManagerText } from './manager-words.tsx';
import type { Entered } from './paper/entered.ts';
import { PaperPage } from './paper/PaperPage.tsx';
import { SetUpPage } from './set-up/SetUpPage.tsx';
import { TodayPage } from './today/TodayPage.tsx';
import { type Page, usePage } from './use-page.ts';

/** What was done here stays listed while one looks at another page. */
function usePages(view: ManagerView): Readonly<Record<Page, () => ReactNode>> {
  const scanned = useState<readonly Scanned[]>([]);
  const entered = useState<readonly Entered[]>([]);
  return {
    today: () => <TodayPage view={view} />,
    applications: () => <ApplicationsPage loads={view.applications} scanned={scanned} />,
    appointments: () => <SlotsPage view={view} />,
    forecasts: () => <ForecastsPage scores={view.forecasts} />,
    paper: () => <PaperPage entered={entered} />,
    feedback: () => <FeedbackPage counts={view.feedback} />,
    devices: () => <DevicesPage view={view} />,
    'set-up': () => <SetUpPage />,
  };
}

function LiveManager({ view }: { readonly view: ManagerView }) {
  const page = usePage();
  return (
    <>
      <ManagerHeader page={page} />
      <main className={styles.main}>{usePages(view)[page]()}</main>
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
      {views.manager && views.centre ? (
        <LiveManager view={views.manager} />
      ) : (
        <main className={styles.connecting}>
          <h1>{text('connecting')}</h1>
        </main>
      )}
    </div>
  );
}

/** The console of who runs the centre. */
export const Manager = () => (
  <LanguageKeeper>
    <ManagerPage />
  </LanguageKeeper>
);
