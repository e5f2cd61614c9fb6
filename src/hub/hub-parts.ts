import { join } from 'node:path';
import { log } from './context.ts';
import type { Hall, HallOptions } from './hall.ts';
import { httpServer, isFromHere } from './http.ts';
import { type PhoneDesk, phoneDesk } from './citizen/phone-desk.ts';
import { phoneServer } from './citizen/phone-server.ts';
import { tokenPage } from './citizen/token-page.ts';
import { deviceQuestions } from './devices/device-questions.ts';
import { type FeedOptions, slotPage, feedsOf } from './feeds.ts';
import { outlookOf } from './forecast/outlook.ts';
import { answerQuestion } from './questions.ts';
import { mediaOf } from './boards/media.ts';
import { hubReaders, type MakeReader } from './devices/readers.ts';
import { slipPrinters } from './slips/printers.ts';
import { pusher } from './views/pusher.ts';
import { readScreenFiles } from './screen-files.ts';
import { slipDesk } from './slips/slip-desk.ts';
import { readVoices } from './boards/voices.ts';
import { socketServer } from './sockets.ts';
import { type Topic, topicsOf } from './views/topics.ts';

export interface HubOptions extends HallOptions {
  /** Folder of the built screens. */
  readonly screens: string;
  readonly port: number;
  /** Kiosk id → printer address, over the centre's plan. */
  readonly printers: ReadonlyMap<number, string>;
  /** Kiosk id → addresses of the readers that are plugged in here. */
  readonly readers: ReadonlyMap<number, readonly string[]>;
  readonly feeds: FeedOptions;
  /** Opens the maintenance screen of every kiosk; null where staff cards alone do. */
  readonly maintenanceCode: string | null;
  /** For tests: readers that are no hardware. */
  readonly makeReader?: MakeReader;
  /** Folder of the built page that phones open, and where they are listened to; port 0: any that is free. */
  readonly citizenPage: string;
  readonly citizenHost: string;
  readonly citizenPort: number;
  /** Where phones reach this hub, e.g. `http://192.168.1.10:4811`; null: slips carry no code. */
  readonly citizenUrl: string | null;
}

/** The screens on which a wait stands. */
const showsWaits = ({ name }: Topic): boolean => name === 'kiosk' || name === 'board' || name === 'manager';

/** What prints, forecasts and brings bookings beside the hall. */
export function helpersOf(options: HubOptions, hall: Hall, push: () => Push) {
  const printers = slipPrinters(() => hall.centre, join(options.folder, 'slips'), options.printers);
  const readers = hubReaders(() => hall.centre, options.readers, hall.clock, options.makeReader);
  const outlook = outlookOf({
    storeFile: hall.store.file,
    centre: () => hall.centre,
    now: hall.time.now,
    serviceDay: hall.serviceDay,
    changed: () => {
      push().touch(showsWaits);
      phones.touch();
    },
  });
  const page = tokenPage(hall, outlook, options.citizenUrl);
  const phones: PhoneDesk = phoneDesk(page);
  const desk = slipDesk(hall, printers, page.urlOf, (slip, outcome) =>
    hall.byHub((context) =>
      log(context, 'recordSlip', slip.tokenId, { slip: { ...slip, outcome, outcomeAt: context.now.at } }),
    ),
  );
  const feeds = feedsOf(hall, options.feeds, () => push().touch((topic) => topic.name === 'manager'));
  const voices = readVoices(join(options.screens, 'voices'), join(options.folder, 'voices'), () => hall.centre);
  const media = mediaOf(join(options.folder, 'media'));
  const devices = deviceQuestions({
    store: hall.store,
    printers,
    readers,
    test: desk.test,
    maintenanceCode: options.maintenanceCode,
    nowMs: () => hall.clock.monotonicMs(),
  });
  return { printers, readers, media, voices, outlook, urlOf: page.urlOf, phones, desk, feeds, devices };
}

type Helpers = ReturnType<typeof helpersOf>;
type Push = ReturnType<typeof pusher>;

/** The doors of the hub: HTTP and the sockets of the screens, and the listener of phones. */
export function doorsOf(
  options: HubOptions,
  hall: Hall,
  { phones, feeds, devices, readers, media, voices }: Helpers,
  push: () => Push,
) {
  const { store, clock } = hall;
  const http = httpServer({
    // A voice that was recorded goes over the one that came with the program.
    files: new Map([...readScreenFiles(options.screens), ...voices.files]),
    media,
    slipFolder: join(options.folder, 'slips'),
    slots: () => slotPage(hall),
    push: feeds.push && feeds.push.handle,
    mayWrite: isFromHere,
  });
  const io = socketServer(http, {
    centre: () => hall.centre,
    isDemo: clock.kind === 'demo',
    submit: hall.submit,
    ask: (sender, question) =>
      answerQuestion({ store, centre: hall.centre, at: clock.at(), devices }, sender, question),
    connected: (socket, handshake) => {
      topicsOf(handshake).forEach((topic) => push().watch(socket, topic));
      socket.on('disconnect', () => readers.forget(handshake));
    },
  });
  const phone = phoneServer({ files: readScreenFiles(options.citizenPage), desk: phones });
  return { http, io, phone };
}
