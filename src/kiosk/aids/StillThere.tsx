import { useKioskText } from '../kiosk-words.tsx';
import { Sheet } from './Sheet.tsx';

interface StillThereProps {
  readonly isAsked: boolean;
  readonly stay: () => void;
}

/** Before what was chosen is forgotten: whoever reads slowly goes on with one touch, anywhere. */
export function StillThere({ isAsked, stay }: StillThereProps) {
  const { text } = useKioskText();
  return (
    <Sheet role="alertdialog" title={text('stillThere')} isOpen={isAsked} close={stay} closing={text('stay')}>
      <p>{text('stillThereMore')}</p>
    </Sheet>
  );
}
