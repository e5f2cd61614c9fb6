import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import buttons from '../buttons.module.css';
import styles from './aids.module.css';

interface SheetProps {
  readonly role: 'dialog' | 'alertdialog';
  readonly title: string;
  readonly isOpen: boolean;
  readonly close: () => void;
  /** What stands on the button that closes it. */
  readonly closing: string;
  readonly children: ReactNode;
}

/** Something over the page, at the lower edge where everybody reaches it; a touch beside it closes it too. */
export function Sheet({ role, title, isOpen, close, closing, children }: SheetProps) {
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen={isOpen} onOpenChange={close} isDismissable>
      <Modal className={styles.sheet ?? ''}>
        <Dialog role={role} className={styles.dialog ?? ''}>
          <Heading slot="title">{title}</Heading>
          {children}
          <Button className={buttons.main ?? ''} onPress={close}>
            {closing}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
