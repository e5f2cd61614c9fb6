import { useState } from 'react';
import { isOpenAt, nextOpeningAt } from '../../domain/calendar/opening-hours.ts';
import { type CentreFile, centreFileSchema } from '../../protocol/centre-file.ts';
import { centreOfFile } from '../../protocol/set-up/centre-of-file.ts';
import { said } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { whenText } from '../when-text.ts';
import styles from './first-run.module.css';

/** When its doors open next, for who looks in between. */
function Closed({ file }: { readonly file: CentreFile }) {
  const { language, text } = useManagerText();
  const { timeZone, hours, holidays } = centreOfFile(centreFileSchema.parse(file));
  const calendar = { timeZone, hours, holidays };
  const [now] = useState(Date.now);
  if (isOpenAt(calendar, now)) return null;
  const opensAt = nextOpeningAt(calendar, now);
  const when = opensAt === null ? '' : whenText(opensAt, { now, timeZone, language, hasWeekday: true });
  return <p className={styles.note}>{text('first_closedNow', { when })}</p>;
}

/** What was started here; in a demo nobody has an account. */
export interface Running {
  readonly file: CentreFile;
  readonly isDemo: boolean;
}

/** The centre works: the way to its screens. */
export function Done({ running }: { readonly running: Running | undefined }) {
  const file = running?.file;
  const { language, text } = useManagerText();
  const kiosk = file?.kiosks[0]?.id ?? 1;
  return (
    <main className={styles.welcome}>
      <h1>{file ? text('first_runs', { name: said(file.name, language) }) : text('first_runsAlready')}</h1>
      <p>{text('first_runsHint')}</p>
      {file ? <Closed file={file} /> : null}
      <a className={styles.first} href={`/kiosk/?kiosk=${kiosk}`}>
        {text('first_openKiosk')}
      </a>
      {file ? (
        <a className={styles.second} href="/manager/">
          {text(running?.isDemo ? 'first_openWall' : 'first_openManager')}
        </a>
      ) : null}
      <nav className={styles.screens} aria-label={text('first_screens')}>
        <a href="/operator/">{text('first_openOperator')}</a>
        <a href="/counter-display/">{text('first_openBoard')}</a>
        <a href="/manager/#set-up">{text('first_openSetUp')}</a>
        <a href="/">{text('first_openAll')}</a>
      </nav>
    </main>
  );
}
