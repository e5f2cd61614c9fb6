import type { Centre } from '../../domain/centre.ts';
import { deskOf } from '../../domain/desks.ts';
import { queueIdOf } from '../../domain/journeys/journey.ts';
import { type ClosingForecast, closingForecast } from '../../domain/wait-forecast/closing-forecast.ts';
import type { ForecastHall } from '../../domain/wait-forecast/forecast-hall.ts';
import { quantileOf } from '../../domain/wait-forecast/law.ts';
import type { WaitingRow } from '../../store/hall-reads.ts';

/** What becomes of those who wait, by hall and by desk. */
export interface Closing {
  readonly halls: readonly (readonly [hallId: string, forecast: ClosingForecast])[];
  readonly desks: readonly (readonly [deskId: string, forecast: ClosingForecast])[];
}

/** Reads the closing out of the plays. Everybody is done with the stage that they wait for when its usual time is over. */
export function closingOf(
  centre: Centre,
  waiting: readonly Pick<WaitingRow, 'serviceId' | 'stageId'>[],
  { hall, calls, runs }: { readonly hall: ForecastHall; readonly calls: Float32Array; readonly runs: number },
  closesInMs: number | null,
): Closing {
  const usualMs = hall.lines.map(({ law, stretch }) => {
    const times = hall.laws[law];
    return times ? quantileOf(times, 0.5) * (stretch[0] ?? 1) : 0;
  });
  const people = waiting.map(({ serviceId, stageId }, id) => ({
    id,
    desk: deskOf(centre, queueIdOf(serviceId, stageId)),
    serviceMs: usualMs[hall.waiting[id]?.line ?? -1] ?? 0,
  }));
  const groupedBy = (keyOf: (one: (typeof people)[number]) => string) =>
    [...Map.groupBy(people, keyOf)].map(
      ([key, group]) => [key, closingForecast(calls, runs, group, closesInMs)] as const,
    );
  return {
    halls: groupedBy(({ desk }) => desk.hallId),
    desks: groupedBy(({ desk }) => desk.id),
  };
}
