import { MOST_BYTES, type Scan, type Symbology } from './reader.ts';

/** The report of scanned data in the HID point-of-sale pages (usage page 0x8C). */
const REPORT_ID = 2;
const REPORT_BYTES = 64;
const DATA_FROM = 5;
const MOST_DATA = 56;
/** A scan of several reports comes at once: one whose rest does not come is given up. */
const REST_MS = 1_000;

/** The letter behind `]` in the AIM identifier (ISO/IEC 15424). */
const SYMBOLOGIES: Readonly<Record<string, Symbology>> = { Q: 'qr', L: 'pdf417', C: 'code128' };

const symbologyOf = (report: Uint8Array): Symbology =>
  (report[2] === 0x5d && SYMBOLOGIES[String.fromCharCode(report[3] ?? 0)]) || 'other';

const lengthOf = (report: Uint8Array): number => report[1] ?? 0;
const hasMore = (report: Uint8Array): boolean => ((report[REPORT_BYTES - 1] ?? 0) & 1) === 1;

const isWhole = (report: Uint8Array): boolean =>
  report.length >= REPORT_BYTES && report[0] === REPORT_ID && lengthOf(report) <= MOST_DATA;

interface Begun {
  readonly bytes: readonly number[];
  readonly atMs: number;
}

const NOTHING: Begun = { bytes: [], atMs: Number.NEGATIVE_INFINITY };

/**
 * Joins the reports of a scanner in HID-POS mode: id, length, three signs of the AIM identifier, up to 56 bytes, and a
 * last byte whose lowest bit says that more comes. Half a report, one of another kind and a scan that is too long give
 * nothing. Times in ms of a monotonic clock. (Layout: USB HID POS usage tables 1.02; Access-IS LSR118 manual.)
 */
export function posReports(): (report: Uint8Array, nowMs: number) => Scan | undefined {
  let begun = NOTHING;
  return (report, nowMs) => {
    const before = nowMs - begun.atMs < REST_MS ? begun.bytes : [];
    begun = NOTHING;
    if (!isWhole(report)) return undefined;
    // Of one that is too long no more is kept, but its end is waited for: it is no scan of its own.
    const room = Math.max(0, MOST_BYTES + 1 - before.length);
    const bytes = [...before, ...report.subarray(DATA_FROM, DATA_FROM + Math.min(lengthOf(report), room))];
    if (hasMore(report)) begun = { bytes, atMs: nowMs };
    else if (bytes.length > 0 && bytes.length <= MOST_BYTES) {
      return { symbology: symbologyOf(report), bytes: Uint8Array.from(bytes) };
    }
    return undefined;
  };
}
