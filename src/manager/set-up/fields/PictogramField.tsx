import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Label } from 'react-aria-components/Label';
import { Pictogram, PICTOGRAM_NAMES } from '../../../renderer/pictograms.tsx';
import { keyOr, useManagerText } from '../../manager-words.tsx';
import type { Path } from '../draft/path.ts';
import { useReadOnly } from '../read-only.ts';
import { useValue } from '../use-draft.ts';
import styles from './fields.module.css';
import pictograms from './pictograms.module.css';

/** The picture on a tile of the kiosk, chosen by its look. */
export function PictogramField({ path }: { readonly path: Path }) {
  const { text } = useManagerText();
  const { value = '', set } = useValue<string>(path);
  return (
    <RadioGroup
      className={styles.field ?? ''}
      orientation="horizontal"
      value={value}
      isReadOnly={useReadOnly()}
      onChange={set}
    >
      <Label>{text('f_pictogram')}</Label>
      <div className={pictograms.pictograms}>
        {PICTOGRAM_NAMES.map((name) => (
          <Radio
            key={name}
            value={name}
            className={pictograms.pictogram ?? ''}
            aria-label={text(keyOr(`pict_${name}`, 'f_pictogram'))}
          >
            <Pictogram name={name} />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
