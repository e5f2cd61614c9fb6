import { closingAt } from '../../domain/calendar/opening-hours.ts';
import type { ManagerView, View } from '../../protocol/views/views.ts';
import type { Integrations } from '../api/integrations.ts';
import type { Outlook } from '../forecast/outlook.ts';
import type { Hall } from '../hall.ts';
import type { Voices } from '../boards/voices.ts';
import type { Media } from '../boards/media.ts';
import type { HubReaders } from '../devices/readers.ts';
import type { PeopleDesk } from '../people/people-desk.ts';
import type { SlipPrinters } from '../slips/printers.ts';
import { boardCallsView, boardView, counterDisplayView } from './board-view.ts';
import { centreView } from './centre-view.ts';
import { counterView } from './counter-view.ts';
import { type KioskFacts, kioskView } from './kiosk-view.ts';
import { managerView } from './manager-view.ts';
import type { WallWatch } from '../wall/wall-watch.ts';
import { remembering } from './remembering.ts';
import type { MakeView, Topic } from './topics.ts';

export interface Sources {
  readonly readers: HubReaders;
  readonly media: Media;
  readonly voices: Voices;
  /** Where a token can be followed by phone. */
  readonly urlOf: (tokenId: number) => string | null;
  readonly people: Pick<PeopleDesk, 'signIn'>;
  readonly printers: SlipPrinters;
  readonly outlook: Outlook;
  readonly integrations: Pick<Integrations, 'views'>;
  readonly keeping: () => Omit<ManagerView['keeping'], 'restored'>;
  /** Names of the feeds that are set up. */
  readonly feeds: readonly string[];
  readonly wall: Pick<WallWatch, 'look'>;
}

/** The printer of a counter that has one of its own. */
function ownPrinter(printers: SlipPrinters, counterId: number) {
  const view = printers.viewOf({ counterId });
  return view.kind === 'preview' ? null : view;
}

function kioskFacts({ centre, time, clock, serviceDay }: Hall, sources: Sources, kioskId: number): KioskFacts {
  const { printers, outlook, urlOf } = sources;
  const at = clock.at();
  return {
    centre,
    serviceDay: serviceDay(),
    isOpen: time.isOpen(),
    at,
    closesAt: closingAt(centre, at),
    openLeftMs: time.openLeftMs(),
    waitFor: outlook.waitFor,
    urlOf,
    printer: { ...printers.viewOf({ kioskId }), otherKiosk: printers.otherKiosk(kioskId) },
  };
}

/** What the manager sees, of the hall and of all that hangs on the hub. */
function managerOf(hall: Hall, sources: Sources, at: number) {
  const { printers, readers, voices, outlook, feeds, integrations, keeping } = sources;
  const devices = { printers: printers.all(), readers: readers.all(), voices: voices.reports() };
  const facts = {
    at,
    serviceDay: hall.serviceDay(),
    outlook,
    feeds,
    integrations: integrations.views(),
    keeping: keeping(),
    ...devices,
  };
  return managerView(hall.store, hall.centre, facts);
}

/** Makes the whole value that a topic's screens show, as of now. */
export function viewMaker(hall: Hall, sources: Sources): MakeView {
  const { printers, media, outlook, people, wall } = sources;
  const { store, clock, stamp } = hall;
  const seen = remembering(store);
  return (topic: Topic): View => {
    const made = stamp();
    const { centre } = hall;
    const { at } = made;
    switch (topic.name) {
      case 'centre':
        return { name: 'centre', stamp: made, value: centreView(centre, clock.kind, people.signIn()) };
      case 'kiosk':
        return {
          name: 'kiosk',
          stamp: made,
          value: kioskView(store, topic.kioskId, kioskFacts(hall, sources, topic.kioskId)),
        };
      case 'counter':
        return {
          name: 'counter',
          stamp: made,
          value: counterView(seen, centre, topic.counterId, {
            ...made,
            printer: ownPrinter(printers, topic.counterId),
          }),
        };
      case 'board': {
        const facts = { at, waitFor: outlook.waitFor, media: media.all() };
        return { name: 'board', stamp: made, value: boardView(seen, centre, topic, facts) };
      }
      case 'boardCalls':
        return { name: 'boardCalls', stamp: made, value: boardCallsView(seen, centre, topic, at) };
      case 'counterDisplay':
        return { name: 'counterDisplay', stamp: made, value: counterDisplayView(seen, topic.counterId) };
      case 'manager':
        return { name: 'manager', stamp: made, value: managerOf(hall, sources, at) };
      case 'wall':
        return { name: 'wall', stamp: made, value: wall.look() };
    }
  };
}
