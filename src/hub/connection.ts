import type { Centre } from '../domain/centre.ts';
import type { ErrorCode } from '../protocol/error-codes.ts';
import { type Handshake, handshakeSchema } from '../protocol/handshake.ts';
import type { Sender } from './sender.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';

/** Who a connection is, or why it is refused. */
type Greeting = { readonly ok: true; readonly handshake: Handshake } | { readonly ok: false; readonly code: ErrorCode };

/** Whether the centre has the place that a screen says it stands at. */
export function isPlanned(handshake: Handshake, centre: Centre): boolean {
  const hasCounter = (id: number | null) => id === null || centre.counters.some((place) => place.id === id);
  switch (handshake.screen) {
    case 'kiosk':
      return centre.kiosks.some((place) => place.id === handshake.kioskId);
    case 'operator':
    case 'counterDisplay':
      return hasCounter(handshake.counterId);
    case 'board':
      return hasBoard(handshake, centre);
    case 'manager':
    case 'clock':
    case 'standby':
      return true;
  }
}

function hasBoard({ hallId, boardId }: Extract<Handshake, { screen: 'board' }>, { halls, boards }: Centre): boolean {
  const hasHall = hallId === null || halls.some((hall) => hall.id === hallId);
  return hasHall && (boardId === null || boards.some((board) => board.id === boardId));
}

/** Reads what a screen says of itself: its version, and a place that this centre has. */
export function greet(auth: unknown, centre: Centre, isDemo: boolean): Greeting {
  const version = (auth as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version !== PROTOCOL_VERSION) return { ok: false, code: 'oldProtocol' };
  const parsed = handshakeSchema.safeParse(auth);
  if (!parsed.success || !isPlanned(parsed.data, centre)) return { ok: false, code: 'badHandshake' };
  if (parsed.data.screen === 'clock' && !isDemo) return { ok: false, code: 'notDemoClock' };
  return { ok: true, handshake: parsed.data };
}

type OperatorAt = (counterId: number) => string | null;

/** What is written where nobody is known by name. */
function namelessActor(sender: Sender): string {
  switch (sender.screen) {
    case 'kiosk':
      return 'citizen';
    case 'manager':
      return sender.name ?? 'manager';
    case 'operator':
    case 'board':
    case 'counterDisplay':
    case 'clock':
    case 'standby':
      return sender.screen;
  }
}

/** Who did it, for the log: fixed by the connection, never by what it sends. */
export function actorOf(sender: Sender, operatorAt: OperatorAt): string {
  const atCounter = sender.screen === 'operator' ? operatorAt(sender.counterId ?? 0) : null;
  return sender.staff?.name ?? atCounter ?? namelessActor(sender);
}
