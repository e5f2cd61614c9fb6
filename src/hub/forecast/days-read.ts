import { type DayRule, dayBounds } from '../../domain/calendar/service-day.ts';

export type Span = readonly [fromMs: number, toMs: number];

/** The service days that were read, and when each counter was open in them. */
export function daysRead(rule: DayRule) {
  const days: string[] = [];
  const spans = new Map<string, Map<number, Span[]>>();
  const openSince = new Map<number, number>();
  let beganAt = 0;
  return {
    seen: { days, spans },
    beganAt: () => beganAt,
    begin(day: string): void {
      days.push(day);
      spans.set(day, new Map());
      [beganAt] = dayBounds(day, rule);
      openSince.clear();
    },
    /** A counter has opened, or no longer is open. */
    see(counterId: number, isOpen: boolean, at: number): void {
      const since = openSince.get(counterId);
      if (isOpen && since === undefined) openSince.set(counterId, at);
      if (isOpen || since === undefined) return;
      openSince.delete(counterId);
      const ofDay = spans.get(days.at(-1) ?? '');
      ofDay?.set(counterId, [...(ofDay.get(counterId) ?? []), [since - beganAt, at - beganAt]]);
    },
  };
}
