import type { CounterView } from '../protocol/views.ts';
import { clockText } from '../renderer/clock-text.ts';
import { Num } from '../renderer/Num.tsx';
import { useHub, useHubTime } from '../renderer/use-hub.ts';
import { said } from '../renderer/text.ts';
import styles from './header.module.css';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { useOperatorText } from './operator-words.tsx';

export function ConsoleHeader({ view }: { readonly view: CounterView }) {
  const { language, text } = useOperatorText();
  const { isLive, views } = useHub();
  const { at } = useHubTime();
  const centre = views.centre;
  const services = centre?.counters.find((one) => one.id === view.counterId)?.services.slice(0, 3) ?? [];
  const names = services.map((id) => said(centre?.services.find((one) => one.id === id)?.name, language));
  return (
    <header className={styles.header}>
      <h1>{text('counter', { id: view.counterId })}</h1>
      <p className={styles.services}>{names.join(' · ')}</p>
      <p>{view.operator}</p>
      <p className={styles.live} data-live={isLive}>
        <span aria-hidden="true" /> {text(isLive ? 'live' : 'notLive')}
      </p>
      <Num>{clockText(at, centre?.timeZone ?? 'UTC', language)}</Num>
      {view.status === 'closed' ? <a href="/operator/">{text('changeCounter')}</a> : null}
      <LanguageSwitch />
    </header>
  );
}
