import { Button } from 'react-aria-components/Button';
import type { Language } from '../domain/token.ts';
import styles from './language-switch.module.css';

interface LanguageSwitchProps {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

/** Turns a console to its other language, which the switch names in its own script. */
export function LanguageSwitch({ language, setLanguage }: LanguageSwitchProps) {
  const other = language === 'ur' ? 'en' : 'ur';
  return (
    <Button className={styles.switch ?? ''} onPress={() => setLanguage(other)}>
      <span lang={other}>{other === 'en' ? 'English' : 'اردو'}</span>
    </Button>
  );
}
