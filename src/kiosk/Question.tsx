import { type KioskText, useKioskText } from './kiosk-words.tsx';
import styles from './question.module.css';

/** The one question of a page, in both languages. */
export function Question({ name }: { readonly name: Parameters<KioskText>[0] }) {
  const { other, text, otherText } = useKioskText();
  return (
    <div className={styles.question}>
      <h1>{text(name)}</h1>
      <p lang={other}>{otherText(name)}</p>
    </div>
  );
}
