import { ArrowLeft, ArrowRight, Info, ScanLine } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import buttons from '../buttons.module.css';
import { useKioskText } from '../kiosk-words.tsx';
import { Question } from '../Question.tsx';
import { Keypad } from './Keypad.tsx';
import { NumberDisplay } from './NumberDisplay.tsx';
import { type Ask, type NumberPage as Page, SHAPES, type Way, wayOf } from './number-page.ts';
import styles from './number.module.css';

const WORDS = {
  code: { icon: ScanLine, question: 'askCode', hint: 'askCodeHint', wrong: 'wrongCode' },
  cnic: { icon: ScanLine, question: 'askCnic', hint: 'askCnicHint', wrong: 'wrongCnic' },
  phone: { icon: Info, question: 'askPhone', hint: 'askPhoneHint', wrong: 'wrongPhone' },
  codeEnd: { icon: Info, question: 'askCodeEnd', hint: 'askCodeEndHint', wrong: 'wrongCode' },
  tracking: { icon: ScanLine, question: 'askTracking', hint: 'askTrackingHint', wrong: 'wrongTracking' },
  lost: { icon: ScanLine, question: 'askCnic', hint: 'askLostHint', wrong: 'wrongCnic' },
  back: { icon: Info, question: 'askBack', hint: 'askBackHint', wrong: 'wrongLabel' },
  maintenance: { icon: Info, question: 'askMaintenance', hint: 'askMaintenanceHint', wrong: 'wrongCode' },
  visitCnic: { icon: ScanLine, question: 'askCnic', hint: 'askVisitCnicHint', wrong: 'wrongCnic' },
} as const satisfies Record<Ask, object>;

interface NumberPageProps {
  readonly page: Page;
  readonly follow: (way: Way) => void;
  readonly isAsking: boolean;
}

/** Asks for one number. What is typed lives here alone and ends with the page. */
export function NumberPage({ page, follow, isAsking }: NumberPageProps) {
  const { language, text } = useKioskText();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const shape = SHAPES[page.ask];
  const words = WORDS[page.ask];
  const change = (next: string) => {
    setWrong(false);
    setTyped(next.slice(0, shape.most));
  };
  const goOn = () => {
    const value = shape.read(typed);
    if (value === undefined) setWrong(true);
    else follow(wayOf(page, value));
  };
  const Arrow = language === 'ur' ? ArrowLeft : ArrowRight;
  return (
    <div className={`${styles.page} ${styles[shape.keys]}`}>
      <Question name={words.question} />
      <div className={styles.entry}>
        <p className={styles.hint}>
          <words.icon aria-hidden="true" width="1.2em" height="1.2em" /> {text(words.hint)}
        </p>
        <NumberDisplay typed={typed} shape={shape} label={text(words.question)} />
        <p className={styles.wrong} role="alert">
          {isWrong ? text(words.wrong) : ''}
        </p>
      </div>
      <Keypad
        keys={shape.keys}
        press={(sign) => change(typed + sign)}
        remove={() => change(typed.slice(0, -1))}
        isEmpty={typed === ''}
        isPrivate={shape.isMasked === true || page.ask === 'maintenance'}
      />
      <Button className={`${buttons.main} ${styles.goOn}`} isDisabled={typed.length < shape.least} onPress={goOn}>
        {text(isAsking ? 'taking' : 'goOn')} <Arrow aria-hidden="true" width="1.1em" height="1.1em" />
      </Button>
    </div>
  );
}
