import { Accessibility, Contrast, Ear, type LucideIcon, StepForward, Type } from 'lucide-react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useKioskText } from '../kiosk-words.tsx';
import { type Aid, AIDS } from './aids.ts';
import styles from './aids.module.css';
import { Sheet } from './Sheet.tsx';
import type { Aids } from './use-aids.ts';

const ICONS: Readonly<Record<Aid, LucideIcon>> = {
  low: Accessibility,
  large: Type,
  contrast: Contrast,
  spoken: Ear,
  steps: StepForward,
};

/** What can be made easier; each takes effect at once. */
export function AidsSheet({ aids: { aids, isOpen, close, turn } }: { readonly aids: Aids }) {
  const { text } = useKioskText();
  return (
    <Sheet role="dialog" title={text('aids')} isOpen={isOpen} close={close} closing={text('done')}>
      <div className={styles.aids}>
        {AIDS.map((aid) => {
          const Icon = ICONS[aid];
          return (
            <ToggleButton
              key={aid}
              className={styles.aid ?? ''}
              isSelected={aids.includes(aid)}
              onChange={(isOn) => turn(aid, isOn)}
            >
              <Icon aria-hidden="true" width="1em" height="1em" strokeWidth={1.75} />
              <span>{text(`aid_${aid}`)}</span>
            </ToggleButton>
          );
        })}
      </div>
    </Sheet>
  );
}
