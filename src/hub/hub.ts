import { join } from 'node:path';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Era } from '../domain/era.ts';
import type { Centre } from '../domain/centre.ts';
import type { Handshake } from '../protocol/handshake.ts';
import { PULSE_MS } from '../protocol/version.ts';
import { doorsOf, helpersOf, type HubOptions } from './hub-parts.ts';
import { type Hall, type HallHooks, openHall, setUp } from './hall.ts';
import { type HubServer, pusher } from './views/pusher.ts';
import { type Media, mediaOf } from './boards/media.ts';
import { mediaChanges, mediaSince } from './set-up/media-versions.ts';
import type { LoggedEvent } from '../store/log/event.ts';
import { type SealKey, sealKeyOf } from './alone/seal-key.ts';
import { openApi } from './api/api-server.ts';
import { isPlanned } from './connection.ts';
import { type Network, openNetwork, pairingAnswer } from './pairing/network.ts';
import { type WaitingDevices, waitingDevices } from './pairing/waiting.ts';
import { type Approvals, approvalsOf } from './people/approvals.ts';
import type { PeopleDesk } from './people/people-desk.ts';
import type { Sender } from './sender.ts';
import { devicesHere } from './standby/screens-here.ts';
import { standByWhenTold } from './standby/stand-by.ts';
import { roomOf, type Topic } from './views/topics.ts';
import { touchedBy } from './views/touched.ts';
import { checkpointer } from './workers/checkpointer.ts';
import { viewMaker } from './views/view-maker.ts';

export interface Hub {
  readonly url: string;
  readonly port: number;
  readonly citizenPort: number;
  /** Where paired devices reach it, and the words of its key; null while it answers its own machine alone. */
  readonly network: { readonly url: string; readonly words: readonly string[] } | null;
  /** Where programs of the network reach the public API; null while those of this machine alone do. */
  readonly apiUrl: string | null;
  readonly wasCleanStop: boolean;
  readonly storeFile: string;
  /** The epoch in which it speaks. */
  readonly era: Era;
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
  { phones, people, wall, keeper, follows, quorum }: ReturnType<typeof helpersOf>,
  touch: (isTouched: (topic: Topic) => boolean) => void,
): () => void {
  let pulses = 0;
  const timer = setInterval(() => {
    pulses += 1;
    io.emit('pulse', hall.stamp(), hall.dayMark(), hall.fence.era, follows.addresses(), performance.now());
    quorum.look();
    keeper.look();
    if (pulses % ORDER_PULSES === 0) dropUnknown(io, hall.store, people);
    if (pulses % ORDER_PULSES === 0) touch((topic) => topic.name === 'counter' || topic.name === 'kiosk');
    if (pulses % ANCHOR_PULSES === 0) hall.store.dropAnchor();
    phones.touch();
    // Alarms go on while nobody watches the wall.
    wall.look();
    touch((topic) => topic.name === 'wall');
    void hall.byHub(wall.forgetOver);
  }, PULSE_MS);
  return () => clearInterval(timer);
}

/** Tells the screens what becomes of printers, readers and media. */
function watchDevices(
  store: Hall['store'],
  { printers, readers, media }: ReturnType<typeof helpersOf>,
  io: HubServer,
  push: ReturnType<typeof pusher>,
) {
  // A kiosk that cannot print names another one that can: what one printer does concerns them all.
  printers.watch(() =>
    push.touch(({ name }) => name === 'manager' || name === 'kiosk' || name === 'counter' || name === 'wall'),
  );
  readers.start(
    (kioskId, scan) => void io.to(roomOf({ name: 'kiosk', kioskId })).emit('scan', scan),
    () => push.touch(({ name }) => name === 'manager'),
  );
  media.watch(() => push.touch(({ name }) => name === 'board'));
  media.place(mediaSince(store, media.kept.placed()), mediaChanges(store));
}

