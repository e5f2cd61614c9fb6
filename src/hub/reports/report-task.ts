import type { Centre } from '../../domain/centre.ts';
import type { ReportTable } from '../../domain/reports/figures/table-words.ts';
import type { Language } from '../../domain/token.ts';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { AnomalySpan } from '../../store/anomalies/anomaly-reads.ts';
import type { CounterDay, ReportAnswer, ReportQuestion } from '../../protocol/answers/report-answers.ts';

/** A report as a file, as its reader reads it. */
export interface FileTask {
  readonly question: ReportQuestion;
  readonly language: Language;
  readonly centre: Centre;
}

/** What the worker of reports is asked to make. */
export type Task =
  | { readonly kind: 'report'; readonly question: ReportQuestion }
  | { readonly kind: 'counterDay'; readonly day: string }
  | { readonly kind: 'anomalies'; readonly span: Omit<AnomalySpan, 'fromSeq'>; readonly dayBeganAt: number }
  | ({ readonly kind: 'csv'; readonly table: ReportTable } & FileTask)
  | ({ readonly kind: 'xlsx' } & FileTask)
  | { readonly kind: 'pdf'; readonly day: string; readonly language: Language; readonly centre: Centre };

/** What each kind of task gives. */
export interface Made {
  readonly report: ReportAnswer;
  readonly counterDay: CounterDay;
  readonly anomalies: AnswerOf<'anomalies'>;
  readonly csv: Uint8Array;
  readonly xlsx: Uint8Array;
  readonly pdf: Uint8Array;
}

export interface Asked {
  readonly id: number;
  readonly task: Task;
}

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: Made[Task['kind']] }
  | { readonly id: number; readonly ok: false; readonly code: 'reportsBeingMade'; readonly percent: number }
  | { readonly id: number; readonly ok: false; readonly code: 'reportFailed'; readonly trouble: string };
