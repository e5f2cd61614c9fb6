import { counterRunsOf } from '../domain/counter-runs.ts';
import { inUrduDigits } from '../domain/urdu-digits.ts';
import { waitText } from '../domain/wait-words.ts';
import { dayCloseLines } from './day-close-lines.ts';
import type { CitizenSlip, SlipContent, TokenSlip, TrackingSlip } from './slip-content.ts';
import { islamicDate, slipDate, slipTime } from './slip-words.ts';

/** A line of letters. `figure`: a number, which every language writes alike. */
export interface TextLine {
  readonly kind: 'urdu' | 'latin' | 'figure';
  readonly text: string;
  readonly px: number;
  readonly bold?: true;
}

/** One line of a slip, in dots. */
export type Line =
  | TextLine
  | { readonly kind: 'rule' }
  | { readonly kind: 'barcode' | 'code'; readonly text: string }
  | { readonly kind: 'space'; readonly px: number };

/** Nastaliq climbs: its lines need about two and a half times the letter height. */
const URDU_LINE = 2.5;
const LATIN_LINE = 1.35;
/** Dots of a rule, of a barcode with its quiet edges, and of the code that leads to the token's page. */
export const RULE_HEIGHT = 26;
export const BARCODE_HEIGHT = 96;
export const CODE_SIDE = 176;

export function heightOf(line: Line): number {
  switch (line.kind) {
    case 'urdu':
      return Math.round(line.px * URDU_LINE);
    case 'latin':
    case 'figure':
      return Math.round(line.px * LATIN_LINE);
    case 'rule':
      return RULE_HEIGHT;
    case 'barcode':
      return BARCODE_HEIGHT;
    case 'code':
      return CODE_SIDE;
    case 'space':
      return line.px;
  }
}

const urdu = (text: string, px: number): Line => ({ kind: 'urdu', text, px });
const urduBold = (text: string, px: number): Line => ({ kind: 'urdu', text, px, bold: true });
const latin = (text: string, px: number): Line => ({ kind: 'latin', text, px });
const latinBold = (text: string, px: number): Line => ({ kind: 'latin', text, px, bold: true });
const figure = (text: string, px: number): Line => ({ kind: 'figure', text, px, bold: true });
const space = (px: number): Line => ({ kind: 'space', px });
const rule: Line = { kind: 'rule' };

const headLines = ({ centre, hall }: SlipContent): readonly Line[] => [
  space(16),
  urduBold(hall.ur === '' ? centre.ur : `${centre.ur}، ${hall.ur}`, 34),
  latinBold(hall.en === '' ? centre.en : `${centre.en} · ${hall.en}`, 24),
  rule,
];

const islamicLines = ({ at, timeZone, islamicDays }: SlipContent): readonly Line[] =>
  islamicDays === null
    ? []
    : [urdu(islamicDate(at, timeZone, islamicDays, 'ur'), 22), latin(islamicDate(at, timeZone, islamicDays, 'en'), 20)];

const dateLines = (content: SlipContent): readonly Line[] => {
  const { at, timeZone } = content;
  return [
    rule,
    urdu(`${slipDate(at, timeZone, 'ur')}، ${slipTime(at, timeZone, 'ur')}`, 24),
    latin(`${slipDate(at, timeZone, 'en')}, ${slipTime(at, timeZone, 'en')}`, 22),
    ...islamicLines(content),
  ];
};

const EXPECTED_WAIT = { en: 'Expected wait', ur: 'متوقع انتظار' };
const WAIT_FROM_SLOT = { en: 'Wait from then on', ur: 'اس وقت سے انتظار' };

/** A wait in both languages; that of an appointment says from when it counts. */
function waitLines({ wait, slotAt }: TokenSlip): readonly Line[] {
  if (!wait) return [];
  const name = slotAt === null ? EXPECTED_WAIT : WAIT_FROM_SLOT;
  return [urduBold(`${name.ur}: ${waitText(wait, 'ur')}`, 30), latinBold(`${name.en}: ${waitText(wait, 'en')}`, 26)];
}

/** More runs than these do not help anybody to find the way, and do not fit the paper. */
const MOST_RUNS = 3;

