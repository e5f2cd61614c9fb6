/** A screen that was there for so long is missed when it goes; one that was only looked at is not. */
const SETTLED_MS = 10 * 60_000;

/** Remembers which places had a screen today for a while. */
export function screensInService() {
  let day = '';
  let since = new Map<string, number>();
  let inService = new Set<string>();
  return {
    /** Notes which places have a screen at a moment (epoch ms); gives those that are in service since today. */
    note(connected: Iterable<string>, serviceDay: string, at: number): ReadonlySet<string> {
      if (serviceDay !== day) inService = new Set();
      day = serviceDay;
      since = new Map([...connected].map((place) => [place, Math.min(at, since.get(place) ?? at)]));
      for (const [place, sinceAt] of since) if (at - sinceAt >= SETTLED_MS) inService.add(place);
      return inService;
    },
  };
}
