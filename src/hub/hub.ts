import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Centre } from '../domain/centre.ts';
import type { Handshake } from '../protocol/handshake.ts';
import { PULSE_MS } from '../protocol/version.ts';
import type { PhoneDesk } from './citizen/phone-desk.ts';
import { doorsOf, helpersOf, type HubOptions } from './hub-parts.ts';
import { type Hall, openHall, setUp } from './hall.ts';
import { type HubServer, pusher } from './views/pusher.ts';
import { isPlanned } from './connection.ts';
import { roomOf, type Topic } from './views/topics.ts';
import { touchedBy } from './views/touched.ts';
import { viewMaker } from './views/view-maker.ts';

export interface Hub {
  readonly url: string;
  readonly port: number;
  readonly citizenPort: number;
  readonly wasCleanStop: boolean;
  readonly storeFile: string;
  /** As it is set up now. */
  centreNow(): Centre;
  close(): Promise<void>;
}

/** Every so many pulses the order of the waiting is shown anew, since urgency grows by itself. */
const ORDER_PULSES = 5;
/** Every so many pulses the anchor of the log is moved. */
const ANCHOR_PULSES = 30;

function listen(http: HttpServer, port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => resolve((http.address() as AddressInfo).port));
  });
}

/** Speaks to all screens every two seconds, and lets the hall notice that time has passed. Returns the end of it. */
function keepPulse(
  hall: Hall,
  io: HubServer,
  phones: PhoneDesk,
  touch: (isTouched: (topic: Topic) => boolean) => void,
): () => void {
  let pulses = 0;
  const timer = setInterval(() => {
    pulses += 1;
    io.emit('pulse', hall.stamp());
    if (pulses % ORDER_PULSES === 0) touch((topic) => topic.name === 'counter' || topic.name === 'kiosk');
    if (pulses % ANCHOR_PULSES === 0) hall.store.dropAnchor();
    phones.touch();
    void hall.byHub(() => undefined);
  }, PULSE_MS);
  return () => clearInterval(timer);
}

/** Tells the screens what becomes of printers, readers and media. */
function watchDevices(
  { printers, readers, media }: ReturnType<typeof helpersOf>,
  io: HubServer,
  push: ReturnType<typeof pusher>,
) {
  // A kiosk that cannot print names another one that can: what one printer does concerns them all.
  printers.watch(() => push.touch(({ name }) => name === 'manager' || name === 'kiosk' || name === 'counter'));
  readers.start(
    (kioskId, scan) => void io.to(roomOf({ name: 'kiosk', kioskId })).emit('scan', scan),
    () => push.touch(({ name }) => name === 'manager'),
  );
  media.watch(() => push.touch(({ name }) => name === 'board'));
}

/** A screen whose place the centre no longer has is cut off; it says so, and is let in again once there is one. */
function dropUnplanned(io: HubServer, centre: Centre): void {
  for (const socket of io.sockets.sockets.values()) {
    if (!isPlanned(socket.data as Handshake, centre)) socket.conn.close();
  }
}

/** Ends everything, each before what it stands on. */
async function closeAll(
  hall: Hall,
  { printers, readers, media, phones, outlook, feeds, desk }: ReturnType<typeof helpersOf>,
  { io, phone, push }: { readonly io: HubServer; readonly phone: HttpServer; readonly push: ReturnType<typeof pusher> },
): Promise<void> {
  push.stop();
  phones.stop();
  phone.close();
  phone.closeAllConnections();
  media.stop();
  await readers.stop();
  await printers.stop();
  await feeds.stop();
  await outlook.stop();
  await desk.stop();
  await io.close();
  hall.close();
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
      if (logged.some(({ payload }) => payload.hall?.centre)) followCentre();
      push.touch(touchedBy(logged));
      helpers.outlook.touch();
      helpers.phones.touch();
      for (const event of logged) helpers.desk.printSlipOf(event);
    },
  });
  const helpers = helpersOf(options, hall, () => push);
  const { feeds } = helpers;
  const { http, io, phone } = doorsOf(options, hall, helpers, () => push);
  const push = pusher(io, viewMaker(hall, { ...helpers, feeds: helpers.feeds.names }));
  const followCentre = () => {
    helpers.printers.follow();
    dropUnplanned(io, hall.centre);
  };
  watchDevices(helpers, io, push);
  if (!(await hall.byHub((context) => setUp(context, options.centre))))
    throw new Error('The hall could not be set up.');
  feeds.start();

  const close = () => closeAll(hall, helpers, { io, phone, push });
  const [port, citizenPort] = await Promise.all([
    listen(http, options.port),
    listen(phone, options.citizenPort, options.citizenHost),
  ]).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const stopPulse = keepPulse(hall, io, helpers.phones, push.touch);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    citizenPort,
    wasCleanStop: hall.store.wasCleanStop,
    storeFile: hall.store.file,
    centreNow: () => hall.centre,
    close() {
      stopPulse();
      return close();
    },
  };
}
