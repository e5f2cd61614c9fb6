import { type Centre, stageNameOf } from '../../domain/centre.ts';
import type { Refusal } from '../../domain/decision.ts';
import { inUrduDigits } from '../../domain/urdu-digits.ts';
import { type ErrorCode, errorSentence } from '../../protocol/error-codes.ts';
import type { Reply, WireError } from '../../protocol/replies.ts';
import { slipDate, slipTime } from '../../slip/slip-words.ts';

type Details = NonNullable<Refusal['details']>;
type Language = 'en' | 'ur';

/** Names in sentences that stand for an instant of the details: a time of the day, or a day. */
const TIMES = { slot: 'slotAt', from: 'fromAt' } as const;
const DAYS = ['slotAt', 'dueAt'] as const;

/** The details as people read them in a language: instants as times and days, stages and services by name, numbers in its digits. */
function inWords(details: Details, centre: Centre | undefined, language: Language): Details {
  const zone = centre?.timeZone ?? 'UTC';
  const numbers = Object.entries(details).map(([name, value]) => [
    name,
    language === 'ur' && typeof value === 'number' ? inUrduDigits(value) : value,
  ]);
  const times = Object.entries(TIMES).flatMap(([name, source]) => {
    const at = details[source];
    return typeof at === 'number' ? [[name, slipTime(at, zone, language)]] : [];
  });
  const dayAt = DAYS.map((name) => details[name]).find((at) => typeof at === 'number');
  const { stage, serviceId } = details;
  const service = centre?.services.find((one) => one.id === serviceId);
  return {
    ...(Object.fromEntries(numbers) as Details),
    ...(Object.fromEntries(times) as Details),
    ...(typeof dayAt === 'number' ? { day: slipDate(dayAt, zone, language) } : {}),
    ...(centre && typeof stage === 'string' ? { stageName: stageNameOf(centre, stage)[language] } : {}),
    ...(service ? { serviceName: service.name[language] } : {}),
  };
}

/** An error as it crosses the wire, with its sentences. */
export function wireError(
  error: { readonly code: ErrorCode; readonly details?: Refusal['details'] },
  centre?: Centre,
): WireError {
  const { code, details } = error;
  const sentence = (language: Language) =>
    errorSentence(details ? { code, details: inWords(details, centre, language) } : { code }, language);
  return { code, ...(details ? { details } : {}), message: { en: sentence('en'), ur: sentence('ur') } };
}

/** A no to a command; `id` is null when the command had none that could be read. */
export const refusal = (id: string | null, code: ErrorCode, details?: Refusal['details']): Reply => ({
  ok: false,
  id,
  error: wireError(details ? { code, details } : { code }),
});
