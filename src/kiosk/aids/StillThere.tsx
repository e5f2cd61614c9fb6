import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import buttons from '../buttons.module.css';
import { useKioskText } from '../kiosk-words.tsx';
import styles from './aids.module.css';

interface StillThereProps {
  readonly isAsked: boolean;
  readonly stay: () => void;
}

/** Before what was chosen is forgotten: whoever reads slowly goes on with one touch, anywhere. */
export function StillThere({ isAsked, stay }: StillThereProps) {
  const { text } = useKioskText();
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen={isAsked} onOpenChange={stay} isDismissable>
      <Modal className={styles.sheet ?? ''}>
        <Dialog role="alertdialog" className={styles.dialog ?? ''}>
          <Heading slot="title">{text('stillThere')}</Heading>
          <p>{text('stillThereMore')}</p>
          <Button className={buttons.main ?? ''} onPress={stay}>
            {text('stay')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
