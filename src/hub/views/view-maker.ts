import { closingAt } from '../../domain/calendar/opening-hours.ts';
import type { ManagerView, View } from '../../protocol/views.ts';
import type { Outlook } from '../forecast/outlook.ts';
import type { Hall } from '../hall.ts';
import type { Voices } from '../boards/voices.ts';
import type { Media } from '../boards/media.ts';
import type { HubReaders } from '../devices/readers.ts';
import type { SlipPrinters } from '../slips/printers.ts';
import { boardView, counterDisplayView } from './board-view.ts';
import { centreView } from './centre-view.ts';
import { counterView } from './counter-view.ts';
import { kioskView } from './kiosk-view.ts';
import { managerView } from './manager-view.ts';
import type { MakeView, Topic } from './topics.ts';

export interface Sources {
  readonly readers: HubReaders;
  readonly media: Media;
  readonly voices: Voices;
  /** Where a token can be followed by phone. */
  readonly urlOf: (tokenId: number) => string | null;
  readonly printers: SlipPrinters;
  readonly outlook: Outlook;
  readonly keeping: () => Omit<ManagerView['keeping'], 'restored'>;
  /** Names of the feeds that are set up. */
  readonly feeds: readonly string[];
}

/** Of a counter that has one of its own. */
function ownPrinter(printers: SlipPrinters, counterId: number) {
  const view = printers.viewOf({ counterId });
  return view.kind === 'preview' ? null : view;
}

/** Makes the whole value that a topic's screens show, as of now. */
export function viewMaker(
  hall: Hall,
  { printers, readers, media, voices, outlook, feeds, keeping, urlOf }: Sources,
): MakeView {
  const { store, centre, time, clock, stamp } = hall;
  const kioskFacts = (kioskId: number) => {
    const at = clock.at();
    return {
      centre,
      serviceDay: hall.serviceDay(),
      isOpen: time.isOpen(),
      at,
      closesAt: closingAt(centre, at),
      openLeftMs: time.openLeftMs(),
      waitFor: outlook.waitFor,
      urlOf,
      printer: { ...printers.viewOf({ kioskId }), otherKiosk: printers.otherKiosk(kioskId) },
    };
  };
  return (topic: Topic): View => {
    const made = stamp();
    const { at } = made;
    switch (topic.name) {
      case 'centre':
        return { name: 'centre', stamp: made, value: centreView(centre, clock.kind) };
      case 'kiosk':
        return { name: 'kiosk', stamp: made, value: kioskView(store, topic.kioskId, kioskFacts(topic.kioskId)) };
      case 'counter':
        return {
          name: 'counter',
          stamp: made,
          value: counterView(store, centre, topic.counterId, {
            ...made,
            printer: ownPrinter(printers, topic.counterId),
          }),
        };
      case 'board': {
        const facts = { at, waitFor: outlook.waitFor, media: media.all() };
        return { name: 'board', stamp: made, value: boardView(store, centre, topic, facts) };
      }
      case 'counterDisplay':
        return { name: 'counterDisplay', stamp: made, value: counterDisplayView(store, topic.counterId) };
      case 'manager': {
        const devices = { printers: printers.all(), readers: readers.all(), voices: voices.reports };
        const facts = { at, serviceDay: hall.serviceDay(), outlook, feeds, keeping: keeping(), ...devices };
        return { name: 'manager', stamp: made, value: managerView(store, centre, facts) };
      }
    }
  };
}
