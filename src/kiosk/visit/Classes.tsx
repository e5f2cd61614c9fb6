import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Pictogram } from '../../renderer/pictograms.tsx';
import { said } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useKioskText } from '../kiosk-words.tsx';
import styles from './choices.module.css';

interface ClassesProps {
  readonly chosen: readonly string[];
  readonly choose: (classes: readonly string[]) => void;
}

export function Classes({ chosen, choose }: ClassesProps) {
  const { language, text } = useKioskText();
  const classes = useHub().views.centre?.classes ?? [];
  return (
    <section className={styles.classes}>
      <h2>{text('classes')}</h2>
      {classes.map(({ id, name, pictogram }) => (
        <ToggleButton
          key={id}
          className={styles.class ?? ''}
          isSelected={chosen.includes(id)}
          onChange={(isOn) => choose(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
        >
          <Pictogram name={pictogram} /> {said(name, language)}
        </ToggleButton>
      ))}
    </section>
  );
}
