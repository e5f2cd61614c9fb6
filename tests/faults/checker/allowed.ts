import type { Broken, Change, CounterPatch, EventLine, Read } from './evidence.ts';

/** What only the operator of a counter does. */
const AT_COUNTER: ReadonlySet<string> = new Set(['call', 'jump', 'recall', 'start', 'finish', 'markNoShow', 'park']);
/** What only a manager does, at a screen of their own. */
const BY_MANAGER: ReadonlySet<string> = new Set([
  'addStaff',
  'changeStaff',
  'removeStaff',
  'setPin',
  'unlockStaff',
  'enrolCard',
  'removeCard',
  'pairDevice',
  'revokeDevice',
  'changeMedia',
  'addApiKey',
  'revokeApiKey',
  'addWebhook',
  'removeWebhook',
]);
/** What comes of a kiosk's commands. */
const AT_KIOSK: ReadonlySet<string> = new Set([
  'issue',
  'checkIn',
  'checkInBooking',
  'mergeCheckIn',
  'collect',
  'reprint',
  'recordSlip',
  'grantLease',
  'refuseMerge',
  'supersede',
  'leave',
]);
/** Screens that show, and do nothing. */
const SHOWS_ONLY: ReadonlySet<string> = new Set(['board', 'counterDisplay', 'display']);

/** The kind of a machine: as it was paired, else as its name begins. */
function kindOf(device: string, paired: ReadonlyMap<string, string>): string {
  const id = /#(\d+)$/.exec(device)?.[1];
  return (id === undefined ? undefined : paired.get(id)) ?? device.split('-')[0] ?? '';
}

function isForbidden({ kind, device }: EventLine, of: string): boolean {
  if (SHOWS_ONLY.has(of)) return true;
  if (of === 'kiosk') return !AT_KIOSK.has(kind) && !AT_COUNTER.has(kind);
  return BY_MANAGER.has(kind) && of !== 'manager' && device !== 'hub';
}

/** I13: whoever did something was allowed to: by the machine that it came from, and by who had opened the counter. */
export function actorsNotAllowed({ events, changes }: Read): readonly Broken[] {
  const paired = new Map<string, string>();
  const operators = new Map<number, string | null>();
  const autoCalls = new Set<number>();
  const heldBy = new Map<number, number | null>();

  /** Whether somebody else than the operator of its counter did it; a counter that calls by itself may do so for anybody. */
  function isStranger({ kind, actor }: EventLine, { tokens = [] }: Change): boolean {
    const [token] = tokens;
    const counter = token && (token.counterId ?? heldBy.get(token.id));
    if (!AT_COUNTER.has(kind) || counter === undefined || counter === null) return false;
    return actor !== operators.get(counter) && !(kind === 'call' && autoCalls.has(counter));
  }

  function followCounter({ id, operator, isAutoCall }: CounterPatch): void {
    if (operator !== undefined) operators.set(id, operator);
    if (isAutoCall === true) autoCalls.add(id);
    if (isAutoCall === false) autoCalls.delete(id);
  }

  function follow({ tokens = [], counters = [], device }: Change): void {
    for (const { id, counterId } of tokens) if (counterId !== undefined) heldBy.set(id, counterId);
    counters.forEach(followCounter);
    if (device?.kind !== undefined) paired.set(String(device.id), device.kind);
  }

  return changes.flatMap((change, at): readonly Broken[] => {
    const event = events[at];
    const isWrong =
      event !== undefined && (isForbidden(event, kindOf(event.device, paired)) || isStranger(event, change));
    follow(change);
    return isWrong
      ? [{ invariant: 'I13', what: `event ${event.seq}: ${event.actor} at ${event.device} did ${event.kind}` }]
      : [];
  });
}
