import { Button } from 'react-aria-components/Button';
import styles from './header.module.css';
import { useManagerText } from './manager-words.tsx';

export function LanguageSwitch() {
  const { language, setLanguage } = useManagerText();
  const other = language === 'ur' ? 'en' : 'ur';
  return (
    <Button className={styles.switch ?? ''} onPress={() => setLanguage(other)}>
      <span lang={other}>{other === 'en' ? 'English' : 'اردو'}</span>
    </Button>
  );
}
