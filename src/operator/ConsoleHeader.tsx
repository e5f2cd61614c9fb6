import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { CounterView } from '../protocol/views/views.ts';
import { clockText } from '../renderer/clock-text.ts';
import { Num } from '../renderer/Num.tsx';
import { peopleText } from '../renderer/people/people-text.ts';
import { useSignOut } from '../renderer/people/use-sign-out.ts';
import { useHub, useHubClient, useHubTime } from '../renderer/use-hub.ts';
import { digits, said } from '../renderer/text.ts';
import styles from './header.module.css';
import { LanguageSwitch } from '../renderer/LanguageSwitch.tsx';
import { operatorName } from './operator-name.ts';
import { useOperatorText } from './operator-words.tsx';
import { Seals } from './Seals.tsx';
import type { Operator } from './use-operator.ts';

interface HeaderProps {
  readonly view: CounterView;
  readonly operator: Operator;
}

/** Services that the header names; the others are counted. */
const NAMED = 2;

/** Offers to go on under one's own name at a counter that stands open under another. */
function TakeOver({ view, operator }: HeaderProps) {
  const { text } = useOperatorText();
  const me = useHub().you?.name ?? operatorName();
  if (view.status !== 'open' || me === '' || view.operator === me) return null;
  return (
    <Button className={styles.takeOver ?? ''} onPress={() => operator.send('openCounter', { operator: me })}>
      {text('takeOver', { name: me })}
    </Button>
  );
}

/** Signs out; a counter that holds nobody is closed with it. */
function SignOut({ view, operator }: HeaderProps) {
  const { language } = useOperatorText();
  const { you } = useHub();
  const client = useHubClient();
  const signOut = useSignOut('operator');
  if (typeof you?.name !== 'string') return null;
  const leave = async () => {
    if (view.status !== 'closed' && view.current === null) await client.send('closeCounter', {});
    await signOut();
  };
  return (
    <Button className={styles.signOut ?? ''} isDisabled={operator.isSending} onPress={() => void leave()}>
      {peopleText[language]('signOut')}
    </Button>
  );
}

/** Whether the hub is heard; a press shows how far its log had come when it was. */
function Live() {
  const { text } = useOperatorText();
  const { isLive } = useHub();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button className={styles.live ?? ''} data-live={isLive} aria-haspopup="dialog" onPress={() => setOpen(true)}>
        <span aria-hidden="true" /> {text(isLive ? 'live' : 'notLive')}
      </Button>
      <Seals isOpen={isOpen} close={() => setOpen(false)} />
    </>
  );
}

export function ConsoleHeader({ view, operator }: HeaderProps) {
  const { language, text, setLanguage } = useOperatorText();
  const { views } = useHub();
  const { at } = useHubTime();
  const centre = views.centre;
  const services = centre?.counters.find((one) => one.id === view.counterId)?.services ?? [];
  const names = services
    .slice(0, NAMED)
    .map((id) => said(centre?.services.find((one) => one.id === id)?.name, language));
  return (
    <header className={styles.header}>
      <h1>{text('counter', { id: view.counterId })}</h1>
      <p className={styles.services}>
        <span>{names.join(' · ')}</span>
        {services.length > NAMED ? <Num>{`+${digits(services.length - NAMED, language)}`}</Num> : null}
      </p>
      <p>{view.operator}</p>
      <TakeOver view={view} operator={operator} />
      <Live />
      <Num>{clockText(at, centre?.timeZone ?? 'UTC', language)}</Num>
      {centre?.paperSeries ? <a href="/manager/#paper">{text('paperTokens')}</a> : null}
      <a href="/operator/">{text('changeCounter')}</a>
      <SignOut view={view} operator={operator} />
      <LanguageSwitch language={language} setLanguage={setLanguage} />
    </header>
  );
}
