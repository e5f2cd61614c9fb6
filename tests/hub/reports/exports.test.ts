import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { csvReport } from '../../../src/hub/appointment-feeds/csv/csv-report.ts';
import { safeText } from '../../../src/hub/csv/safe-cell.ts';
import { csvOf } from '../../../src/hub/reports/export/csv.ts';
import type { AnswerOf } from '../../../src/protocol/answers/answers.ts';
import { pdfText } from '../../support/files/pdf-text.ts';
import { unzip } from '../../support/files/unzip.ts';
import { DAY, FORMULA, playedHub, reportOf } from './report-day.ts';

/** After OWASP's "CSV Injection" and what is known to get around simple checks. */
const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1,1)',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil","x")',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u200f=1+1',
  '\ufeff=1+1',
  '\u2066@SUM(1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '−1+1',
  '=1+1";=1+1',
  '"=1+1"\n=2',
] as const;

const isCarriedOut = (cell: string): boolean => /^[\s\p{Format}\p{Control}]*[=+\-@＝＋－＠−]/u.test(cell);

it('lets no formula through: every text that a spreadsheet might carry out is made a text', () => {
  const heads = FORMULAS.map((name) => ({ name, means: null }));
  const csv = csvOf({ title: 'Formulas', heads, rows: [[...FORMULAS], FORMULAS.map(() => -1.5)] });
  expect(csv.startsWith('\ufeff')).toBe(true);
  const [names = [], texts = [], numbers = []] = parse(csv, { bom: true, record_delimiter: '\r\n' }) as string[][];
  expect([...names, ...texts].filter(isCarriedOut)).toEqual([]);
  expect(texts).toHaveLength(FORMULAS.length);
  expect(new Set(numbers)).toEqual(new Set(['-1.5']));
  expect(safeText('A-042')).toBe('A-042');
  expect(safeText('کاؤنٹر')).toBe('کاؤنٹر');
});

// The report beside a dropped file of bookings had a rule of its own, which let formulas in full width or behind blanks
// through.
it('lets none through into the report of a file of bookings either', () => {
  const reports = FORMULAS.map((_, row) => ({ place: `line ${row + 2}`, outcome: 'created' as const }));
  const [, ...rows] = parse(csvReport(FORMULAS, reports), { record_delimiter: '\r\n' }) as string[][];
  expect(rows).toHaveLength(FORMULAS.length);
  expect(rows.filter(([, code = '']) => isCarriedOut(code))).toEqual([]);
});

const DIGITS = '3520212345671';

it(
  'gives the table as CSV and XLSX and the day as PDF, to nobody elsewhere, and no CNIC in any of them',
  { timeout: 60_000 },
  async () => {
    const { hub } = await playedHub(0);
    const get = (address: string) => fetch(`${hub.url}/reports/${address}`);
    const table = `${DAY}/${DAY}/by-operator`;

    const csv = await get(`${table}.csv?lang=en`);
    expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="small-${DAY}-${DAY}-by-operator.csv"`);
    expect(csv.headers.get('cache-control')).toBe('no-store');
    const text = await csv.text();
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row['Operator'])).toEqual(expect.arrayContaining(['Amna', 'Ali •••', "'@Sana", 'All']));
    expect(rows.at(-1)?.['No-shows']).toBe('1');

    const sheets = unzip(Buffer.from(await (await get(`${table}.xlsx?lang=ur`)).arrayBuffer()));
    const sheet = [...sheets].find(([name]) => name.endsWith('sheet1.xml'))?.[1] ?? '';
    expect(sheet).toContain('rightToLeft="1"');
    expect(sheet).not.toContain('<f>');
    const words = [...sheets.values()].join('\n');
    expect(words).toContain('غیر حاضر');

    for (const language of ['en', 'ur'] as const) {
      const bytes = Buffer.from(await (await get(`${DAY}/day.pdf?lang=${language}`)).arrayBuffer());
      const pdf = bytes.toString('latin1');
      expect(pdf.startsWith('%PDF-')).toBe(true);
      expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(2);
      // Letters, not a picture of them.
      expect(pdf).toMatch(/\/FontFile[23]|\/Type3/);
      expect(pdfText(bytes)).toContain('CNIC');
      expect(pdfText(bytes).replaceAll(/\D/g, '')).not.toContain(DIGITS);
    }
    for (const all of [text, words]) expect(all.replaceAll(/[\s-]/g, '')).not.toContain(DIGITS);

    for (const wrong of [
      `${DAY}/2026-11-22/by-service.csv`,
      `${DAY}/${DAY}/by-nothing.csv`,
      `${DAY}/day.exe`,
      '../markaz.db',
    ]) {
      expect([wrong, (await get(wrong)).status]).toEqual([wrong, 404]);
    }
  },
);

type Played = Awaited<ReturnType<typeof playedHub>>;

/** A table of the day as CSV, each row by the names of its columns. */
async function csvTable({ hub }: Played, table: string): Promise<readonly Record<string, string>[]> {
  const csv = await fetch(`${hub.url}/reports/${DAY}/${DAY}/by-service.csv?lang=en&table=${table}`);
  expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="small-${DAY}-${DAY}-${table}.csv"`);
  return parse(await csv.text(), { bom: true, columns: true }) as Record<string, string>[];
}

