import { TriangleAlert } from 'lucide-react';
import type { Language } from '../domain/token.ts';
import styles from './hub-lost.module.css';
import { useHub } from './use-hub.ts';

const WORDS = {
  en: { lost: 'No connection to the hub', waiting: 'What is shown may be old. It comes back by itself.' },
  ur: { lost: 'مرکزی نظام سے رابطہ نہیں', waiting: 'دکھائی گئی معلومات پرانی ہو سکتی ہیں۔ رابطہ خود بحال ہو جائے گا۔' },
} as const;

function Sentence({ language }: { readonly language: Language }) {
  const { refusal } = useHub();
  const words = WORDS[language];
  return (
    <span className={styles.sentence} lang={language}>
      <strong>{refusal ? refusal.message[language] : words.lost}</strong> {refusal ? null : words.waiting}
    </span>
  );
}

/** A bar that says plainly, in those languages, that the screen is not live, and why where the hub said so. */
export function HubLost({ languages }: { readonly languages: readonly Language[] }) {
  const { isLive } = useHub();
  if (isLive) return null;
  return (
    <div className={styles.bar} role="alert">
      <TriangleAlert aria-hidden="true" width="1.4em" height="1.4em" />
      {languages.map((language) => (
        <Sentence key={language} language={language} />
      ))}
    </div>
  );
}
