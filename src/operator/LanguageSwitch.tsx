import { Button } from 'react-aria-components/Button';
import { useOperatorText } from './operator-words.tsx';
import styles from './language-switch.module.css';

export function LanguageSwitch() {
  const { language, setLanguage } = useOperatorText();
  const other = language === 'ur' ? 'en' : 'ur';
  return (
    <Button className={styles.switch ?? ''} onPress={() => setLanguage(other)}>
      <span lang={other}>{other === 'en' ? 'English' : 'اردو'}</span>
    </Button>
  );
}
