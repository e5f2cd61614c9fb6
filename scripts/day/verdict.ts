import { resolve } from 'node:path';
import type { Centre } from '../../src/domain/centre.ts';
import type { BoardView } from '../../src/protocol/views/views.ts';
import { boardView } from '../../src/hub/views/board-view.ts';
import { openReadOnly } from '../../src/store/database.ts';
import { tablesThatDiffer } from '../../src/store/log/rebuild.ts';
import { tablesOf } from '../../src/store/tables.ts';
import type { Report } from './cast.ts';
import { checkLog, lostCommands, type LogCheck, waitsByService } from './check-log.ts';

export interface Verdict {
  readonly log: LogCheck | null;
  readonly waits: ReturnType<typeof waitsByService>;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly refused: ReadonlyMap<string, number>;
  readonly boards: number;
  readonly faults: readonly string[];
}

function doubleLabels(reports: readonly Report[]): number {
  const issued = reports
    .flatMap((report) => report.acknowledged)
    .filter(({ name, reply }) => name === 'issue' && reply.ok);
  const labels = issued.map(({ reply }) => (reply.ok ? reply.result.label : ''));
  return labels.length - new Set(labels).size;
}

/** What of a board stands until something happens: forecasts and who walks where pass by themselves. */
const lasting = (board: BoardView | undefined): string => JSON.stringify({ ...board, waits: [], moves: [] });

function storeFaults(file: string, centre: Centre, reports: readonly Report[], log: LogCheck): readonly string[] {
  const db = openReadOnly(file);
  const tables = tablesOf(db);
  const lost = lostCommands(
    file,
    reports.flatMap((report) => report.acknowledged),
  );
  const differ = tablesThatDiffer(db, resolve(import.meta.dirname, '../../migrations'));
  const stale = reports
    .flatMap((report) => report.boards)
    .filter(({ hallId, last }) => {
      const facts = { at: last?.stamp.at ?? 0, waitFor: () => null, media: [] };
      return lasting(last?.value) !== lasting(boardView(tables, centre, { hallId, boardId: null }, facts));
    });
  db.close();
  return [
    ...log.faults,
    ...(log.doubleNumbers > 0 ? [`${log.doubleNumbers} numbers were given twice`] : []),
    ...(lost.length > 0 ? [`${lost.length} acknowledged commands are not in the store as they were answered`] : []),
    ...differ.map((table) => `table ${table} is not what the event log says`),
    ...stale.map(({ hallId }) => `a board of ${hallId ?? 'the whole centre'} does not show what the hub says`),
  ];
}

/** Holds what the participants saw against what the store says. */
export function verdictOf(file: string | null, centre: Centre, reports: readonly Report[]): Verdict {
  const log = file ? checkLog(file) : null;
  const all = reports.flatMap((report) => report.acknowledged);
  const refused = Map.groupBy(
    all.flatMap(({ reply }) => (reply.ok ? [] : [reply.error.code])),
    (code) => code,
  );
  const boards = reports.flatMap((report) => report.boards);
  const doubles = doubleLabels(reports);
  const faults = [
    ...(doubles > 0 ? [`kiosks printed ${doubles} labels twice`] : []),
    ...boards.filter((board) => board.wentBack > 0).map(() => 'a board was shown an older state after a newer one'),
    ...(file && log ? storeFaults(file, centre, reports, log) : []),
  ];
  return {
    log,
    waits: file ? waitsByService(file) : [],
    acknowledged: all.length,
    unanswered: reports.reduce((sum, report) => sum + report.unanswered, 0),
    refused: new Map([...refused].map(([code, list]) => [code, list.length])),
    boards: boards.length,
    faults,
  };
}

export function printSummary({ log, waits, acknowledged, unanswered, refused, boards, faults }: Verdict): void {
  if (waits.length > 0) {
    console.log(`\n${'service'.padEnd(24)}${'called'.padStart(8)}${'wait p50'.padStart(12)}${'wait p90'.padStart(12)}`);
    for (const { service, count, p50, p90 } of waits) {
      console.log(
        `${service.padEnd(24)}${String(count).padStart(8)}${`${p50.toFixed(1)} min`.padStart(12)}${`${p90.toFixed(1)} min`.padStart(12)}`,
      );
    }
  }
  const said = [...refused].map(([code, count]) => `${code} ${count}`).join(', ');
  console.log(
    `\ncommands acknowledged: ${acknowledged}, unanswered: ${unanswered}${said ? `, refused by rule: ${said}` : ''}`,
  );
  console.log(`boards that watched: ${boards}`);
  if (log) {
    console.log(`tokens: ${log.tokens}, calls: ${log.calls}, no-shows: ${log.noShows}, events: ${log.events}`);
    console.log(`double numbers: ${log.doubleNumbers}`);
  } else {
    console.log('The hub was started elsewhere: its store was not checked here.');
  }
  for (const fault of faults.slice(0, 20)) console.error(`FAULT: ${fault}`);
  console.log(faults.length === 0 ? 'The day is whole.' : `${faults.length} faults.`);
}
