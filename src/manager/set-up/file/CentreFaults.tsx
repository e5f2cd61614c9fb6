import type { CentreFault } from '../../../protocol/set-up/read-centre-file.ts';
import type { FileFault } from '../../../protocol/set-up/file-faults.ts';
import { keyOr, useManagerText } from '../../manager-words.tsx';
import { useFaultText } from '../fields/FaultText.tsx';
import styles from './file.module.css';

/** What the field at fault is called; the line says which of many it is. */
const labelOf = ({ path }: FileFault) =>
  keyOr(`f_${path.findLast((name) => typeof name === 'string') ?? ''}`, 'section_centre');

/** What is wrong with a centre's file, line by line. */
export function CentreFaults({ faults }: { readonly faults: readonly CentreFault[] }) {
  const { text } = useManagerText();
  const said = useFaultText();
  return (
    <div className={styles.faults} role="alert">
      <p>{text('importFaults', { count: faults.length })}</p>
      <ul>
        {faults.map(({ line, fault }, place) => (
          <li key={place}>
            <strong>{text('lineNumber', { line })}</strong>
            {fault ? <em>{text(labelOf(fault))}</em> : null}
            <span>{fault ? said(fault) : text('notYaml')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
