import { useState } from 'react';
import { Monitor, Presentation, SquareDashedMousePointer, Ticket } from 'lucide-react';
import type { Language } from '../../domain/token.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { HubLost } from '../HubLost.tsx';
import { deviceName, openScreen } from '../open-screen.tsx';
import styles from './start-page.module.css';
import { readWords, said } from '../text.ts';
import { usePageLanguage } from '../use-page-language.ts';
import { useHub } from '../use-hub.ts';
import { START_WORDS } from '../words/start.ts';

const words = readWords(START_WORDS);

function Screens({ language }: { readonly language: Language }) {
  const text = words[language];
  const centre = useHub().views.centre;
  if (!centre) return <p className={styles.quiet}>{text('waiting')}</p>;
  return (
    <div className={styles.groups}>
      <section>
        <h2>
          <Ticket aria-hidden="true" /> {text('kiosks')}
        </h2>
        {centre.kiosks.map(({ id, hallId }) => (
          <a key={id} href={`/kiosk/?kiosk=${id}`}>
            {text('kiosk', { id })}
            <small>{said(centre.halls.find((hall) => hall.id === hallId)?.name, language)}</small>
          </a>
        ))}
      </section>
      <section>
        <h2>
          <Monitor aria-hidden="true" /> {text('consoles')}
        </h2>
        <a href="/operator/">{text('operator')}</a>
        <a href="/manager/">{text('manager')}</a>
      </section>
      <section>
        <h2>
          <Presentation aria-hidden="true" /> {text('boards')}
        </h2>
        <a href="/counter-display/">{text('wholeCentre')}</a>
        {centre.halls.map((hall) => (
          <a key={hall.id} href={`/counter-display/?hall=${hall.id}`}>
            {said(hall.name, language)}
          </a>
        ))}
      </section>
      <section>
        <h2>
          <SquareDashedMousePointer aria-hidden="true" /> {text('counterDisplays')}
        </h2>
        <div className={styles.counters}>
          {centre.counters.map(({ id }) => (
            <a key={id} href={`/counter-display/?counter=${id}`} aria-label={text('counterDisplay', { id })}>
              {id}
            </a>
          ))}
        </div>
      </section>
    </div>
  );
}

function StartPage() {
  const [language, setLanguage] = useState<Language>('en');
  const text = words[language];
  const centre = useHub().views.centre;
  usePageLanguage(language);
  return (
    <main className={styles.page}>
      <HubLost languages={[language]} />
      <header>
        <div>
          <h1>{said(centre?.name, language) || 'Markaz'}</h1>
          <p>{text('intro')}</p>
        </div>
        <button
          type="button"
          lang={language === 'ur' ? 'en' : 'ur'}
          onClick={() => setLanguage(language === 'ur' ? 'en' : 'ur')}
        >
          {language === 'ur' ? 'English' : 'اردو'}
        </button>
      </header>
      <Screens language={language} />
    </main>
  );
}

/** The page that leads to every screen of the centre. */
export function openStartPage(): void {
  openScreen(
    { screen: 'operator', version: PROTOCOL_VERSION, device: deviceName('start'), counterId: null },
    <StartPage />,
  );
}
