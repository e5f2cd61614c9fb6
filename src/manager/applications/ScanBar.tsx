import { ScanBarcode } from 'lucide-react';
import { type KeyboardEvent, type RefObject, type SubmitEvent, useState } from 'react';
import { readTrackingNumber } from '../../domain/journeys/tracking-number.ts';
import { useFirstTap } from '../../renderer/double-tap.ts';
import { useManagerText } from '../manager-words.tsx';
import { useMay } from '../use-may.ts';
import styles from './scan-bar.module.css';
import { useScanFocus } from './use-scan-focus.ts';

interface ScanProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly scan: (trackingNumber: string) => void;
  /** Enter on the empty field. */
  readonly enter: () => void;
}

interface ScanBarProps extends ScanProps {
  /** What the next scan or Enter does, or why it does nothing. */
  readonly hint: string;
  readonly isOnScan: boolean;
  readonly setOnScan: (isOn: boolean) => void;
}

/** The barcode begins with a T, which a scanner types by its key: on an Urdu layout another letter comes of it. */
function typesUrduT(event: KeyboardEvent): boolean {
  return event.code === 'KeyT' && !/^t$/i.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey;
}

/** What is typed into the scan field, and what of it was no tracking number. */
function useScan({ field, scan, enter }: ScanProps) {
  const [typed, type] = useState('');
  const [bad, setBad] = useState('');
  const isFirst = useFirstTap();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Many scanners end with two line ends: the second one is not a person's Enter.
    if (!isFirst()) return;
    const number = readTrackingNumber(typed);
    setBad(typed.trim() === '' || number !== undefined ? '' : typed);
    if (typed.trim() === '') enter();
    else if (number === undefined) field.current?.select();
    else {
      type('');
      scan(number);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code === 'Enter' && event.repeat) event.preventDefault();
    if (!typesUrduT(event)) return;
    event.preventDefault();
    type((before) => `${before}T`);
  };
  return { typed, type, bad, submit, onKeyDown };
}

function FinishSwitch({ field, isOnScan, setOnScan }: Pick<ScanBarProps, 'field' | 'isOnScan' | 'setOnScan'>) {
  const { text } = useManagerText();
  const change = (isOn: boolean) => {
    setOnScan(isOn);
    field.current?.focus();
  };
  return (
    <label className={styles.switch}>
      <input type="checkbox" role="switch" checked={isOnScan} onChange={(event) => change(event.target.checked)} />
      {text('finishOnScan')}
    </label>
  );
}

/** Where a tracking number is scanned or typed; Enter on the empty field goes on with what was opened. */
export function ScanBar({ field, hint, isOnScan, setOnScan, scan, enter }: ScanBarProps) {
  const { text } = useManagerText();
  const { typed, type, bad, submit, onKeyDown } = useScan({ field, scan, enter });
  useScanFocus(field);
  const may = useMay();
  return (
    <form className={styles.bar} onSubmit={submit}>
      <label className={styles.field}>
        <ScanBarcode aria-hidden="true" width="24px" height="24px" />
        <span className="visually-hidden">{text('scanLabel')}</span>
        <input
          ref={field}
          dir="ltr"
          autoFocus
          autoComplete="off"
          maxLength={40}
          placeholder="26-0000001-4"
          value={typed}
          aria-invalid={bad !== ''}
          aria-describedby="scan-hint"
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <p id="scan-hint" role="status" data-bad={bad !== ''}>
        {bad === '' ? hint : text('scanBad', { text: bad })}
      </p>
      {may('advanceApplication') ? <FinishSwitch {...{ field, isOnScan, setOnScan }} /> : null}
    </form>
  );
}
