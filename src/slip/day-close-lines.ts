import { headCode, shortHash } from '../domain/keeping/chain-head.ts';
import { inUrduDigits } from '../domain/urdu-digits.ts';
import type { DayCloseSlip } from './slip-content.ts';
import type { Line } from './slip-lines.ts';

const COUNTS = [
  ['issued', { en: 'Tokens given', ur: 'جاری ٹوکن' }],
  ['done', { en: 'Served', ur: 'مکمل' }],
  ['noShow', { en: 'Did not come', ur: 'غیر حاضر' }],
  ['left', { en: 'Left', ur: 'چلے گئے' }],
  ['waiting', { en: 'Still open', ur: 'ابھی باقی' }],
  ['filed', { en: 'Applications filed', ur: 'درج درخواستیں' }],
] as const;

/** The slip of a day's close: its counts, and under the date the head of the log for people and for machines. */
export function dayCloseLines({ serviceDay, counts, head }: DayCloseSlip): readonly [readonly Line[], readonly Line[]] {
  const body: readonly Line[] = [
    { kind: 'urdu', text: 'دن کا اختتام', px: 34, bold: true },
    { kind: 'latin', text: 'Close of the day', px: 28, bold: true },
    { kind: 'figure', text: serviceDay, px: 44, bold: true },
    { kind: 'rule' },
    ...COUNTS.flatMap(([name, words]): readonly Line[] => [
      { kind: 'urdu', text: `${words.ur}: ${inUrduDigits(counts[name])}`, px: 26 },
      { kind: 'latin', text: `${words.en}: ${counts[name]}`, px: 22 },
    ]),
  ];
  const foot: readonly Line[] = [
    { kind: 'rule' },
    { kind: 'urdu', text: 'ریکارڈ کی مہر', px: 26 },
    { kind: 'latin', text: 'Seal of the records', px: 22 },
    { kind: 'figure', text: `${head.seq}:`, px: 34, bold: true },
    { kind: 'figure', text: shortHash(head.hash), px: 34, bold: true },
    { kind: 'space', px: 8 },
    { kind: 'code', text: headCode(head) },
    { kind: 'urdu', text: 'یہ پرچی سنبھال کر رکھیں', px: 22 },
    { kind: 'latin', text: 'Keep this slip', px: 20 },
  ];
  return [body, foot];
}
