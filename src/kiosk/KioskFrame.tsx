import { ArrowLeft, ArrowRight, Printer, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Language } from '../domain/token.ts';
import { clockText, dayText } from '../renderer/clock-text.ts';
import { said } from '../renderer/text.ts';
import { usePageLanguage } from '../renderer/use-page-language.ts';
import { useHub, useHubTime } from '../renderer/use-hub.ts';
import styles from './frame.module.css';
import { useKioskText } from './kiosk-words.tsx';
import { useLongPress } from './maintenance/use-long-press.ts';

interface FrameProps {
  readonly children: ReactNode;
  readonly setLanguage: (language: Language) => void;
  /** A finger has rested on the clock. */
  readonly openMaintenance: () => void;
  readonly back?: () => void;
  readonly startOver?: () => void;
}

function Header({ setLanguage }: Pick<FrameProps, 'setLanguage'>) {
  const { language, other } = useKioskText();
  const name = useHub().views.centre?.name;
  return (
    <header className={styles.header}>
      <div>
        <p className={styles.name}>{said(name, language)}</p>
        <p className={styles.otherName} lang={other}>
          {said(name, other)}
        </p>
      </div>
      <Button className={styles.language ?? ''} onPress={() => setLanguage(other)}>
        <span lang={other}>{other === 'en' ? 'English' : 'اردو'}</span>
      </Button>
    </header>
  );
}

function PrinterNotice() {
  const { text } = useKioskText();
  const printer = useHub().views.kiosk?.printer;
  if (!printer || printer.isReady) return null;
  const { trouble, otherKiosk } = printer;
  return (
    <p className={styles.notice} role="status">
      <Printer aria-hidden="true" width="1.4em" height="1.4em" />{' '}
      {text(trouble === 'paperOut' ? 'paperOut' : 'printerAway')}{' '}
      {otherKiosk === null ? null : text('otherKiosk', { number: otherKiosk })}
    </p>
  );
}

function Footer({ back, startOver, openMaintenance }: Pick<FrameProps, 'back' | 'startOver' | 'openMaintenance'>) {
  const longPress = useLongPress(openMaintenance);
  const { language, text } = useKioskText();
  const { at } = useHubTime();
  const timeZone = useHub().views.centre?.timeZone ?? 'UTC';
  const Arrow = language === 'ur' ? ArrowRight : ArrowLeft;
  return (
    <footer className={styles.footer}>
      {back ? (
        <Button className={styles.move ?? ''} onPress={back}>
          <Arrow aria-hidden="true" width="1.2em" height="1.2em" /> {text('back')}
        </Button>
      ) : null}
      {startOver ? (
        <Button className={styles.move ?? ''} onPress={startOver}>
          <RotateCcw aria-hidden="true" width="1.1em" height="1.1em" /> {text('startOver')}
        </Button>
      ) : null}
      {at > 0 ? (
        <p className={styles.clock} {...longPress}>
          <span>{dayText(at, timeZone, language)}</span>
          <strong className="num">{clockText(at, timeZone, language)}</strong>
        </p>
      ) : null}
    </footer>
  );
}

/** What stands around every page of the kiosk: the centre's name, the language switch, the ways back, the clock. */
export function KioskFrame({ children, setLanguage, openMaintenance, back, startOver }: FrameProps) {
  const { language } = useKioskText();
  usePageLanguage(language);
  return (
    <div className={styles.frame}>
      <Header setLanguage={setLanguage} />
      <PrinterNotice />
      <main className={styles.main}>{children}</main>
      <Footer openMaintenance={openMaintenance} {...(back && startOver ? { back, startOver } : {})} />
    </div>
  );
}
