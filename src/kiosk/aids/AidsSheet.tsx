import { Accessibility, Contrast, Ear, type LucideIcon, StepForward, Type } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import buttons from '../buttons.module.css';
import { useKioskText } from '../kiosk-words.tsx';
import { type Aid, AIDS } from './aids.ts';
import styles from './aids.module.css';
import type { Aids } from './use-aids.ts';

const ICONS: Readonly<Record<Aid, LucideIcon>> = {
  low: Accessibility,
  large: Type,
  contrast: Contrast,
  spoken: Ear,
  steps: StepForward,
};

/** What can be made easier, at the lower edge where everybody reaches it; each takes effect at once. */
export function AidsSheet({ aids: { aids, isOpen, close, turn } }: { readonly aids: Aids }) {
  const { text } = useKioskText();
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen={isOpen} onOpenChange={close} isDismissable>
      <Modal className={styles.sheet ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title">{text('aids')}</Heading>
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
          <Button className={buttons.main ?? ''} onPress={close}>
            {text('done')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
