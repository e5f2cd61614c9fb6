import type { TokenSlip } from './slip-content.ts';

/** A slip that everybody sees is none: it names no service, and its number is none that a centre gives. */
export const testSlip = (at: number, timeZone: string): TokenSlip => ({
  kind: 'token',
  languages: 'both',
  centre: { en: 'Markaz printer test', ur: 'مرکز پرنٹر ٹیسٹ' },
  hall: { en: '', ur: '' },
  service: { en: 'This is no token', ur: 'یہ ٹوکن نہیں ہے' },
  label: 'TEST',
  classes: [],
  papers: [],
  ahead: 0,
  wait: { fromMinutes: 15, toMinutes: 25, isOpenEnded: false },
  slotAt: null,
  isDuplicate: false,
  goTo: null,
  tracking: { number: '26-0000001-4', barcode: 'T2600000014' },
  url: 'http://127.0.0.1/t/printer-test',
  at,
  islamicDays: null,
  timeZone,
});
