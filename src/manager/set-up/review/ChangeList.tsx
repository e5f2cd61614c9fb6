import type { CentreFile } from '../../../protocol/centre-file.ts';
import type { FileChange } from '../../../protocol/set-up/file-changes.ts';
import { useManagerText } from '../../manager-words.tsx';
import { type ChangeReader, changeWords, worthReading } from './change-words.ts';
import styles from './review.module.css';

function Change({ change, reader }: { readonly change: FileChange; readonly reader: ChangeReader }) {
  const { text, language } = reader;
  const { place, kind, before, after } = changeWords(change, reader);
  return (
    <li className={styles.change}>
      <p className={styles.place}>
        {place.map((name, at) => (
          <span key={at}>{name}</span>
        ))}
        {kind === 'changed' ? null : <em data-kind={kind}>{text(kind)}</em>}
      </p>
      {kind === 'changed' ? (
        <p className={styles.values}>
          <span className="visually-hidden">{text('wasBefore')}</span>
          <del>
            <bdi>{before}</bdi>
          </del>
          <span aria-hidden="true">{language === 'ur' ? '←' : '→'}</span>
          <span className="visually-hidden">{text('isAfter')}</span>
          <ins>
            <bdi>{after}</bdi>
          </ins>
        </p>
      ) : (
        <p className={styles.values}>{kind === 'added' ? after : before}</p>
      )}
    </li>
  );
}

interface ChangeListProps {
  readonly changes: readonly FileChange[];
  readonly files: readonly CentreFile[];
}

/** Changes of a centre, in words. */
export function ChangeList({ changes, files }: ChangeListProps) {
  const { language, text } = useManagerText();
  const reader = { language, text, files };
  const shown = worthReading(changes);
  return (
    <ul className={styles.changes}>
      {shown.map((change) => (
        <Change key={change.path.join('/')} change={change} reader={reader} />
      ))}
    </ul>
  );
}
