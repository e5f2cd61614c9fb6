import { TriangleAlert } from 'lucide-react';
import type { Language } from '../domain/token.ts';
import styles from './hub-lost.module.css';
import { useHub } from './use-hub.ts';

const WORDS = {
  en: { lost: 'No connection to the hub', waiting: 'What is shown may be old. It comes back by itself.' },
  ur: { lost: 'مرکزی نظام سے رابطہ نہیں', waiting: 'دکھائی گئی معلومات پرانی ہو سکتی ہیں۔ رابطہ خود بحال ہو جائے گا۔' },
} as const;

/** A bar that says plainly that the screen is not live, and why where the hub said so. */
export function HubLost({ language }: { readonly language: Language }) {
  const { isLive, refusal } = useHub();
  if (isLive) return null;
  return (
    <div className={styles.bar} role="alert" lang={language} dir={language === 'ur' ? 'rtl' : 'ltr'}>
      <TriangleAlert aria-hidden="true" width="1.4em" height="1.4em" />
      <strong>{refusal ? refusal.message[language] : WORDS[language].lost}</strong>
      {refusal ? null : <span>{WORDS[language].waiting}</span>}
    </div>
  );
}
