import { Num } from '../../renderer/Num.tsx';
import { said } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import { useCentre } from '../use-centre.ts';
import type { Entered } from './entered.ts';
import styles from './paper.module.css';

function EnteredRow({ one }: { readonly one: Entered }) {
  const { language, text } = useManagerText();
  const { centre, serviceName, when } = useCentre();
  const classes = one.classes.map((id) => said(centre?.classes.find((known) => known.id === id)?.name, language));
  return (
    <li>
      <Num>{one.label}</Num>
      <span>
        {serviceName(one.serviceId)}
        {classes.length > 0 ? <small>{classes.join(' · ')}</small> : null}
      </span>
      <span>{text('paperCame', { time: when(one.cameAt) })}</span>
      <span>{one.ahead === null ? '' : text('paperAhead', { count: one.ahead })}</span>
    </li>
  );
}

/** What was entered here, newest first. */
export function EnteredList({ list }: { readonly list: readonly Entered[] }) {
  const { text } = useManagerText();
  return (
    <Panel title={text('paperList', { count: list.length })}>
      {list.length === 0 ? <Empty>{text('paperListNone')}</Empty> : null}
      <ol className={styles.entered} aria-live="polite">
        {list.map((one) => (
          <EnteredRow key={one.label} one={one} />
        ))}
      </ol>
    </Panel>
  );
}
