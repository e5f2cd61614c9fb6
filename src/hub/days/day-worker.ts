import { workerData } from 'node:worker_threads';
import type { ApiAnswer } from '../../protocol/api/api-routes.ts';
import { openReadOnly } from '../../store/database.ts';
import { dayReads } from '../../store/integrations/day-reads.ts';
import { dayPayloadOf, sealed } from './day-file.ts';
import { daySigner } from './day-signer.ts';
import { byService, totalsOf } from './day-totals.ts';
import { doTasks } from '../workers/do-tasks.ts';

/** What is asked of the worker: the totals of days, or the file of one. */
export type DayAsked =
  | { readonly kind: 'totals'; readonly from: string; readonly to: string; readonly today: string }
  | { readonly kind: 'file'; readonly date: string };

/** A file as it is sent, made here so that the hub's own thread only passes it on. */
export interface DayFile {
  readonly payload: string;
  readonly envelope: string;
  readonly keyId: string;
  readonly signature: string;
}

const { storeFile, folder } = workerData as { readonly storeFile: string; readonly folder: string };
const db = openReadOnly(storeFile);
const reads = dayReads(db);
const signer = daySigner(folder);

function totals({ from, to, today }: Extract<DayAsked, { kind: 'totals' }>): ApiAnswer<'days'> {
  const byDay = Map.groupBy(reads.counts(from, to), (count) => count.serviceDay);
  const days = reads.days().filter((day) => day >= from && day <= to);
  return {
    days: days.map((serviceDay) => {
      const counts = byDay.get(serviceDay) ?? [];
      return { serviceDay, isOver: serviceDay !== today, totals: totalsOf(counts), services: byService(counts) };
    }),
  };
}

function file(date: string): DayFile | null {
  const read = dayPayloadOf(reads, date);
  if (!read) return null;
  const payload = JSON.stringify(read);
  const envelope = sealed(signer, payload);
  return { payload, envelope: JSON.stringify(envelope), keyId: envelope.keyId, signature: envelope.signature };
}

// All that one answer reads is of one moment.
const answer = db.transaction((asked: DayAsked) => (asked.kind === 'totals' ? totals(asked) : file(asked.date)));

doTasks<DayAsked>(answer);