/** A screen whose place the centre no longer has is cut off; it says so, and is let in again once there is one. */
function dropUnplanned(io: HubServer, centre: Centre): void {
  for (const socket of io.sockets.sockets.values()) {
    if (!isPlanned(socket.data as Handshake, centre)) socket.conn.close();
  }
}

/** Whoever is signed out, and a device that is none any more, is so at once: it is cut off, and may come anew as nobody. */
function dropUnknown(io: HubServer, { devices }: Hall['store'], { sessions }: Pick<PeopleDesk, 'sessions'>): void {
  for (const socket of io.sockets.sockets.values()) {
    const { sessionHash, deviceId } = socket.data as Sender;
    const isSignedOut = sessionHash !== null && !sessions.isLive(sessionHash);
    const isRevoked = deviceId !== null && devices.get(deviceId)?.revokedAt !== null;
    if (isSignedOut || isRevoked) socket.conn.close();
  }
}

/** Devices and connections follow what has become of the centre and of its staff. */
function follow(
  logged: readonly LoggedEvent[],
  hall: Hall,
  { printers, people, media }: ReturnType<typeof helpersOf>,
  io: HubServer,
): void {
  const placed = logged.filter(({ payload }) => payload.media !== undefined);
  if (placed.length > 0) media.place(placed, mediaChanges(hall.store));
  if (logged.some(({ payload }) => payload.hall?.centre)) {
    printers.follow();
    dropUnplanned(io, hall.centre);
  }
  if (logged.some(({ payload }) => payload.device)) printers.follow();
  if (logged.some(({ payload }) => payload.staff ?? payload.device)) dropUnknown(io, hall.store, people);
}

interface Outward {
  readonly io: HubServer;
  readonly phone: HttpServer;
  readonly push: ReturnType<typeof pusher>;
  readonly network: Network | undefined;
  readonly programs: Awaited<ReturnType<typeof openApi>> | undefined;
  readonly checkpoints: ReturnType<typeof checkpointer>;
}

/** Ends everything, each before what it stands on. */
async function closeAll(
  hall: Hall,
  {
    printers,
    readers,
    media,
    phones,
    outlook,
    feeds,
    desk,
    integrations,
    reports,
    replay,
    keeper,
  }: ReturnType<typeof helpersOf>,
  { io, phone, push, network, programs, checkpoints }: Outward,
): Promise<void> {
  network?.close();
  programs?.close();
  push.stop();
  phones.stop();
  phone.close();
  phone.closeAllConnections();
  media.stop();
  await readers.stop();
  await printers.stop();
  await feeds.stop();
  await integrations.stop();
  await keeper.stop();
  await outlook.stop();
  await desk.stop();
  await reports.stop();
  await replay.stop();
  await io.close();
  await checkpoints.stop();
  hall.close();
}

type Doors = ReturnType<typeof doorsOf>;

/** Opens the doors: to this machine, to phones, and where the hub is to be on the network to paired devices and programs. */
async function openDoors(
  options: HubOptions,
  hall: Hall,
  { integrations }: ReturnType<typeof helpersOf>,
  { http, phone, site, io }: Doors,
  waiting: WaitingDevices,
) {
  const { port, citizenPort, citizenHost, folder, lan, api } = options;
  const ports = await Promise.all([listen(http, port), listen(phone, citizenPort, citizenHost)]);
  const network = lan ? await openNetwork(hall, { folder, lan }, { waiting, site, io }) : undefined;
  const { connectionsPerDevice: connectionsPerAddress, requests, slowHeadMs } = site;
  const bounds = { connectionsPerAddress, requests, slowHeadMs };
  const programs = api ? await openApi(hall, { folder, listenAt: api, door: integrations.door, ...bounds }) : undefined;
  return { port: ports[0], citizenPort: ports[1], network, programs };
}

