import { Copy } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Pictogram } from '../../../renderer/pictograms.tsx';
import { useManagerText } from '../../manager-words.tsx';
import type { Path } from '../draft/path.ts';
import { IconButton, RowButtons } from '../fields/RowButtons.tsx';
import { useFaultCount } from '../use-draft.ts';
import styles from './entries.module.css';

interface EntryRowProps {
  readonly path: Path;
  readonly title: string;
  readonly tell: string;
  readonly pictogram: string | undefined;
  readonly count: number;
  readonly open: () => void;
  /** Whether it was open just now: the focus is back at it. */
  readonly isLast: boolean;
  readonly copy: (() => void) | undefined;
  readonly move: (by: -1 | 1) => void;
  readonly remove: () => void;
}

/** One entry of a list: what it is called, what there is to it, and what can be done with it. */
export function EntryRow({ path, title, tell, pictogram, count, open, isLast, copy, move, remove }: EntryRowProps) {
  const { text } = useManagerText();
  const faults = useFaultCount(path);
  return (
    <li className={styles.entry}>
      <Button className={styles.open ?? ''} autoFocus={isLast} onPress={open}>
        {pictogram === undefined ? null : (
          <span className={styles.picture}>
            <Pictogram name={pictogram} />
          </span>
        )}
        <span className={styles.names}>
          <strong>{title}</strong>
          <small>{tell}</small>
        </span>
        {faults > 0 ? <span className={styles.wrong}>{text('toMend', { count: faults })}</span> : null}
      </Button>
      {copy ? (
        <IconButton label={text('copyOne', { name: title })} onPress={copy}>
          <Copy aria-hidden="true" width="1em" height="1em" />
        </IconButton>
      ) : null}
      <RowButtons name={title} place={Number(path[1])} count={count} move={move} remove={remove} />
    </li>
  );
}
