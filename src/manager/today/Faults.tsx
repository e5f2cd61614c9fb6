import type { ManagerView } from '../../protocol/views/views.ts';
import { keyOr, type ManagerText, useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './today.module.css';

type Fault = ManagerView['faults'][number];

/** Where a row stood, in the words of the page: the feeds number lines of a file and rows of an answer. */
function placeText(place: string, text: ManagerText): string {
  const [, kind, number] = /^(line|row) (\d+)$/.exec(place) ?? [];
  if (number === undefined) return place;
  return text(kind === 'line' ? 'faultLine' : 'faultRow', { number: Number(number) });
}

/** Bookings that were brought and could not be taken, newest first. */
export function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const { text } = useManagerText();
  const { when } = useCentre();
  return (
    <Panel title={text('faultsTitle')}>
      {faults.length === 0 ? <Empty>{text('faultsNone')}</Empty> : null}
      <ul className={styles.faults}>
        {faults.map((fault, place) => (
          <li key={`${fault.at} ${fault.place} ${place}`}>
            <strong>{text(keyOr(`fault.${fault.fault}`, 'fault.other'))}</strong>
            <small>
              {text(keyOr(`feedName.${fault.feed}`, 'feedName.csv'))} · {placeText(fault.place, text)}
              {fault.sourceId === null ? null : (
                <>
                  {' · '}
                  <bdi lang="en">{fault.sourceId}</bdi>
                </>
              )}
              {' · '}
              {when(fault.at)}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