/** Where a hub is reached by whom. */
const addressesOf = ({ port, citizenPort, network, programs }: Awaited<ReturnType<typeof openDoors>>) => ({
  url: `http://127.0.0.1:${port}`,
  port,
  citizenPort,
  apiUrl: programs?.url ?? null,
  network: network ? { url: network.url, words: network.words } : null,
});

/** What a hub is, from its start on. */
const factsOf = ({ store: { wasCleanStop, file: storeFile }, fence: { era } }: Hall) => ({
  wasCleanStop,
  storeFile,
  era,
});

/** What the hall asks of what is around it. */
function hallHooks(
  options: HubOptions,
  approvals: Approvals,
  waiting: WaitingDevices,
  { media, seal }: { readonly media: Media; readonly seal: SealKey },
  helpers: () => ReturnType<typeof helpersOf>,
): Omit<HallHooks, 'committed'> {
  return {
    approvals: options.people === 'byPin' ? approvals : null,
    pairing: options.lan ? waiting : null,
    printerOf: (place) => helpers().printers.addressOf(place),
    slipPlaceOf: (counterId) => helpers().printers.placeForCounter(counterId),
    waitFor: (serviceId, targetMs) => helpers().outlook.waitFor(serviceId, targetMs),
    waitForBooked: (serviceId) => helpers().outlook.waitForBooked(serviceId),
    waitOf: (tokenId) => helpers().outlook.waitOf(tokenId),
    alarmOf: (key) => helpers().wall.alarmOf(key),
    media,
    unseal: seal.open,
    closedBy: () => helpers().quorum.closedBy(),
  };
}

/**
 * Starts the hub of a centre: on loopback, and where it is to be on the network for paired devices there.
 * @throws StoreRefusal when the store cannot be opened; the listen error when the port is taken.
 */
export async function startHub(options: HubOptions): Promise<Hub> {
  const nowMs = () => options.clock.monotonicMs();
  const approvals = approvalsOf(nowMs);
  const waiting = waitingDevices(nowMs);
  let opened: Awaited<ReturnType<typeof openDoors>> | undefined;
  const media = mediaOf(join(options.folder, 'media'));
  const seal = sealKeyOf(options.folder);
  const hall = openHall(options, {
    ...hallHooks(options, approvals, waiting, { media, seal }, () => helpers),
    committed(logged) {
      follow(logged, hall, helpers, io);
      push.touch(touchedBy(logged));
      helpers.outlook.touch();
      helpers.phones.touch();
      helpers.integrations.touch();
      helpers.keeper.follow(logged);
      checkpoints.see(logged.length);
      for (const event of logged) helpers.desk.printSlipOf(event);
      helpers.reports.see(logged);
      io.to('standby').emit('logged', hall.store.head().seq);
    },
  });
  const checkpoints = checkpointer(hall.store);
  const helpers = helpersOf(options, hall, { approvals, media, seal, io: () => io }, () => push);
  const pairing = () => pairingAnswer(hall, waiting, opened?.network, devicesHere(io));
  const doors = doorsOf(options, hall, helpers, { push: () => push, pairing, standbys: helpers.follows.addresses });
  const { io, phone } = doors;
  const push = pusher(io, viewMaker(hall, { ...helpers, feeds: helpers.feeds.names }), hall.store.readTogether);
  await hall.inBatch((context) => setUp(context, options.centre));
  watchDevices(hall.store, helpers, io, push);
  helpers.feeds.start();
  helpers.integrations.touch();

  const close = () =>
    closeAll(hall, helpers, { io, phone, push, checkpoints, network: opened?.network, programs: opened?.programs });
  opened = await openDoors(options, hall, helpers, doors, waiting).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  standByWhenTold(hall, io);
  const stopPulse = keepPulse(hall, io, helpers, push.touch);
  return {
    ...addressesOf(opened),
    ...factsOf(hall),
    centreNow: () => hall.centre,
    close() {
      stopPulse();
      return close();
    },
  };
}
