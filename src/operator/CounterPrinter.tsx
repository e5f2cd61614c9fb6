import { PrinterX } from 'lucide-react';
import type { CounterView } from '../protocol/views/views.ts';
import { useHubTime } from '../renderer/use-hub.ts';
import { type OperatorText, useOperatorText } from './operator-words.tsx';
import styles from './counter-printer.module.css';

/** How long a slip that did not print is told: after that its citizen has been helped. */
const TOLD_MS = 60_000;

/** The newest slip, while it has not come out for certain. */
function slipText({ slip }: CounterView, at: number, text: OperatorText): string | undefined {
  if (!slip || at - slip.outcomeAt >= TOLD_MS) return undefined;
  if (slip.outcome === 'notSent') return text('slip_notSent', { label: slip.label });
  return slip.outcome === 'uncertain' ? text('slip_uncertain', { label: slip.label }) : undefined;
}

/** What the operator has to know of the counter's own printer, the most pressing first; undefined when all is well. */
function troubleText(view: CounterView, at: number, text: OperatorText): string | undefined {
  if (view.printer?.trouble) return text(`printer_${view.printer.trouble}`);
  return slipText(view, at, text) ?? (view.printer?.isPaperLow ? text('printer_low') : undefined);
}

/** A line about the counter's own printer, while somebody has to see to it. */
export function CounterPrinter({ view }: { readonly view: CounterView }) {
  const { text } = useOperatorText();
  const { at } = useHubTime();
  const trouble = troubleText(view, at, text);
  return trouble === undefined ? null : (
    <p className={styles.line} data-warning={!view.printer?.trouble} role="status">
      <PrinterX aria-hidden="true" width="1.2em" height="1.2em" /> {trouble}
    </p>
  );
}
