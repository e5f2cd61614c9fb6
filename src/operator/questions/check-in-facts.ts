import type { Language } from '../../domain/token.ts';
import { waitText } from '../../domain/wait-words.ts';
import type { Result } from '../../protocol/replies.ts';
import type { CentreView } from '../../protocol/views/views.ts';
import { clockText } from '../../renderer/clock-text.ts';
import type { OperatorText } from '../operator-words.tsx';
import { serviceText, whereText } from '../where-text.ts';

interface Reader {
  readonly centre: CentreView;
  readonly language: Language;
  readonly text: OperatorText;
}

function slotText({ slotAt, isLate }: Result, { centre, language, text }: Reader): string {
  if (slotAt !== undefined) return clockText(slotAt, centre.timeZone, language);
  return text(isLate ? 'slotPast' : 'noSlot');
}

const placeText = (place: NonNullable<Result['printsAt']>, text: OperatorText): string =>
  'kioskId' in place ? text('kioskNumber', { id: place.kioskId }) : text('counter', { id: place.counterId });

/** What a citizen who was let in is told, as names and values. */
export function checkInFacts(result: Result, reader: Reader): readonly (readonly [name: string, value: string])[] {
  const { centre, language, text } = reader;
  const { goTo, printsAt } = result;
  if (printsAt) return [[text('printsAt'), placeText(printsAt, text)]];
  return [
    [text('service'), serviceText(centre, goTo?.serviceId ?? '', language)],
    [text('slot'), slotText(result, reader)],
    [text('wait'), result.wait ? waitText(result.wait, language) : text('waitUnknown')],
    [text('goTo'), goTo ? whereText(goTo, centre, language, text) : ''],
  ];
}
