import { Check } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { Words } from '../../domain/words.ts';
import { Pictogram } from '../../renderer/pictograms.tsx';
import { said } from '../../renderer/text.ts';
import { useKioskText } from '../kiosk-words.tsx';
import styles from './tiles.module.css';

interface TileProps {
  readonly name: Words;
  readonly pictogram: string;
  readonly note: string;
  readonly isClosed: boolean;
  readonly isChosen?: boolean;
  readonly onPress: () => void;
}

export function Tile({ name, pictogram, note, isClosed, isChosen = false, onPress }: TileProps) {
  const { language, other } = useKioskText();
  return (
    <Button className={`${styles.tile} ${isChosen ? styles.chosen : ''}`} isDisabled={isClosed} onPress={onPress}>
      <span className={styles.icon}>
        {isChosen ? <Check aria-hidden="true" width="1em" height="1em" /> : <Pictogram name={pictogram} />}
      </span>
      <span className={styles.names}>
        <span className={styles.tileName}>{said(name, language)}</span>
        <span className={styles.otherName} lang={other}>
          {said(name, other)}
        </span>
      </span>
      {note === '' ? null : <span className={styles.note}>{note}</span>}
    </Button>
  );
}
