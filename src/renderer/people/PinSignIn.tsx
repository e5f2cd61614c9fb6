import { HubLost } from '../HubLost.tsx';
import { LanguageSwitch } from '../LanguageSwitch.tsx';
import { said } from '../text.ts';
import type { Language } from '../../domain/token.ts';
import { useHub } from '../use-hub.ts';
import { usePageLanguage } from '../use-page-language.ts';
import { FirstManagerForm } from './FirstManagerForm.tsx';
import { peopleText } from './people-text.ts';
import { PinForm } from './PinForm.tsx';
import frame from './sign-in-frame.module.css';
import styles from './people.module.css';
import type { PeopleScreen } from './session-key.ts';

interface PinSignInProps {
  readonly screen: PeopleScreen;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

/** Where one signs in with a PIN; or where the first manager makes their account. */
export function PinSignIn({ screen, language, setLanguage }: PinSignInProps) {
  usePageLanguage(language);
  const text = peopleText[language];
  const { centre } = useHub().views;
  const isFirst = screen === 'manager' && centre?.signIn === 'firstManager';
  return (
    <div className={`${frame.page} ${styles.page}`}>
      <HubLost languages={[language]} />
      <header>
        <p>{said(centre?.name, language)}</p>
        <LanguageSwitch language={language} setLanguage={setLanguage} />
      </header>
      <main>
        <h1>{text(isFirst ? 'firstTitle' : `${screen}Title`)}</h1>
        <p>{text(isFirst ? 'firstMore' : 'more')}</p>
        {isFirst ? <FirstManagerForm language={language} /> : <PinForm screen={screen} language={language} />}
      </main>
    </div>
  );
}
