import { parentPort, workerData } from 'node:worker_threads';
import { findAnomalies } from '../../domain/anomalies/anomaly.ts';
import { readAnomalyFacts } from '../../store/anomalies/anomaly-reads.ts';
import { seqSince } from '../../store/log/event-log.ts';
import { openReadOnly } from '../../store/database.ts';
import { answerTask } from './answer-task.ts';
import { reportSource } from './facts/report-source.ts';
import { stepBack } from '../workers/step-back.ts';
import type { Answer, Asked, Task } from './report-task.ts';

/** A question waits so long for the log to be read to its end; after that it is told how far it has come. */
const PATIENCE_MS = 1_500;
const MOST_KEPT = 20;

stepBack();
const { storeFile, folder } = workerData as { readonly storeFile: string; readonly folder: string };
const db = openReadOnly(storeFile);
const source = reportSource(db, folder);
let isReading = false;
let isStopped = false;

const tell = (answer: Answer): void => parentPort?.postMessage(answer);

/** Lets what was asked meanwhile have its turn. */
const breathe = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** Reads the log to its end, in stretches, whoever asks meanwhile. */
async function readAll(): Promise<void> {
  if (isReading) return;
  isReading = true;
  try {
    while (!isStopped && !source.readOn()) await breathe();
  } catch (error) {
    console.error('The figures of reports could not be made:', error);
  } finally {
    isReading = false;
  }
}

/** Whether the end of the log was reached in time. */
function isUpToDate(): boolean {
  const until = performance.now() + PATIENCE_MS;
  while (!source.readOn()) if (performance.now() > until) return false;
  return true;
}

/** Reports that were made from the log as it stands: a page asks the same twice, and so do two managers. */
let kept = { seq: 0, reports: new Map<string, ReturnType<typeof answerTask>>() };

function reportOf(task: Extract<Task, { readonly kind: 'report' }>): ReturnType<typeof answerTask> {
  const { read } = source.progress();
  if (kept.seq !== read || kept.reports.size >= MOST_KEPT) kept = { seq: read, reports: new Map() };
  const asked = JSON.stringify(task.question);
  const report = kept.reports.get(asked) ?? answerTask(task, source.days);
  kept.reports.set(asked, report);
  return report;
}

/** What was counted of today and the days before: no figure of the reports is needed for it. */
function anomaliesOf({ span, dayBeganAt }: Extract<Task, { readonly kind: 'anomalies' }>) {
  const facts = readAnomalyFacts(db, { ...span, fromSeq: seqSince(db, dayBeganAt) });
  return { anomalies: [...findAnomalies(facts)] };
}

async function answer({ id, task }: Asked): Promise<Answer> {
  if (task.kind === 'anomalies') return { id, ok: true, value: anomaliesOf(task) };
  if (!isUpToDate()) {
    void readAll();
    const { read, of } = source.progress();
    return { id, ok: false, code: 'reportsBeingMade', percent: Math.floor((read / Math.max(1, of)) * 100) };
  }
  return { id, ok: true, value: await (task.kind === 'report' ? reportOf(task) : answerTask(task, source.days)) };
}

parentPort?.on('message', (told: Asked | 'keep' | 'stop') => {
  if (told === 'keep') return void readAll();
  if (told === 'stop') {
    isStopped = true;
    return parentPort?.close();
  }
  answer(told).then(tell, (error: unknown) => {
    tell({ id: told.id, ok: false, code: 'reportFailed', trouble: error instanceof Error ? (error.stack ?? '') : '' });
  });
});
