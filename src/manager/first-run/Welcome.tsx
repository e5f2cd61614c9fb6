import { FileUp, Play, Sparkles } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { CentreFile } from '../../protocol/centre-file.ts';
import type { CentreFault } from '../../protocol/set-up/read-centre-file.ts';
import { useManagerText } from '../manager-words.tsx';
import { CentreFaults } from '../set-up/file/CentreFaults.tsx';
import styles from './first-run.module.css';

interface WayProps {
  readonly icon: ReactNode;
  readonly name: 'new' | 'file' | 'demo';
  readonly onPress?: () => void;
  readonly isDisabled: boolean;
}

function Way({ icon, name, onPress, isDisabled }: WayProps) {
  const { text } = useManagerText();
  return (
    <Button
      className={styles.way ?? ''}
      data-first={name === 'new'}
      isDisabled={isDisabled}
      {...(onPress ? { onPress } : {})}
    >
      {icon}
      <span>
        <strong>{text(`first_${name}`)}</strong>
        <small>{text(`first_${name}Hint`)}</small>
      </span>
    </Button>
  );
}

interface WelcomeProps {
  readonly begin: () => void;
  readonly take: (file: CentreFile) => void;
  readonly demo: () => void;
  readonly isStarting: boolean;
  readonly trouble: string | undefined;
}

/** The first page: a new centre, one from a file, or the demo. */
export function Welcome({ begin, take, demo, isStarting, trouble }: WelcomeProps) {
  const { text } = useManagerText();
  const [faults, setFaults] = useState<readonly CentreFault[]>([]);
  const read = async (upload: File | undefined) => {
    if (!upload) return;
    const { readCentreFile } = await import('../../protocol/set-up/read-centre-file.ts');
    const { fileOfCentre } = await import('../../protocol/set-up/file-of-centre.ts');
    const found = readCentreFile(await upload.text());
    if (found.ok) take(fileOfCentre(found.centre));
    else setFaults(found.faults);
  };
  return (
    <main className={styles.welcome}>
      <h1>{text('first_welcome')}</h1>
      <p>{text('first_welcomeHint')}</p>
      <Way name="new" icon={<Sparkles aria-hidden="true" />} onPress={begin} isDisabled={isStarting} />
      <FileTrigger acceptedFileTypes={['.yaml', '.yml']} onSelect={(files) => void read(files?.[0])}>
        <Way name="file" icon={<FileUp aria-hidden="true" />} isDisabled={isStarting} />
      </FileTrigger>
      {faults.length > 0 ? <CentreFaults faults={faults} /> : null}
      <Way name="demo" icon={<Play aria-hidden="true" />} onPress={demo} isDisabled={isStarting} />
      <p className={styles.note} role="status" hidden={!isStarting && trouble === undefined}>
        {isStarting ? text('first_starting') : trouble}
      </p>
    </main>
  );
}
