import { type Centre, findService } from '../centre.ts';
import { accept, type Decision, type Moment, refuse } from '../decision.ts';
import { firstCounterStage } from '../journeys/journey.ts';
import { queueAtOf } from '../calendar/queue-time.ts';
import { serviceDayOf } from '../calendar/service-day.ts';
import { classesOf } from '../target.ts';
import type { Token } from '../token.ts';
import { type IssueFacts, makeToken } from './issue.ts';

/** A pre-printed paper token as it is written down: its number, who came for what, and when (epoch ms). */
export interface PaperEntry {
  readonly number: number;
  readonly serviceId: string;
  readonly classes: readonly string[];
  readonly cameAt: number;
}

/**
 * A paper token takes its rightful place: it waits since its citizen came. Refused for a number that was entered
 * before (`isUsed`), and for a time that is not of this service day or lies ahead.
 */
export function enterPaper(
  centre: Centre,
  entry: PaperEntry,
  facts: IssueFacts & { readonly isUsed: (series: string, number: number) => boolean },
  now: Moment,
): Decision<Token> {
  const series = centre.paperSeries;
  if (series === null) return refuse('noPaperSeries');
  const service = findService(centre, entry.serviceId);
  if (!service) return refuse('unknownService', { service: entry.serviceId });
  if (entry.cameAt > now.at || serviceDayOf(entry.cameAt, centre) !== facts.serviceDay) return refuse('paperTimeWrong');
  if (facts.isUsed(series, entry.number)) return refuse('paperUsed', { label: `${series}-${entry.number}` });
  const classes = classesOf(centre, entry.classes);
  if (!classes.ok) return classes;
  const stage = firstCounterStage(service);
  const number = { ...facts, draw: () => entry.number };
  const token = makeToken({ service, stage, classes: classes.value, language: 'ur' }, number, now);
  return accept({ ...token, series, issuedAt: entry.cameAt, waitingSince: queueAtOf(now, centre, entry.cameAt) });
}
