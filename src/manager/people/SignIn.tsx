import { type SubmitEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { HubLost } from '../../renderer/HubLost.tsx';
import { said } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { usePageLanguage } from '../../renderer/use-page-language.ts';
import { LanguageSwitch } from '../../renderer/LanguageSwitch.tsx';
import { keepManagerName } from '../manager-name.ts';
import { useManagerText } from '../manager-words.tsx';
import frame from '../../renderer/people/sign-in-frame.module.css';
import styles from './sign-in.module.css';

/** Where whoever tries the demo says who they are, once for this tab. */
export function SignIn() {
  const { language, text, setLanguage } = useManagerText();
  usePageLanguage(language);
  const [name, setName] = useState('');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (name.trim() === '') return;
    keepManagerName(name);
    location.reload();
  };
  return (
    <div className={`${frame.page} ${styles.page}`}>
      <HubLost languages={[language]} />
      <header>
        <p>{said(useHub().views.centre?.name, language)}</p>
        <LanguageSwitch language={language} setLanguage={setLanguage} />
      </header>
      <main>
        <h1>{text('signIn')}</h1>
        <p>{text('signInMore')}</p>
        <form onSubmit={submit}>
          <TextField className={styles.name ?? ''} value={name} onChange={setName} autoFocus maxLength={60}>
            <Label>{text('yourName')}</Label>
            <Input autoComplete="off" />
          </TextField>
          <Button type="submit" className={styles.go ?? ''} isDisabled={name.trim() === ''}>
            {text('signInGo')}
          </Button>
        </form>
      </main>
    </div>
  );
}
