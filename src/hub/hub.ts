import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PULSE_MS } from '../protocol/version.ts';
import { log } from './context.ts';
import { type Hall, type HallOptions, openHall, setUp } from './hall.ts';
import { httpServer } from './http.ts';
import { tokenPage } from './citizen/token-page.ts';
import { deviceQuestions } from './device-questions.ts';
import { type FeedOptions, slotPage, feedsOf } from './feeds.ts';
import { outlookOf } from './forecast/outlook.ts';
import { answerQuestion } from './questions.ts';
import { hubReaders, type MakeReader } from './readers.ts';
import { slipPrinters } from './slips/printers.ts';
import { type HubServer, pusher } from './views/pusher.ts';
import { readScreenFiles } from './screen-files.ts';
import { slipDesk } from './slips/slip-desk.ts';
import { socketServer } from './sockets.ts';
import { roomOf, type Topic, topicsOf } from './views/topics.ts';
import { touchedBy } from './views/touched.ts';
import { viewMaker } from './views/view-maker.ts';

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
  /** Where phones reach this hub, e.g. `http://192.168.1.10:4810`; null where they do not. */
  readonly citizenUrl: string | null;
}

export interface Hub {
  readonly url: string;
  readonly port: number;
  readonly wasCleanStop: boolean;
  readonly storeFile: string;
  close(): Promise<void>;
}

/** Every so many pulses the order of the waiting is shown anew, since urgency grows by itself. */
const ORDER_PULSES = 5;
/** Every so many pulses the anchor of the log is moved. */
const ANCHOR_PULSES = 30;

/** The screens on which a wait stands. */
const showsWaits = ({ name }: Topic): boolean => name === 'kiosk' || name === 'board' || name === 'manager';

function listen(http: HttpServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', () => resolve((http.address() as AddressInfo).port));
  });
}

/** Speaks to all screens every two seconds, and lets the hall notice that time has passed. Returns the end of it. */
function keepPulse(hall: Hall, io: HubServer, touch: (isTouched: (topic: Topic) => boolean) => void): () => void {
  let pulses = 0;
  const timer = setInterval(() => {
    pulses += 1;
    io.emit('pulse', hall.stamp());
    if (pulses % ORDER_PULSES === 0) touch((topic) => topic.name === 'counter' || topic.name === 'kiosk');
    if (pulses % ANCHOR_PULSES === 0) hall.store.dropAnchor();
    void hall.byHub(() => undefined);
  }, PULSE_MS);
  return () => clearInterval(timer);
}

/** What prints, forecasts and brings bookings beside the hall. */
function helpersOf(options: HubOptions, hall: Hall, push: () => Push) {
  const printers = slipPrinters(options.centre, join(options.folder, 'slips'), options.printers);
  const readers = hubReaders(options.centre, options.readers, hall.clock, options.makeReader);
  const outlook = outlookOf({
    storeFile: hall.store.file,
    centre: options.centre,
    now: hall.time.now,
    serviceDay: hall.serviceDay,
    changed: () => push().touch(showsWaits),
  });
  const page = tokenPage(hall, outlook, options.citizenUrl);
  const desk = slipDesk(hall, printers, page.urlOf, (slip, outcome) =>
    hall.byHub((context) =>
      log(context, 'recordSlip', slip.tokenId, { slip: { ...slip, outcome, outcomeAt: context.now.at } }),
    ),
  );
  const feeds = feedsOf(hall, options.feeds, () => push().touch((topic) => topic.name === 'manager'));
  const devices = deviceQuestions({
    store: hall.store,
    printers,
    readers,
    test: desk.test,
    maintenanceCode: options.maintenanceCode,
    nowMs: () => hall.clock.monotonicMs(),
  });
  return { printers, readers, outlook, page, desk, feeds, devices };
}

type Helpers = ReturnType<typeof helpersOf>;
type Push = ReturnType<typeof pusher>;

/** The two doors of the hub: HTTP and the screens' sockets. */
function doorsOf(options: HubOptions, hall: Hall, { page, feeds, devices }: Helpers, push: () => Push) {
  const { store, centre, clock } = hall;
  const http = httpServer({
    files: readScreenFiles(options.screens),
    slipFolder: join(options.folder, 'slips'),
    slots: () => slotPage(hall),
    push: feeds.push && feeds.push.handle,
    token: page.read,
  });
  const io = socketServer(http, {
    centre,
    isDemo: clock.kind === 'demo',
    submit: hall.submit,
    ask: (sender, question) => answerQuestion({ store, centre, at: clock.at(), devices }, sender, question),
    connected: (socket, handshake) => topicsOf(handshake).forEach((topic) => push().watch(socket, topic)),
  });
  return { http, io };
}

/**
 * Starts the hub of a centre on loopback.
 * @throws StoreRefusal when the store cannot be opened; the listen error when the port is taken.
 */
export async function startHub(options: HubOptions): Promise<Hub> {
  const hall = openHall(options, {
    printerOf: (place) => helpers.printers.addressOf(place),
    slipPlaceOf: (counterId) => helpers.printers.placeForCounter(counterId),
    waitFor: (serviceId, targetMs) => helpers.outlook.waitFor(serviceId, targetMs),
    waitForBooked: (serviceId) => helpers.outlook.waitForBooked(serviceId),
    waitOf: (tokenId) => helpers.outlook.waitOf(tokenId),
    committed(logged) {
      push.touch(touchedBy(logged));
      helpers.outlook.touch();
      for (const event of logged) helpers.desk.printSlipOf(event);
    },
  });
  const helpers = helpersOf(options, hall, () => push);
  const { printers, readers, outlook, feeds, desk } = helpers;
  const { http, io } = doorsOf(options, hall, helpers, () => push);
  const push = pusher(io, viewMaker(hall, { printers, readers, outlook, feeds: feeds.names }));
  // A kiosk that cannot print names another one that can: what one printer does concerns them all.
  printers.watch(() => push.touch(({ name }) => name === 'manager' || name === 'kiosk' || name === 'counter'));
  readers.start(
    (kioskId, scan) => void io.to(roomOf({ name: 'kiosk', kioskId })).emit('scan', scan),
    () => push.touch(({ name }) => name === 'manager'),
  );
  if (!(await hall.byHub(setUp))) throw new Error('The hall could not be set up.');
  feeds.start();

  const close = async (): Promise<void> => {
    push.stop();
    await readers.stop();
    await printers.stop();
    await feeds.stop();
    await outlook.stop();
    await desk.stop();
    await io.close();
    hall.close();
  };
  const port = await listen(http, options.port).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const stopPulse = keepPulse(hall, io, push.touch);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    wasCleanStop: hall.store.wasCleanStop,
    storeFile: hall.store.file,
    close() {
      stopPulse();
      return close();
    },
  };
}
