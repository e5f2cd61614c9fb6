import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import buttons from '../buttons.module.css';
import { useKioskText } from '../kiosk-words.tsx';
import styles from './maintenance.module.css';

/** What the app's own window gives a kiosk's page. It asks the hub itself whether the key is good. */
interface MarkazShell {
  maintain(what: 'leave' | 'restart', key: string): Promise<unknown>;
}

const shellOf = () => (globalThis as { readonly markazShell?: MarkazShell }).markazShell;

/** The ways out of the app, where the screen runs in it; a kiosk in a browser has none. */
export function MachineExit({ accessKey }: { readonly accessKey: string }) {
  const { text } = useKioskText();
  const [isAsking, setAsking] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const shell = shellOf();
  if (!shell) return null;
  const ask = async (what: 'leave' | 'restart') => {
    setAsking(true);
    setRefused(false);
    const isDone = await shell.maintain(what, accessKey).catch(() => false);
    setAsking(false);
    setRefused(isDone !== true);
  };
  return (
    <section className={styles.device}>
      <h2>{text('thisMachine')}</h2>
      <p role="status">{isRefused ? text('machineRefused') : ''}</p>
      <div className={styles.ways}>
        <Button className={buttons.other ?? ''} isDisabled={isAsking} onPress={() => void ask('restart')}>
          {text('restartApp')}
        </Button>
        <Button className={buttons.other ?? ''} isDisabled={isAsking} onPress={() => void ask('leave')}>
          {text('leaveApp')}
        </Button>
      </div>
    </section>
  );
}
