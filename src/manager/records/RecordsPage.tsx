import type { ManagerView } from '../../protocol/views/views.ts';
import { CopiesPanel } from './CopiesPanel.tsx';
import styles from './records.module.css';
import { SealPanel } from './SealPanel.tsx';
import { StandbysPanel } from './StandbysPanel.tsx';
import { SubjectPanel } from './SubjectPanel.tsx';

/** The log and its seal, its copies, and what is held of a citizen. */
export function RecordsPage({ view }: { readonly view: ManagerView }) {
  const { keeping, printers } = view;
  return (
    <div className={styles.page}>
      <SealPanel keeping={keeping} printers={printers} />
      <CopiesPanel keeping={keeping} />
      <div className={styles.stack}>
        <StandbysPanel standbys={keeping.standbys} />
        <SubjectPanel forgotten={keeping.forgotten} />
      </div>
    </div>
  );
}
