import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DroppedFile, droppedFiles, isStill, putAway } from './csv/csv-folder.ts';
import { codeOf, csvReport, troubleReport } from './csv/csv-report.ts';
import { csvRows } from './csv/csv-rows.ts';
import { csvText } from './csv/csv-text.ts';
import type { AppointmentFeed, FeedDesk, FeedRow, FeedTrouble } from './feed.ts';
import { plainDetail } from './plain-detail.ts';
import { pollLoop } from './poll-loop.ts';
import { takeInPieces } from './take-in-pieces.ts';

export interface CsvFeedOptions {
  readonly folder: string;
  readonly desk: FeedDesk;
  readonly pollMs?: number;
  readonly mostBytes?: number;
}

/** What a file came to: a trouble refuses the whole of it. */
interface Verdict {
  readonly report: string;
  readonly trouble: FeedTrouble | null;
}
/** Null leaves the file where it is for another look. */
type Outcome = Verdict | null;

const NO_COLUMN: readonly FeedRow[] = [{ place: 'line 1', sourceId: null, fault: 'columnMissing' }];

const refused = (trouble: FeedTrouble): Outcome => ({ report: troubleReport(trouble), trouble });

/** Writes down the code of each row that passes. */
function* noting(rows: Iterable<FeedRow>, codes: string[]): Generator<FeedRow> {
  for (const row of rows) {
    codes.push(codeOf(row));
    yield row;
  }
}

async function takeText(text: string, desk: FeedDesk, stopping: AbortSignal): Promise<Outcome> {
  const rows = csvRows(text);
  const codes: string[] = [];
  const reports = await takeInPieces(desk, noting(rows ?? NO_COLUMN, codes), stopping);
  return stopping.aborted ? null : { report: csvReport(codes, reports), trouble: rows ? null : 'badAnswer' };
}

/**
 * Takes the CSV files that are dropped into a folder. The rows are on disk before the file is put away: after a power
 * cut in between, the file is taken again, and every row of it is a repeat.
 */
export function csvFeed({ folder, desk, pollMs = 2_000, mostBytes = 32 * 1_048_576 }: CsvFeedOptions): AppointmentFeed {
  let lastLook: readonly DroppedFile[] = [];
  /** Files that are dealt with but could not be put away, by name. */
  const stuck = new Map<string, string>();
  let isFileRefused = false;

  function tellDown(trouble: FeedTrouble, detail: string): void {
    isFileRefused = true;
    desk.isDown(trouble, plainDetail(detail));
  }

  async function read(file: DroppedFile, stopping: AbortSignal): Promise<Outcome> {
    if (file.bytes > mostBytes) return refused('tooLarge');
    const text = csvText(await readFile(join(folder, file.name)));
    return text === undefined ? refused('unreadableFile') : takeText(text, desk, stopping);
  }

  async function finish(file: DroppedFile, { report, trouble }: Verdict, stopping: AbortSignal): Promise<void> {
    await putAway(folder, file, trouble ? 'refused' : 'done', report, stopping);
    if (trouble) tellDown(trouble, file.name);
    else isFileRefused = false;
  }

  async function takeFile(file: DroppedFile, stopping: AbortSignal): Promise<void> {
    const outcome = await read(file, stopping);
    if (!outcome || !(await isStill(folder, file))) return;
    stuck.set(file.name, file.stamp);
    await finish(file, outcome, stopping);
    stuck.delete(file.name);
  }

  async function round(stopping: AbortSignal): Promise<number> {
    let files: readonly DroppedFile[];
    try {
      files = await droppedFiles(folder);
    } catch (error) {
      desk.isDown('unreachable', plainDetail(String((error as NodeJS.ErrnoException).code)));
      return pollMs;
    }
    const seen = new Map(lastLook.map((file) => [file.name, file.stamp]));
    lastLook = files;
    for (const file of files) {
      if (stopping.aborted) return 0;
      if (seen.get(file.name) !== file.stamp || stuck.get(file.name) === file.stamp) continue;
      await takeFile(file, stopping).catch((error: unknown) => {
        if (!stopping.aborted) tellDown(troubleOf(error), file.name);
      });
    }
    if (!isFileRefused) desk.isUp();
    return pollMs;
  }

  return { name: 'csv', ...pollLoop(round) };
}

/** A file system error is the file's; any other is the hub's own store. */
const troubleOf = (error: unknown): FeedTrouble =>
  error instanceof Error && 'syscall' in error ? 'unreadableFile' : 'notStored';