function goToLines(goTo: CitizenSlip['goTo']): readonly Line[] {
  if (!goTo || goTo.counters.length === 0) return [];
  const runs = counterRunsOf(goTo.counters).slice(0, MOST_RUNS);
  const inUrdu = runs.map(({ from, to }) =>
    from === to ? inUrduDigits(from) : `${inUrduDigits(from)} تا ${inUrduDigits(to)}`,
  );
  const inEnglish = runs.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
  return [
    urdu(`${goTo.stage.ur}: کاؤنٹر ${inUrdu.join('، ')}`, 26),
    latin(`${goTo.stage.en}: counter ${inEnglish.join(', ')}`, 22),
  ];
}

function trackingLines(tracking: CitizenSlip['tracking']): readonly Line[] {
  if (!tracking) return [];
  return [
    rule,
    urdu('درخواست نمبر', 26),
    latin('Tracking number', 22),
    figure(tracking.number, 44),
    { kind: 'barcode', text: tracking.barcode },
  ];
}

const codeLines = ({ url }: CitizenSlip): readonly Line[] =>
  url === null
    ? []
    : [space(8), { kind: 'code', text: url }, urdu('فون پر دیکھیں', 22), latin('Follow it on your phone', 20)];

function slotLines({ slotAt, timeZone }: TokenSlip): readonly Line[] {
  if (slotAt === null) return [];
  return [
    urduBold(`اپائنٹمنٹ کا وقت: ${slipTime(slotAt, timeZone, 'ur')}`, 30),
    latinBold(`Appointment at ${slipTime(slotAt, timeZone, 'en')}`, 26),
  ];
}

/** What to have at hand; one line a language, so that the whole stays short. */
const papersLines = ({ papers }: TokenSlip): readonly Line[] =>
  papers.length === 0
    ? []
    : [
        rule,
        urdu('یہ کاغذات ساتھ لائیں', 26),
        latin('Bring with you', 22),
        ...papers.flatMap((paper) => [urdu(paper.ur, 22), latin(paper.en, 20)]),
      ];

/** So that nobody takes two slips for two tokens. */
const duplicateLines = ({ isDuplicate }: TokenSlip): readonly Line[] =>
  isDuplicate ? [urduBold('نقل', 40), latinBold('DUPLICATE', 36)] : [];

const aheadLines = (ahead: number | null): readonly Line[] =>
  ahead === null ? [] : [urdu(`آپ سے پہلے: ${inUrduDigits(ahead)}`, 30), latin(`Before you: ${ahead}`, 26)];

const tokenLines = (content: TokenSlip): readonly Line[] => [
  ...duplicateLines(content),
  urdu('آپ کا ٹوکن', 26),
  latin('Your token', 22),
  space(6),
  figure(content.label, 148),
  urduBold(content.service.ur, 36),
  latinBold(content.service.en, 28),
  ...content.classes.flatMap((one) => [urdu(one.ur, 24), latin(one.en, 20)]),
  rule,
  ...slotLines(content),
  ...aheadLines(content.ahead),
  ...waitLines(content),
  ...goToLines(content.goTo),
  ...papersLines(content),
  ...trackingLines(content.tracking),
];

const filedLines = (content: TrackingSlip): readonly Line[] => [
  urdu('آپ کی درخواست درج ہو گئی', 30),
  latin('Your application is filed', 24),
  urduBold(content.service.ur, 36),
  latinBold(content.service.en, 28),
  ...trackingLines(content.tracking),
  rule,
  urdu('یہ پرچی سنبھال کر رکھیں اور وصولی پر ساتھ لائیں', 26),
  latin('Keep this slip and bring it to collect', 22),
  ...(content.goTo ? [rule, figure(content.label, 56), ...goToLines(content.goTo)] : []),
];

/** Whether a slip in those languages has that line. */
const isIn = (languages: SlipContent['languages'], { kind }: Line): boolean =>
  languages === 'both' || kind !== (languages === 'ur' ? 'latin' : 'urdu');

/** What a slip is about, and what follows under its date. */
function bodyOf(content: SlipContent): readonly [body: readonly Line[], foot: readonly Line[]] {
  switch (content.kind) {
    case 'token':
      return [tokenLines(content), codeLines(content)];
    case 'tracking':
      return [filedLines(content), codeLines(content)];
    case 'dayClose':
      return dayCloseLines(content);
  }
}

/** The lines of a slip from top to bottom: Urdu first, and the English under it, or one of them alone. */
export function slipLines(content: SlipContent): readonly Line[] {
  const [body, foot] = bodyOf(content);
  return [...headLines(content), ...body, ...dateLines(content), ...foot, space(16)].filter((line) =>
    isIn(content.languages, line),
  );
}
