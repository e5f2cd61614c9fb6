import type { Language } from '../../domain/token.ts';
import type { CentreView, CounterView } from '../../protocol/views/views.ts';
import type { OperatorText } from '../operator-words.tsx';
import { serviceText, stageText, whereText } from '../where-text.ts';
import { primaryStep } from './actions.ts';

type Reader = { readonly centre: CentreView | undefined; readonly language: Language; readonly text: OperatorText };

/** What finishing does, and where it leads: the operator says it before the citizen gets up. */
export function finishText({ current }: CounterView, { centre, language, text }: Reader): string {
  const [service, ...others] = current?.nextServices ?? [];
  if (current?.next) return text('finishTo', { where: whereText(current.next, centre, language, text) });
  if (service === undefined) return text('finishVisit');
  return others.length > 0 ? text('finishAny') : text('finishTo', { where: serviceText(centre, service, language) });
}

/** What the large button says. */
export function primaryText(view: CounterView, reader: Reader): string {
  const { centre, language, text } = reader;
  const step = primaryStep(view);
  if (step === 'finish') return finishText(view, reader);
  if (step !== 'stay') return text(step);
  return text('stay', { stage: stageText(centre, view.current?.next?.stageId ?? '', language) });
}
