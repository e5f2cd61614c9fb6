import type { WireError } from '../../protocol/replies.ts';
import type { CentreView } from '../../protocol/views/views.ts';
import type { Language } from '../../domain/token.ts';
import { clockText, dayText } from '../../renderer/clock-text.ts';
import { said } from '../../renderer/text.ts';
import type { KioskText } from '../kiosk-words.tsx';

/** A line of an answer: what it is, and the value that the citizen came for. */
export interface Fact {
  readonly name: Parameters<KioskText>[0];
  readonly value: string;
}

/** An instant among the details of a no; 0 where there is none. */
const instantOf = ({ details }: WireError, name: string): number => Number(details?.[name] ?? 0);

/** What a no says beside its sentence: when to come, on which day, at which stage an application is. */
export function factsOf(error: WireError, centre: CentreView | undefined, language: Language): readonly Fact[] {
  const zone = centre?.timeZone ?? 'UTC';
  const fromAt = instantOf(error, 'fromAt');
  const slotAt = instantOf(error, 'slotAt');
  const dueAt = instantOf(error, 'dueAt');
  const stage = centre?.stages.find(({ id }) => id === error.details?.['stage']);
  const day = (at: number) => dayText(at, zone, language);
  const time = (at: number) => clockText(at, zone, language);
  const lines = [
    { name: 'nowAt', isThere: stage !== undefined, value: said(stage?.name, language) },
    { name: 'dueOn', isThere: dueAt > 0, value: day(dueAt) },
    { name: 'comeFrom', isThere: fromAt > 0, value: time(fromAt) },
    { name: 'day', isThere: fromAt === 0 && slotAt > 0, value: day(slotAt) },
    { name: 'yourSlot', isThere: slotAt > 0, value: time(slotAt) },
  ] as const;
  return lines.filter(({ isThere }) => isThere);
}
