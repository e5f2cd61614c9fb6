import { serviceDayOf } from '../../domain/calendar/service-day.ts';
import { freeMarks } from '../../domain/numbering.ts';
import type { Origin, Restored } from '../../store/log/event.ts';
import type { Store } from '../../store/store.ts';

/** Numbers that may have been given and not yet copied: every series goes on above its last known one by so many more. */
export const NUMBER_GAP = 50;
/** No screen raises a series by more at once: a wrong one could use up its numbers. */
export const MOST_RAISED = 2_000;
/** The same for ids, which stand in addresses of pages. */
const ID_GAP = 1_000;
/** A copy that is older than this may lack more than any gap: every series then carries a letter more for the day. */
export const FRESH_MS = 60_000;
/** What the days since the last word may have given, at most. */
const IDS_OF_STALE = 20_000;

export interface TakeOver {
  readonly by: string;
  readonly at: number;
  /** How long ago the other hub was heard (ms); endless where nobody knows. */
  readonly silentMs: number;
  /** Whether the other hub has stopped and told all: nothing can be missing. */
  readonly isWhole: boolean;
  /** Whether a person does it: then no screen has to be there for the hub to speak, until some are in service anew. */
  readonly isByHand: boolean;
  /** How many epochs are left out, so that two hubs that nobody told of each other never begin the same one. */
  readonly leap: number;
  /** What screens have seen of the numbers, by service day. */
  readonly seen: readonly { readonly day: string; readonly numbers: Readonly<Record<string, number>> }[];
  readonly draw: (count: number) => number;
}

/** A letter for every series of the day, where more may be missing than a gap of numbers can cover. */
function markFor(store: Store, { at, draw }: TakeOver): string {
  const centre = store.hall.get()?.centre;
  const series = [...(centre?.services.map((one) => one.series) ?? []), centre?.paperSeries ?? ''];
  const marks = freeMarks(
    series,
    store.restored.all().map(({ mark }) => mark),
  );
  const free = marks.length > 0 ? marks : freeMarks(series, [store.restored.markOn(dayAt(store, at))]);
  return free[draw(Math.max(1, free.length))] ?? '';
}

function dayAt(store: Store, at: number): string {
  const hall = store.hall.get();
  return hall ? serviceDayOf(at, hall.centre) : '';
}

/** What the new epoch may not give again. */
function floors(store: Store, order: TakeOver): Restored {
  const day = store.hall.get()?.serviceDay ?? '';
  const today = dayAt(store, order.at);
  const isClose = order.isWhole || (order.silentMs <= FRESH_MS && today === day);
  const gap = order.isWhole ? 0 : isClose ? ID_GAP : IDS_OF_STALE;
  return {
    mark: isClose ? store.restored.markOn(today) : markFor(store, order),
    untilDay: [day, today].toSorted().at(-1) ?? today,
    tokenFloor: store.tokens.nextId() - 1 + gap,
    applicationFloor: store.applications.nextId() - 1 + gap,
  };
}

/** The last number of each series that the copy or a screen knows of. */
function lastKnown(store: Store, day: string, seen: TakeOver['seen']): ReadonlyMap<string, number> {
  const known = new Map(Object.entries(store.days.lastNumbers(day)));
  for (const { numbers } of seen.filter((one) => one.day === day)) {
    for (const [name, number] of Object.entries(numbers)) {
      const copied = known.get(name) ?? 0;
      if (number > copied && number - copied <= MOST_RAISED) known.set(name, number);
    }
  }
  return known;
}

/** Lets every series of the day go on above what may have been given. */
function raiseAll(store: Store, mark: string, origin: Origin, screens: TakeOver['seen']): void {
  const hall = store.hall.get();
  if (!hall) return;
  const known = lastKnown(store, hall.serviceDay, screens);
  const names = new Set([...known.keys(), ...hall.centre.services.map(({ series }) => `${series}${mark}`)]);
  for (const name of names) {
    const seen = known.get(name) ?? 0;
    const payload = { series: { name, nextNumber: seen + NUMBER_GAP + 1 }, about: { seen } };
    store.append({ kind: 'raiseNumbers', tokenId: null, payload }, origin);
  }
}

/**
 * Lets no set of screens count that was before: whoever goes on has all of them. By hand nobody is in service, since screens
 * that are gone for good would keep the hub from speaking, and from being told so.
 */
function beginService(store: Store, isByHand: boolean, origin: Origin): void {
  const before = store.inService.newest();
  if (!before) return;
  const inService = { devices: isByHand ? [] : before.devices, confirmedSeq: store.head().seq + 1 };
  store.append({ kind: 'inService', tokenId: null, payload: { inService } }, origin);
}

/** Whoever was the standby is the hub now, or is gone for good: nobody stands by, until another one is paired. */
function revokeStandbys(store: Store, origin: Origin): void {
  for (const device of store.devices.inUse().filter(({ kind }) => kind === 'standby')) {
    store.append(
      { kind: 'revokeDevice', tokenId: null, payload: { device: { ...device, revokedAt: origin.at } } },
      origin,
    );
  }
}

/**
 * Begins the next epoch in a copied store: the hub that runs on it speaks from then on, and gives no number that the one
 * before may have given. Gives the epoch.
 */
export function takeOver(store: Store, order: TakeOver): number {
  const last = store.lastEvent();
  const epoch = Math.max(store.epochs.epoch(), store.epochs.supersededBy() ?? 0) + 1 + order.leap;
  const at = Math.max(order.at, last?.at ?? 0);
  const origin = { actor: order.by, device: 'standby', commandId: null, at, queueAt: last?.queueAt ?? 0 };
  store.transact(() => {
    const restored = floors(store, order);
    const about = { silentMs: Math.min(order.silentMs, Number.MAX_SAFE_INTEGER), isWhole: order.isWhole };
    store.append({ kind: 'takeOver', tokenId: null, payload: { epoch, restored, about } }, origin);
    if (!order.isWhole) raiseAll(store, restored.mark, origin, order.seen);
    revokeStandbys(store, origin);
    beginService(store, order.isByHand, origin);
  });
  return epoch;
}
