import type { Device } from '../../domain/people/device.ts';
import type { Handshake } from '../../protocol/handshake.ts';

function placeOf(handshake: Handshake): string | null {
  switch (handshake.screen) {
    case 'kiosk':
      return String(handshake.kioskId);
    case 'operator':
    case 'counterDisplay':
      return handshake.counterId === null ? null : String(handshake.counterId);
    case 'board':
      return handshake.boardId ?? handshake.hallId;
    case 'manager':
    case 'clock':
    case 'standby':
      return null;
  }
}

/** Whether a paired machine is what its screen says of itself. A console may sign in before it says its counter. */
export function isOfDevice({ kind, place }: Pick<Device, 'kind' | 'place'>, handshake: Handshake): boolean {
  const said = placeOf(handshake);
  const isFree = place === null || (kind === 'operator' && said === null);
  return handshake.screen === kind && (isFree || said === place);
}
