import type { Range } from '../../domain/verbs/issue.ts';
import type { LoggedEvent } from '../../store/log/event.ts';

/** What was told at the kiosk holds for so long on a played day: forecasts of later moments are not in the log. */
const HOLDS_MS = 30 * 60_000;

/** The waits that a played day shows: what the newest slip of a service said. */
export function toldWaits() {
  const told = new Map<string, { readonly at: number; readonly range: Range }>();
  return {
    hear({ at, payload }: LoggedEvent): void {
      for (const { serviceId, issuedAt, forecastP50Ms: p50Ms, forecastP90Ms: p90Ms } of payload.tokens ?? []) {
        if (serviceId === undefined || issuedAt === undefined || p50Ms == null || p90Ms == null) continue;
        told.set(serviceId, { at, range: { p50Ms, p90Ms } });
      }
    },
    waitFor(serviceId: string, at: number): Range | null {
      const known = told.get(serviceId);
      return known && at - known.at <= HOLDS_MS ? known.range : null;
    },
  };
}
