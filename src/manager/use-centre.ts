import type { CentreView } from '../protocol/views/views.ts';
import { said } from '../renderer/text.ts';
import { useHub } from '../renderer/use-hub.ts';
import { useManagerText } from './manager-words.tsx';
import { calendarDayText, whenText } from './when-text.ts';

/** The centre in the language of the page: its names, and its times as people say them. */
export function useCentre() {
  const { language } = useManagerText();
  const { views, stamp } = useHub();
  const centre: CentreView | undefined = views.centre;
  const timeZone = centre?.timeZone ?? 'UTC';
  // The last stamp says which day it is; a clock that runs on by itself would wake every row of a list each second.
  const reader = { now: stamp?.at ?? 0, timeZone, language };
  return {
    centre,
    timeZone,
    serviceName: (id: string) => said(centre?.services.find((one) => one.id === id)?.name, language) || id,
    stageName: (id: string) => said(centre?.stages.find((one) => one.id === id)?.name, language) || id,
    /** The hour alone for an instant of today, with the day otherwise. */
    when: (instant: number) => whenText(instant, { ...reader, hasWeekday: true }),
    /** The same without the day of the week, for tables. */
    shortWhen: (instant: number) => whenText(instant, { ...reader, hasWeekday: false }),
    day: (date: string) => calendarDayText(date, language),
  };
}
