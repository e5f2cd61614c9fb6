import type { Alarm } from '../domain/alarms/alarm.ts';
import type { Application } from '../domain/journeys/application.ts';
import type { Centre } from '../domain/centre.ts';
import { closedCounter, type Counter } from '../domain/counter.ts';
import type { Moment } from '../domain/decision.ts';
import type { Token } from '../domain/token.ts';
import type { LoggedEvent, Origin, Patch, Payload } from '../store/log/event.ts';
import { patchOf } from '../store/log/patch.ts';
import type { Store } from '../store/store.ts';
import type { Range } from '../domain/verbs/issue.ts';
import type { Media } from './boards/media.ts';
import type { Approvals } from './people/approvals.ts';
import type { WaitingDevices } from './pairing/waiting.ts';
import type { Sender } from './sender.ts';
import type { Tries } from './people/tries.ts';
import type { Clock } from './time/clock.ts';

/** What a command handler works with, inside the batch's transaction. */
export interface Context {
  readonly store: Store;
  readonly clock: Clock;
  readonly centre: Centre;
  readonly serviceDay: string;
  readonly isCentreOpen: boolean;
  readonly now: Moment;
  readonly origin: Origin;
  /** The events logged in this batch so far; pushes are made from them. */
  readonly logged: LoggedEvent[];
  /** Open time until the doors close today; null while they never do. */
  readonly openLeftMs: number | null;
  /** The forecast for somebody who comes now. */
  readonly waitFor: (serviceId: string, targetMs?: number) => Range | null;
  /** The same from the slot on of somebody with an appointment. */
  readonly waitForBooked: (serviceId: string) => Range | null;
  /** How much longer a token waits that was waiting at the last forecast. */
  readonly waitOf: (tokenId: number) => Range | null;
  /** The alarm of that key, as the wall shows it. */
  readonly alarmOf: (key: string) => Alarm | undefined;
  /** The pictures and videos of the boards. */
  readonly media: Pick<Media, 'has' | 'kept'>;
  readonly tries: Tries;
  /** Opens what a kiosk sealed on its disk while it was alone; undefined for what was not. */
  readonly unseal: (sealed: string) => string | undefined;
  /** Machines that show a code; null while the hub is not on the network. */
  readonly pairing: WaitingDevices | null;
  /** Second PINs that were given; null where nobody needs one. */
  readonly approvals: Approvals | null;
  readonly printerOf: (place: SlipPlace) => string;
  /** Where staff of a counter print slips. */
  readonly slipPlaceOf: (counterId: number) => SlipPlace;
}

/** Where a slip prints. */
export type SlipPlace = { readonly kioskId: number } | { readonly counterId: number };

/** A context with the connection that the command came through. */
export interface CommandContext extends Context {
  readonly sender: Sender;
}

/** Logs an event about a token, a counter or the hall, and writes what it changes. */
export function log(context: Context, kind: string, tokenId: number | null, payload: Payload): void {
  context.logged.push(context.store.append({ kind, tokenId, payload }, context.origin));
}

/** The counter as it stands; closed when it was never opened. */
export const counterNow = (context: Context, id: number): Counter =>
  context.store.counters.get(id) ?? closedCounter(id, context.now.at);

interface Rows {
  readonly token: Token;
  readonly counter?: Counter;
}

/** The patch of an application from what the store holds to what it becomes. */
export const applicationPatch = (context: Pick<Context, 'store'>, after: Application): Patch<Application> =>
  patchOf(context.store.applications.get(after.id), after);

/** Logs a verb: the rows before and after it give the patch. */
export function logVerb(context: Context, kind: string, before: Rows, after: Rows, extra: Payload = {}): void {
  const { counter } = after;
  const hasMoved = counter !== undefined && JSON.stringify(counter) !== JSON.stringify(before.counter);
  log(context, kind, after.token.id, {
    tokens: [patchOf(before.token, after.token)],
    ...(hasMoved ? { counters: [patchOf(context.store.counters.get(counter.id), counter)] } : {}),
    ...extra,
  });
}
