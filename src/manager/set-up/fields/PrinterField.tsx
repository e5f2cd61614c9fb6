import type { PaperMm } from '../../../domain/centre.ts';
import { PAPER_MM } from '../../../domain/centre.ts';
import { useManagerText } from '../../manager-words.tsx';
import { PRINTER_FIELDS, PRINTER_WAYS, printerAddress, printerForm, type PrinterWay } from '../draft/printer-form.ts';
import type { Path } from '../draft/path.ts';
import { useValue } from '../use-draft.ts';
import { PlainRadios } from './Choice.tsx';
import { FaultLine } from './FaultText.tsx';
import styles from './fields.module.css';
import { PlainField } from './TextField.tsx';

interface PrinterFieldProps {
  /** Of what has the printer: a kiosk, a counter. */
  readonly path: Path;
  /** Whether the paper preview is left out of the file. */
  readonly isOptional?: boolean;
}

/** Where slips come out: how the printer is reached, and what that way needs to know. */
export function PrinterField({ path, isOptional = false }: PrinterFieldProps) {
  const { text } = useManagerText();
  const { value = 'preview', fault, set } = useValue<string>([...path, 'printer']);
  const paper = useValue<PaperMm>([...path, 'paperMm']);
  const { way, fields } = printerForm(value);
  const put = (address: string) => set(isOptional && address === 'preview' ? undefined : address);
  return (
    <div className={styles.group}>
      <PlainRadios
        label={text('f_printer')}
        isWide
        options={PRINTER_WAYS.map((one) => ({
          value: one,
          label: text(`printer_way_${one}`),
          hint: text(`printer_hint_${one}`),
        }))}
        value={way}
        onChange={(next) =>
          put(printerAddress({ way: next as PrinterWay, fields: PRINTER_FIELDS[next as PrinterWay] }))
        }
      />
      {Object.keys(PRINTER_FIELDS[way]).map((name) => (
        <PlainField
          key={name}
          label={text(`printer_field_${name as 'host'}`)}
          hint={text(`printer_field_hint_${name as 'host'}`)}
          isCode
          value={fields[name] ?? ''}
          onChange={(next) => put(printerAddress({ way, fields: { ...fields, [name]: next } }))}
        />
      ))}
      <FaultLine fault={fault} />
      {way === 'preview' ? null : (
        <PlainRadios
          label={text('f_paperMm')}
          options={PAPER_MM.map((mm) => ({ value: String(mm), label: text('millimetres', { mm }) }))}
          value={String(paper.value ?? 80)}
          onChange={(mm) => paper.set(Number(mm) as PaperMm)}
        />
      )}
    </div>
  );
}
