import type { DeviceKind } from '../../domain/people/device.ts';
import type { CentreView } from '../../protocol/views/views.ts';
import type { Language } from '../../domain/token.ts';
import { said } from '../../renderer/text.ts';
import type { ManagerText } from '../manager-words.tsx';

/** A place that a machine can stand at: as it is told in its handshake, and for people. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

/** The places of a kind of machine; a console may be any counter's, a manager's machine has none. */
export function placesFor(
  kind: DeviceKind,
  centre: CentreView,
  language: Language,
  text: ManagerText,
): readonly Place[] {
  const counters = centre.counters.map(({ id }) => ({ id: String(id), name: text('atCounter', { number: id }) }));
  switch (kind) {
    case 'kiosk':
      return centre.kiosks.map(({ id }) => ({ id: String(id), name: text('atKiosk', { number: id }) }));
    case 'operator':
      return [{ id: '', name: text('pairingAnywhere') }, ...counters];
    case 'counterDisplay':
      return counters;
    case 'board':
      return centre.halls.map(({ id, name }) => ({ id, name: said(name, language) }));
    case 'manager':
    case 'standby':
      return [];
  }
}
