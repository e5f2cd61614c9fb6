import type { Scan } from './reader.ts';

const isPrintable = (byte: number): boolean => byte >= 0x20 && byte < 0x7f;

/** The bytes without the zeros that fill a report up, and without a byte that only counts those behind it. */
function contentOf(report: Uint8Array): Uint8Array {
  const end = report.findLastIndex((byte) => byte !== 0) + 1;
  const [first] = report;
  return first !== undefined && first > 1 && first === end - 1 ? report.subarray(1, end) : report.subarray(0, end);
}

/**
 * The number of a card in a report of a raw card reader: its letters and digits where it writes text, else its bytes
 * in hexadecimal. An empty report says that the card is gone, and gives nothing.
 */
export function cardScan(report: Uint8Array): Scan | undefined {
  const content = contentOf(report);
  const text = content.every(isPrintable)
    ? String.fromCharCode(...content).trim()
    : Buffer.from(content).toString('hex').toUpperCase();
  return text.length < 4 ? undefined : { symbology: 'card', bytes: Buffer.from(text) };
}
