import type { View } from '../../protocol/views.ts';
import type { Hall } from '../hall.ts';
import type { KioskPrinters } from '../slips/printers.ts';
import type { MakeView, Topic } from './topics.ts';
import { boardView, counterDisplayView } from './board-view.ts';
import { centreView } from './centre-view.ts';
import { counterView } from './counter-view.ts';
import { kioskView } from './kiosk-view.ts';

/** Makes the whole value that a topic's screens show, as of now. */
export function viewMaker({ store, centre, time, clock, stamp }: Hall, printers: KioskPrinters): MakeView {
  const kioskFacts = (kioskId: number) => ({
    centre,
    serviceDay: store.hall.get()?.serviceDay ?? '',
    isOpen: time.isOpen(),
    at: clock.at(),
    printer: printers.stateOf(kioskId),
  });
  return (topic: Topic): View => {
    const made = stamp();
    switch (topic.name) {
      case 'centre':
        return { name: 'centre', stamp: made, value: centreView(centre, clock.kind) };
      case 'kiosk':
        return { name: 'kiosk', stamp: made, value: kioskView(store, topic.kioskId, kioskFacts(topic.kioskId)) };
      case 'counter':
        return { name: 'counter', stamp: made, value: counterView(store, centre, topic.counterId, made) };
      case 'board':
        return { name: 'board', stamp: made, value: boardView(store, centre, topic.hallId) };
      case 'counterDisplay':
        return { name: 'counterDisplay', stamp: made, value: counterDisplayView(store, topic.counterId) };
    }
  };
}
