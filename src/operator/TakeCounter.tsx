import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { HubLost } from '../renderer/HubLost.tsx';
import { Num } from '../renderer/Num.tsx';
import { said } from '../renderer/text.ts';
import { usePageLanguage } from '../renderer/use-page-language.ts';
import { useHub } from '../renderer/use-hub.ts';
import { LanguageSwitch } from '../renderer/LanguageSwitch.tsx';
import { peopleText } from '../renderer/people/people-text.ts';
import { useSignOut } from '../renderer/people/use-sign-out.ts';
import { keepOperatorName, operatorName } from './operator-name.ts';
import { useStaffCard } from './use-staff-card.ts';
import { useOperatorText } from './operator-words.tsx';
import frame from '../renderer/people/sign-in-frame.module.css';
import styles from './sign-in.module.css';

function SignedInAs({ name }: { readonly name: string }) {
  const { language } = useOperatorText();
  const signOut = useSignOut('operator');
  return (
    <p className={styles.me}>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      <Button onPress={() => void signOut()}>{peopleText[language]('signOut')}</Button>
    </p>
  );
}

function Counters({ name }: { readonly name: string }) {
  const { language, text } = useOperatorText();
  const centre = useHub().views.centre;
  const choose = (id: number) => {
    keepOperatorName(name);
    location.assign(`?counter=${id}`);
  };
  return centre?.halls.map((hall) => (
    <section key={hall.id} className={styles.hall}>
      <h2>{said(hall.name, language)}</h2>
      <div className={styles.counters}>
        {centre.counters
          .filter((counter) => counter.hallId === hall.id)
          .map((counter) => {
            const services = counter.services
              .slice(0, 2)
              .map((id) => said(centre.services.find((one) => one.id === id)?.name, language))
              .join(' · ');
            return (
              <Button
                key={counter.id}
                className={styles.counter ?? ''}
                isDisabled={name.trim() === ''}
                // The number as it stands on the button, in the digits of the display over the counter.
                aria-label={`${text('counter', { id: String(counter.id) })} ${services}`}
                onPress={() => choose(counter.id)}
              >
                <Num>{counter.id}</Num> <span>{services}</span>
              </Button>
            );
          })}
      </div>
    </section>
  ));
}

/** Where an operator takes a counter; in a demo they say who they are here, too. */
export function TakeCounter() {
  const { language, text, setLanguage } = useOperatorText();
  usePageLanguage(language);
  const { you, views } = useHub();
  const { centre } = views;
  const [typed, setName] = useState(operatorName);
  const name = you?.name ?? typed;
  const { unknown } = useStaffCard(setName);
  return (
    <div className={`${frame.page} ${styles.page}`}>
      <HubLost languages={[language]} />
      <header>
        <p>{said(centre?.name, language)}</p>
        <LanguageSwitch language={language} setLanguage={setLanguage} />
      </header>
      <main>
        <h1>{text('signIn')}</h1>
        {typeof you?.name === 'string' ? (
          <SignedInAs name={you.name} />
        ) : (
          <TextField className={styles.name ?? ''} value={name} onChange={setName} autoFocus maxLength={60}>
            <Label>{text('yourName')}</Label>
            <Input />
            <small>{unknown?.message[language] ?? text('orCard')}</small>
          </TextField>
        )}
        <Counters name={name} />
      </main>
    </div>
  );
}
