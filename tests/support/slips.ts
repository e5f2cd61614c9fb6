import type { DayCloseSlip, TokenSlip, TrackingSlip } from '../../src/slip/slip-content.ts';

/** The slip of a token, with what a test changes. */
export const tokenSlip = (change: Partial<TokenSlip> = {}): TokenSlip => ({
  kind: 'token',
  languages: 'both',
  centre: { en: 'e-Khidmat Markaz Lahore', ur: 'ای خدمت مرکز لاہور' },
  hall: { en: 'Hall 1', ur: 'ہال ۱' },
  service: { en: 'Domicile', ur: 'ڈومیسائل' },
  classes: [],
  papers: [],
  label: 'B-118',
  ahead: 12,
  wait: { fromMinutes: 15, toMinutes: 25, isOpenEnded: false },
  slotAt: null,
  isDuplicate: false,
  goTo: { stage: { en: 'Document check', ur: 'کاغذات کی جانچ' }, counters: [1, 2, 3, 4, 5] },
  tracking: null,
  url: null,
  at: Date.parse('2026-11-23T10:42:00+05:00'),
  timeZone: 'Asia/Karachi',
  islamicDays: -1,
  ...change,
});

/** The slip of an application that was filed, with what a test changes. */
export function trackingSlip(change: Partial<TrackingSlip> = {}): TrackingSlip {
  const { languages, centre, hall, service, label, at, timeZone, islamicDays, goTo, url } = tokenSlip();
  const head = { languages, centre, hall, service, label, at, timeZone, islamicDays, goTo, url };
  return { ...head, kind: 'tracking', tracking: { number: '26-0004217-9', barcode: 'T2600042179' }, ...change };
}

/** The slip of a day's close. */
export function dayCloseSlip(): DayCloseSlip {
  const { languages, centre, at, timeZone } = tokenSlip();
  return {
    kind: 'dayClose',
    languages,
    centre,
    hall: { en: '', ur: '' },
    at,
    timeZone,
    islamicDays: null,
    serviceDay: '2026-11-23',
    counts: { issued: 1_204, done: 1_120, noShow: 41, left: 22, waiting: 21, filed: 312 },
    head: { seq: 18_204, hash: '9f2c77ab01de5c33'.repeat(4) },
  };
}
