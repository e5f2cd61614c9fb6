import { Button } from 'react-aria-components/Button';
import type { StandbyState } from '../../protocol/standby/standby-page.ts';
import { LanguageSwitch } from '../../renderer/LanguageSwitch.tsx';
import { digits, said } from '../../renderer/text.ts';
import { usePageLanguage } from '../../renderer/use-page-language.ts';
import { useManagerText } from '../manager-words.tsx';
import styles from './standby.module.css';
import { TakeOverForm } from './TakeOverForm.tsx';
import { tellWords, useStandby } from './use-standby.ts';

/** Which pictures and voices are not copied yet; nothing when all are. */
function Files({ filesMissing }: Pick<StandbyState, 'filesMissing'>) {
  const { language, text } = useManagerText();
  if (filesMissing === 0) return null;
  return (
    <p className={styles.soft} role="status">
      {text('standbyFiles', { count: filesMissing, n: digits(filesMissing, language) })}
    </p>
  );
}

/** How far the copy has come, in one line that can be read from across the room. */
function Lag({ state: { behind, silentMs, isLinked, isOtherLog, trouble } }: { readonly state: StandbyState }) {
  const { language, text } = useManagerText();
  const isWell = isLinked && trouble === null && !isOtherLog;
  const seconds = silentMs === null ? null : digits(Math.round(silentMs / 1_000), language);
  return (
    <section className={styles.lag} data-well={isWell} role="status">
      <strong>
        {isOtherLog
          ? text('standbyOtherLog')
          : behind === 0
            ? text('standbyWhole')
            : text('standbyBehind', { count: behind, n: digits(behind, language) })}
      </strong>
      <span>
        {isOtherLog
          ? text('standbyOtherLogMore')
          : isWell
            ? text('standbyLinked')
            : seconds === null
              ? text('standbyNeverHeard')
              : text('standbySilent', { seconds })}
      </span>
    </section>
  );
}

/** Which screens the other hub heard when it was heard last. */
function Screens({ screens, waiting }: Pick<StandbyState, 'screens' | 'waiting'>) {
  const { language, text } = useManagerText();
  return (
    <section className={styles.card} aria-label={text('standbyScreens')}>
      <h2>{text('standbyScreens')}</h2>
      {screens.length === 0 ? <p className={styles.soft}>{text('standbyNoScreens')}</p> : null}
      <ul>
        {screens.map(({ name, kind, isHere }) => (
          <li key={name} data-here={isHere}>
            <span>{name}</span>
            <small>{text(`kind_${kind as 'kiosk'}`)}</small>
            <em>{text(isHere ? 'standbyReaches' : 'standbyReachesNot')}</em>
          </li>
        ))}
      </ul>
      {waiting === 0 ? null : (
        <p role="status">{text('standbyWaiting', { count: waiting, n: digits(waiting, language) })}</p>
      )}
    </section>
  );
}

function Standing({ state }: { readonly state: StandbyState }) {
  const { language, text } = useManagerText();
  return (
    <>
      <h1>{text('standbyTitle', { centre: state.centre ? said(state.centre, language) : '…' })}</h1>
      <p className={styles.soft}>{text('standbyOf', { address: state.of })}</p>
      <Lag state={state} />
      <Files {...state} />
      <div className={styles.halves}>
        <Screens {...state} />
        <TakeOverForm state={state} />
      </div>
    </>
  );
}

/** Not paired yet: the code for the manager, and the words that people compare. */
function Pairing({ of, pairing, trouble }: Pick<StandbyState, 'of' | 'pairing' | 'trouble'>) {
  const { text } = useManagerText();
  const { code = '······', words = [], isEntered = false } = pairing ?? {};
  return (
    <section className={styles.pairing}>
      <h1>{text('standbyPairTitle')}</h1>
      <p className={styles.soft}>{text('standbyPairMore', { address: of })}</p>
      <p className={styles.code} dir="ltr">
        {code}
      </p>
      <p>{text('standbyPairWords')}</p>
      <ol dir="ltr" lang="en">
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ol>
      <Button className={styles.go ?? ''} isDisabled={!isEntered} onPress={() => void tellWords()}>
        {text('standbyPairSame')}
      </Button>
      {trouble === null ? null : (
        <p className={styles.trouble} role="alert">
          {trouble}
        </p>
      )}
    </section>
  );
}

/** Before the copy has begun, while the hub starts, and once it runs. */
function Notice({ seen }: { readonly seen: 'hub' | 'away' | 'taking' | undefined }) {
  const { text } = useManagerText();
  if (seen === undefined) return null;
  if (seen === 'hub') {
    return (
      <p className={styles.done} role="status">
        {text('standbyIsHub')} <a href="/">{text('standbyOpen')}</a>
      </p>
    );
  }
  return (
    <p className={styles.done} role="status">
      {text(seen === 'taking' ? 'standbyTaking' : 'standbyAway')}
    </p>
  );
}

const Shown = ({ state }: { readonly state: StandbyState }) =>
  state.pairing || state.seq === 0 ? <Pairing {...state} /> : <Standing state={state} />;

/** The page of a hub that stands by: how it stands, and the way to make it the hub. */
export function StandbyPage() {
  const { language, setLanguage } = useManagerText();
  usePageLanguage(language);
  const seen = useStandby();
  const isStanding = typeof seen === 'object' && !seen.isTakingOver;
  const notice = typeof seen === 'object' ? 'taking' : seen;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <p>Markaz</p>
        <LanguageSwitch language={language} setLanguage={setLanguage} />
      </header>
      <main className={styles.main}>{isStanding ? <Shown state={seen} /> : <Notice seen={notice} />}</main>
    </div>
  );
}
