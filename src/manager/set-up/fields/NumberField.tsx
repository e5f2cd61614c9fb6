import { useState } from 'react';
import { plainDigits } from '../../../domain/person/cnic.ts';
import type { Path } from '../draft/path.ts';
import { useValue } from '../use-draft.ts';
import { PlainField } from './TextField.tsx';

interface NumberFieldProps {
  readonly path: Path;
  readonly label: string;
  readonly hint?: string;
  readonly unit?: string;
  /** How many of what the field shows make one of the file: 100 for a share that is shown in percent. */
  readonly scale?: number;
}

const shownOf = (value: unknown, scale: number): string =>
  typeof value === 'number' ? String(Math.round(value * scale * 1e6) / 1e6) : typeof value === 'string' ? value : '';

/** The number that was typed, in digits of either language; what is none stays as it is, and is told to be none. */
function numberOf(typed: string, scale: number): number | string | undefined {
  const plain = plainDigits(typed).trim().replace('٫', '.');
  if (plain === '') return undefined;
  return Number.isFinite(Number(plain)) ? Number(plain) / scale : plain;
}

/** A number of the centre file, with its unit. An empty field is no number. */
export function NumberField({ path, scale = 1, ...look }: NumberFieldProps) {
  const { value, fault, set } = useValue<number | string>(path);
  const [typed, setTyped] = useState(shownOf(value, scale));
  // `5.` is on its way to 5.5: it stays as it was typed while it means what the file holds.
  const shown = numberOf(typed, scale) === value ? typed : shownOf(value, scale);
  const change = (next: string) => {
    setTyped(next);
    set(numberOf(next, scale));
  };
  return <PlainField {...look} size="short" isCode value={shown} onChange={change} fault={fault} />;
}
