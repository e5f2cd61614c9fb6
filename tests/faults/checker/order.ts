import type { Broken, CentreFields, Read, TokenPatch } from './evidence.ts';

/** Urgency grows no further than four promises. */
const MOST_URGENCY = 4;

/** The one stage of a service from before there were stages. */
const UNSTAGED = { id: '', place: 'counter', profiles: [] as readonly string[] };

function stepOf(centre: CentreFields, { serviceId, stageId = '' }: TokenPatch) {
  const { journey = [UNSTAGED] } = centre.services.find(({ id }) => id === serviceId) ?? {};
  return journey.find(({ id, place }) => id === stageId && place === 'counter');
}

/** The level in which a counter serves a token; undefined when it does not. */
function levelAt(centre: CentreFields, counterId: number, token: TokenPatch): number | undefined {
  const counter = centre.counters.find(({ id }) => id === counterId);
  const profile = centre.profiles.find(({ id }) => id === counter?.profileId);
  const step = stepOf(centre, token);
  if (!profile || !step) return undefined;
  const level = profile.levels.findIndex((services) => services.includes(token.serviceId ?? ''));
  if (step.profiles.length > 0) return step.profiles.includes(profile.id) ? Math.max(0, level) : undefined;
  return level === -1 ? undefined : level;
}

/** The level of a token that may be bound to one counter. */
function boundLevelAt(centre: CentreFields, counterId: number, token: TokenPatch): number | undefined {
  const { boundCounterId = null } = token;
  if (boundCounterId === null) return levelAt(centre, counterId, token);
  return boundCounterId === counterId ? 0 : undefined;
}

/** What decides between two who wait, the lesser first: rank, urgency, time, id; undefined for whom the counter does not serve. */
function placeOf(centre: CentreFields, counterId: number, token: TokenPatch, queueAt: number) {
  const level = boundLevelAt(centre, counterId, token);
  const { waitingSince = 0, targetMs = 1, id } = token;
  if (level === undefined) return undefined;
  if (waitingSince > queueAt) return [Number.MAX_SAFE_INTEGER, 0, waitingSince, id];
  const urgency = Math.min((queueAt - waitingSince) / targetMs, MOST_URGENCY);
  return [urgency >= 1 ? 0 : level, -urgency, waitingSince, id];
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0);
}

/** Who waits, as the log has it. */
function whoWaits() {
  const tokens = new Map<number, TokenPatch>();
  const waiting = new Map<number, TokenPatch>();
  return {
    take(patch: TokenPatch): void {
      const after = { ...tokens.get(patch.id), ...patch };
      tokens.set(patch.id, after);
      if (after.state === 'waiting') waiting.set(patch.id, after);
      else waiting.delete(patch.id);
    },
    /** Somebody who stood before the one that is called; undefined where all is well. */
    passedBy({ id, counterId }: TokenPatch, centre: CentreFields, queueAt: number): TokenPatch | undefined {
      const known = tokens.get(id);
      const own = known && placeOf(centre, counterId ?? 0, known, queueAt);
      return [...waiting.values()].find((other) => {
        const place = other.id === id ? undefined : placeOf(centre, counterId ?? 0, other, queueAt);
        return place !== undefined && (own === undefined || isBefore(place, own));
      });
    },
  };
}

/** I16: who is called without a reason is the one whom the rule puts first, of all who wait, made anew from the log. */
export function callsOutOfOrder({ events, changes }: Read): readonly Broken[] {
  const hall = whoWaits();
  let centre: CentreFields | undefined;
  return changes.flatMap(({ hall: setUp, tokens = [] }, at): readonly Broken[] => {
    centre = setUp?.centre ?? centre;
    const event = events[at];
    const [called] = tokens;
    const passed =
      event?.kind === 'call' && called && centre ? hall.passedBy(called, centre, event.queue_at) : undefined;
    tokens.forEach(hall.take);
    if (!passed) return [];
    return [{ invariant: 'I16', what: `event ${event?.seq}: token ${passed.id} stood before the one called` }];
  });
}
