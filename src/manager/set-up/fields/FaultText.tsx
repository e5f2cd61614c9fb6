import type { FileFault } from '../../../protocol/set-up/file-faults.ts';
import { useManagerText } from '../../manager-words.tsx';
import styles from './fields.module.css';

/** What is wrong with a value, in the reader's words. */
export function useFaultText(): (fault: FileFault) => string {
  const { text } = useManagerText();
  return ({ code, value }) => text(`fault_${code}`, { value });
}

/** The same beside what is no single field: a list, a group of choices. */
export function FaultLine({ fault }: { readonly fault: FileFault | undefined }) {
  const said = useFaultText();
  return fault ? (
    <p className={styles.fault} role="alert">
      {said(fault)}
    </p>
  ) : null;
}