const inMinutes = (ms: number): string => String(Math.round(ms / 6_000) / 10);
const inHours = (ms: number): string => String(Math.round(ms / 360_000) / 10);
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

it('gives every other table of a report as a CSV of its own, with the figures of the screen', async () => {
  const played = await playedHub(0);
  const { byHour, heat, funnel, cases, jumps } = await reportOf(played.manager, 'service');
  const counters = (await played.manager.socket
    .timeout(30_000)
    .emitWithAck('ask', { name: 'counterDay', payload: { day: DAY } })) as { value: AnswerOf<'counterDay'> };

  const hours = await csvTable(played, 'hours');
  expect(hours).toEqual(
    byHour.map(({ hour, tokens, served }) => ({
      Hour: clock(hour),
      Tokens: String(tokens),
      'Visits ended': String(served),
    })),
  );
  expect(hours.length).toBeGreaterThan(0);
  expect(await csvTable(played, 'heat')).toEqual(
    heat.map(({ hour, waits, p50Ms }) => ({
      Weekday: 'Mon',
      Hour: clock(hour),
      Waits: String(waits),
      'Median wait (min)': inMinutes(p50Ms),
    })),
  );
  const stages = await csvTable(played, 'funnel');
  expect(stages.map((row) => Number(row['Joined the line']))).toEqual(
    expect.arrayContaining(funnel.map(({ joined }) => joined)),
  );
  expect(stages[0]).toMatchObject({ Stage: 'Document check' });
  const applications = await csvTable(played, 'cases');
  expect(applications.map((row) => row['Stage'])).toEqual(['Filing', 'Photograph']);
  expect(applications[1]).toMatchObject({ Open: '1', Overdue: '0', 'Ended late': '0', 'Took, median (min)': '' });
  expect(applications).toHaveLength(cases.length);
  const reasons = await csvTable(played, 'jumps');
  expect(reasons.map((row) => row['Reason'])).toEqual(
    expect.arrayContaining(['Urgent need', `'${FORMULA}`, 'CNIC •••', 'Served without a token']),
  );
  expect(reasons.map((row) => row['Overtaken'])).toEqual(jumps.map(({ overtaken }) => String(overtaken)));
  expect(await csvTable(played, 'counters')).toMatchObject(
    counters.value.counters.map(({ id, openMs, idleMs, calls }) => ({
      Counter: String(id),
      'Counters open (h)': inHours(openMs),
      'Idle while people waited (h)': inHours(idleMs),
      Calls: String(calls),
    })),
  );
  for (const wrong of [
    `${DAY}/${DAY}/by-service.csv?table=secrets`,
    `2026-11-22/${DAY}/by-service.csv?table=counters`,
  ]) {
    expect([wrong, (await fetch(`${played.hub.url}/reports/${wrong}`)).status]).toEqual([wrong, 404]);
  }
});

/** The names of a workbook's sheets, and all that is written in it. */
function workbook(zip: Buffer) {
  const files = unzip(zip);
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, name]) => name,
  );
  return { names, files };
}

it('gives all tables in one workbook, and on its last sheet what each figure means', async () => {
  const { hub } = await playedHub(0);
  const get = async (from: string, lang: string) => {
    const file = await fetch(`${hub.url}/reports/${from}/${DAY}/by-service.xlsx?lang=${lang}`);
    return workbook(Buffer.from(await file.arrayBuffer()));
  };
  const tables = [
    'Figures',
    'Arrivals and ends',
    'Waits by weekday',
    'Tokens at the counters',
    'Applications by stage',
    'Called out of order',
  ];
  const { names, files } = await get(DAY, 'en');
  expect(names).toEqual([...tables, 'Counters of the day', 'What they mean']);
  const words = [...files.values()].join('\n');
  for (const said of ['Document check', 'Amna', '&apos;=HYPERLINK', 'CNIC •••', 'past their due time']) {
    expect([said, words.replaceAll("'", '&apos;').includes(said)]).toEqual([said, true]);
  }
  expect(words.replaceAll(/[\s-]/g, '')).not.toContain(DIGITS);
  expect([...files].filter(([, text]) => text.includes('<f>'))).toEqual([]);
  expect((await get('2026-11-22', 'en')).names).toEqual([...tables, 'What they mean']);
  expect((await get(DAY, 'ur')).names.every((name) => /[\u0600-\u06ff]/.test(name ?? ''))).toBe(true);
});
