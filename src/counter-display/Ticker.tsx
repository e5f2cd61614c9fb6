import { useEffect, useState } from 'react';
import { useHub } from '../renderer/use-hub.ts';
import styles from './ticker.module.css';

const STAND_MS = 10_000;

/** The hall's notices, one after the other, in both scripts. */
export function Ticker() {
  const notices = useHub().views.centre?.ticker ?? [];
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((now) => now + 1), STAND_MS);
    return () => clearInterval(timer);
  }, []);
  const notice = notices[turn % Math.max(1, notices.length)];
  return (
    <footer className={styles.ticker}>
      <span>{notice?.en}</span>
      <span lang="ur" dir="rtl">
        {notice?.ur}
      </span>
    </footer>
  );
}
