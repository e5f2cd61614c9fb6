import { Accessibility, ArrowLeft, ArrowRight, Ear, Printer, RotateCcw, Unplug } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Language } from '../domain/token.ts';
import { inUrduDigits } from '../domain/urdu-digits.ts';
import { clockText, dayText } from '../renderer/clock-text.ts';
import { said } from '../renderer/text.ts';
import { usePageLanguage } from '../renderer/use-page-language.ts';
import { useHub, useHubTime } from '../renderer/use-hub.ts';
import { AidsSheet } from './aids/AidsSheet.tsx';
import { reader } from './aids/reader.ts';
import type { Aids } from './aids/use-aids.ts';
import { useKeys } from './aids/use-keys.ts';
import { useSpoken } from './aids/use-spoken.ts';
import styles from './frame.module.css';
import { useKioskText } from './kiosk-words.tsx';
import { useLongPress } from './maintenance/use-long-press.ts';

interface FrameProps {
  readonly children: ReactNode;
  readonly setLanguage: (language: Language) => void;
  readonly aids: Aids;
  /** A name for what stands there. */
  readonly scene: string;
  /** A finger has rested on the clock. */
  readonly openMaintenance: () => void;
  readonly back?: () => void;
  readonly startOver?: () => void;
}

function LanguageButton({ setLanguage }: Pick<FrameProps, 'setLanguage'>) {
  const { other } = useKioskText();
  return (
    <Button className={styles.language ?? ''} onPress={() => setLanguage(other)}>
      <span lang={other}>{other === 'en' ? 'English' : 'اردو'}</span>
    </Button>
  );
}

function Clock({ openMaintenance }: Pick<FrameProps, 'openMaintenance'>) {
  const longPress = useLongPress(openMaintenance);
  const { language } = useKioskText();
  const { at } = useHubTime();
  const timeZone = useHub().views.centre?.timeZone ?? 'UTC';
  if (at === 0) return null;
  return (
    <p className={styles.clock} {...longPress}>
      <span>{dayText(at, timeZone, language)}</span>
      <strong className="num">{clockText(at, timeZone, language)}</strong>
    </p>
  );
}

function Header({ children }: Pick<FrameProps, 'children'>) {
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
      {children}
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

/** The hub is away, and this kiosk is not: how far it can go on. */
function AloneNotice() {
  const { language, text } = useKioskText();
  const { alone } = useHub();
  if (!alone) return null;
  const count = language === 'ur' ? inUrduDigits(alone.left) : alone.left;
  const time = clockText(alone.untilAt, alone.centre.timeZone, language);
  return (
    <p className={styles.notice} role="status">
      <Unplug aria-hidden="true" width="1.4em" height="1.4em" /> {text('alone', { count, time })}
    </p>
  );
}

function HearFirstNotice() {
  const { text } = useKioskText();
  return (
    <p className={styles.notice}>
      <Ear aria-hidden="true" width="1.4em" height="1.4em" /> {text('hearFirst')}
    </p>
  );
}

function Footer({ back, startOver, aids, children }: Pick<FrameProps, 'back' | 'startOver' | 'aids' | 'children'>) {
  const { language, text } = useKioskText();
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
      {children}
      <Button className={styles.aids ?? ''} aria-label={text('aids')} onPress={aids.open}>
        <Accessibility aria-hidden="true" width="1em" height="1em" strokeWidth={1.75} />
      </Button>
      <AidsSheet aids={aids} />
    </footer>
  );
}

/** What stands around every page of the kiosk: the centre's name, the language switch, the ways back, the clock. */
export function KioskFrame({ children, setLanguage, aids, scene, openMaintenance, ...ways }: FrameProps) {
  const words = useKioskText();
  const isSpoken = aids.aids.includes('spoken');
  usePageLanguage(words.language);
  const [voice] = useState(reader);
  useKeys(scene, aids, voice);
  useSpoken(aids.aids, words, scene, voice);
  const clock = <Clock openMaintenance={openMaintenance} />;
  const languageButton = <LanguageButton setLanguage={setLanguage} />;
  const isLow = aids.aids.includes('low');
  return (
    <div className={styles.frame}>
      <Header>{isLow ? clock : languageButton}</Header>
      <div className={styles.notices}>
        {isSpoken ? <HearFirstNotice /> : null}
        <AloneNotice />
        <PrinterNotice />
      </div>
      <main className={styles.main}>{children}</main>
      <Footer aids={aids} {...ways}>
        {isLow ? languageButton : clock}
      </Footer>
    </div>
  );
}
