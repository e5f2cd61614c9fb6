import { counterRunsOf } from '../domain/counter-runs.ts';
import type { Language } from '../domain/token.ts';
import type { CentreView } from '../protocol/views/views.ts';
import { digits, said } from '../renderer/text.ts';
import type { OperatorText } from './operator-words.tsx';

/** Counters as people say them: `counter 4`, `counters 26–28`, `counters 1–5, 11`; in Urdu `کاؤنٹر ۲۶ تا ۲۸`. */
export function countersText(counters: readonly number[], language: Language, text: OperatorText): string {
  const list = counterRunsOf(counters)
    .map(({ from, to }) => [...new Set([from, to])].map((id) => digits(id, language)).join(text('to')))
    .join(text('comma'));
  return text('counters', { count: counters.length, list });
}

export const stageText = (centre: CentreView | undefined, stageId: string, language: Language): string =>
  said(centre?.stages.find((stage) => stage.id === stageId)?.name, language);

export const serviceText = (centre: CentreView | undefined, serviceId: string, language: Language): string =>
  said(centre?.services.find((service) => service.id === serviceId)?.name, language);

interface Place {
  readonly stageId: string;
  readonly counters: readonly number[];
}

/** A stage and where it is done: `Fee payment, counters 26–28`. */
export const whereText = (
  place: Place,
  centre: CentreView | undefined,
  language: Language,
  text: OperatorText,
): string =>
  text('where', {
    stage: stageText(centre, place.stageId, language),
    counters: countersText(place.counters, language, text),
  });
