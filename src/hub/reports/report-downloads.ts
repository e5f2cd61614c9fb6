import type { IncomingMessage, ServerResponse } from 'node:http';
import { CHANNELS } from '../../domain/reports/day-facts.ts';
import type { Centre } from '../../domain/centre.ts';
import type { Language } from '../../domain/token.ts';
import { reportQuestion, type ReportQuestion } from '../../protocol/answers/report-answers.ts';
import { HEADERS, json } from '../answer-http.ts';
import { wireError } from '../commands/command-reply.ts';
import { tablesOf } from './export/report-tables.ts';
import type { Outcome, ReportDesk } from './report-desk.ts';

const TABLE = /^\/reports\/(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)\/by-([a-z]{3,10})\.(csv|xlsx)$/;
const DAY_SHEET = /^\/reports\/(\d{4}-\d\d-\d\d)\/day\.pdf$/;

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;
type Kind = keyof typeof TYPES;

export interface DownloadFacts {
  readonly centre: () => Centre;
  readonly desk: Pick<ReportDesk, 'make'>;
  /** Whether who asks may read reports. */
  readonly mayRead: (req: IncomingMessage) => boolean;
}

interface Download {
  readonly kind: Kind;
  readonly name: string;
  readonly make: () => Promise<Outcome<Kind>>;
}

const languageOf = (query: URLSearchParams): Language => (query.get('lang') === 'ur' ? 'ur' : 'en');

/** The question that an address asks; undefined where it is none. */
function questionOf(from: string, to: string, groupBy: string, query: URLSearchParams): ReportQuestion | undefined {
  const counter = query.get('counter');
  const channel = query.get('channel');
  const parsed = reportQuestion.safeParse({
    fromDay: from,
    toDay: to,
    groupBy,
    filter: {
      service: query.get('service'),
      stage: query.get('stage'),
      counter: counter === null ? null : Number(counter),
      operator: query.get('operator'),
      class: query.get('class'),
      channel: CHANNELS.find((one) => one === channel) ?? channel,
    },
  });
  return parsed.success ? parsed.data : undefined;
}

function csvOf(
  question: ReportQuestion,
  query: URLSearchParams,
  { centre, desk }: DownloadFacts,
): Download | undefined {
  const asked = query.get('table') ?? 'figures';
  const table = tablesOf(question).find((name) => name === asked);
  if (!table) return undefined;
  const { fromDay, toDay, groupBy } = question;
  return {
    kind: 'csv',
    name: `${centre().id}-${fromDay}-${toDay}-${table === 'figures' ? `by-${groupBy}` : table}.csv`,
    make: () => desk.make({ kind: 'csv', table, question, language: languageOf(query), centre: centre() }),
  };
}

function xlsxOf(question: ReportQuestion, query: URLSearchParams, { centre, desk }: DownloadFacts): Download {
  const { fromDay, toDay, groupBy } = question;
  return {
    kind: 'xlsx',
    name: `${centre().id}-${fromDay}-${toDay}-by-${groupBy}.xlsx`,
    make: () => desk.make({ kind: 'xlsx', question, language: languageOf(query), centre: centre() }),
  };
}

function tableOf(path: string, query: URLSearchParams, facts: DownloadFacts): Download | undefined {
  const [, from = '', to = '', groupBy = '', ending] = TABLE.exec(path) ?? [];
  const question = ending === undefined ? undefined : questionOf(from, to, groupBy, query);
  if (!question) return undefined;
  return ending === 'xlsx' ? xlsxOf(question, query, facts) : csvOf(question, query, facts);
}

function daySheetOf(path: string, query: URLSearchParams, { centre, desk }: DownloadFacts): Download | undefined {
  const day = DAY_SHEET.exec(path)?.[1];
  if (day === undefined) return undefined;
  const language = languageOf(query);
  return {
    kind: 'pdf',
    name: `${centre().id}-${day}-${language}.pdf`,
    make: () => desk.make({ kind: 'pdf', day, language, centre: centre() }),
  };
}

function send(res: ServerResponse, { kind, name }: Download, outcome: Outcome<Kind>): void {
  if (!outcome.ok) {
    const isMaking = outcome.error.code === 'reportsBeingMade';
    return json(res, outcome, isMaking ? 503 : 500);
  }
  res.writeHead(200, {
    ...HEADERS,
    'content-type': TYPES[kind],
    'content-disposition': `attachment; filename="${name}"`,
    'content-length': outcome.value.byteLength,
    'cache-control': 'no-store',
  });
  res.end(outcome.value);
}

/** Serves the exports of reports under `/reports/`; whether there was something at that path. */
export function reportDownloads(facts: DownloadFacts) {
  return (req: IncomingMessage, res: ServerResponse, path: string): boolean => {
    if (!path.startsWith('/reports/')) return false;
    if (!facts.mayRead(req)) {
      json(res, { ok: false, error: wireError({ code: 'notAllowed' }) }, 403);
      return true;
    }
    const query = new URL(req.url ?? '/', 'http://hub').searchParams;
    const download = tableOf(path, query, facts) ?? daySheetOf(path, query, facts);
    if (!download) return false;
    void download.make().then((outcome) => send(res, download, outcome));
    return true;
  };
}
