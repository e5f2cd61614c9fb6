import { join } from 'node:path';
import { provisionsAnswer } from './alone/provisions.ts';
import type { SealKey } from './alone/seal-key.ts';
import { log } from './context.ts';
import type { Hall, HallOptions } from './hall.ts';
import { httpServer, type Site } from './http.ts';
import { deviceAt } from './pairing/lan-server.ts';
import type { Lan } from './pairing/network.ts';
import type { AnswerOf } from '../protocol/answers/answers.ts';
import type { Sender } from './sender.ts';
import { type PhoneDesk, phoneDesk } from './citizen/phone-desk.ts';
import { phoneServer } from './citizen/phone-server.ts';
import { tokenPage } from './citizen/token-page.ts';
import { deviceQuestions } from './devices/device-questions.ts';
import { integrationsOf } from './api/integrations.ts';
import { allowances } from './limits/allowances.ts';
import { type Limits, limitsOf } from './limits/limits.ts';
import { type FeedOptions, slotPage, feedsOf } from './feeds.ts';
import { outlookOf } from './forecast/outlook.ts';
import { answerQuestion } from './questions.ts';
import { keepersOf } from './keeping/keepers.ts';
import type { RestoreWish } from './keeping/keeping-questions.ts';
import type { Media } from './boards/media.ts';
import { hubReaders, type MakeReader } from './devices/readers.ts';
import { kioskPrinters } from './slips/kiosk-printer.ts';
import { slipPrinters } from './slips/printers.ts';
import { type HubServer, pusher, type ScreenSocket } from './views/pusher.ts';
import { readScreenFiles } from './screen-files.ts';
import { followDesk } from './standby/follow-desk.ts';
import { quorumDesk } from './standby/quorum-desk.ts';
import { screensHere } from './standby/screens-here.ts';
import { slipDesk } from './slips/slip-desk.ts';
import { type PeopleDesk, peopleDesk } from './people/people-desk.ts';
import type { PeopleMode } from './people/people-parts.ts';
import type { Approvals } from './people/approvals.ts';
import { withHashedPins } from './people/new-pins.ts';
import { refusal } from './commands/command-reply.ts';
import { replayDesk } from './replay/replay-desk.ts';
import { reportDesk } from './reports/report-desk.ts';
import { reportDownloads } from './reports/report-downloads.ts';
import { readVoices } from './boards/voices.ts';
import { socketServer } from './sockets.ts';
import { type Topic, topicsOf } from './views/topics.ts';
import { wallWatch } from './wall/wall-watch.ts';

export interface HubOptions extends HallOptions {
  /** Where paired devices of the network reach this hub; null: it answers its own machine alone. */
  readonly lan: Lan | null;
  /** Where programs of the network reach the public API, over TLS; null: those of this machine alone do. */
  readonly api?: Lan | null;
  /** How people sign in. */
  readonly people: PeopleMode;
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
  /** Stops this hub, puts a snapshot back and starts it again; null where whoever runs it cannot. */
  readonly askRestore?: ((wish: RestoreWish) => void) | null;
  /** For tests: readers that are no hardware. */
  readonly makeReader?: MakeReader;
  /** Folder of the built page that phones open, and where they are listened to; port 0: any that is free. */
  readonly citizenPage: string;
  readonly citizenHost: string;
  readonly citizenPort: number;
  /** Where phones reach this hub, e.g. `http://192.168.1.10:4811`; null: slips carry no code. */
  readonly citizenUrl: string | null;
  /** Origins whose pages may use the public API from a browser. */
  readonly apiOrigins?: readonly string[];
  /** Over what nobody may do more of by default. */
  readonly limits?: Partial<Limits>;
}

/** The screens on which a wait stands. */
const showsWaits = ({ name }: Topic): boolean =>
  name === 'kiosk' || name === 'board' || name === 'manager' || name === 'wall';

/** What the hall itself works with. */
interface Before {
  readonly seal: SealKey;
  readonly io: () => HubServer;
  readonly approvals: Approvals;
  readonly media: Media;
}

/** The printers and readers, of this machine and of those of kiosks. */
function hardwareOf({ folder, printers, readers, makeReader }: HubOptions, hall: Hall, io: () => HubServer) {
  const centre = () => hall.centre;
  const machines = kioskPrinters(hall.store, io);
  return {
    machines,
    printers: slipPrinters(centre, join(folder, 'slips'), printers, machines),
    readers: hubReaders(centre, readers, hall.clock, makeReader),
  };
}

/** Writes down what became of a slip. */
const settlerOf =
  (hall: Hall): Parameters<typeof slipDesk>[3] =>
  (slip, outcome) =>
    hall.byHub((context) =>
      log(context, 'recordSlip', slip.tokenId, { slip: { ...slip, outcome, outcomeAt: context.now.at } }),
    );

/** What prints, forecasts and brings bookings beside the hall. */
export function helpersOf(options: HubOptions, hall: Hall, { approvals, media, seal, io }: Before, push: () => Push) {
  const people = peopleDesk(hall, approvals, options.people);
  const { machines, printers, readers } = hardwareOf(options, hall, io);
  const outlook = outlookOf({
    storeFile: hall.store.file,
    centre: () => hall.centre,
    now: hall.time.now,
    serviceDay: hall.serviceDay,
    changed: () => {
      push().touch((topic) => showsWaits(topic) && 'soon');
      phones.touch();
    },
  });
  const page = tokenPage(hall, outlook, options.citizenUrl);
  const phones: PhoneDesk = phoneDesk(page);
  const desk = slipDesk(hall, printers, page.urlOf, settlerOf(hall));
  const needed = options.people === 'byPin' ? approvals : null;
  const toManagers = () => push().touch((topic) => topic.name === 'manager');
  const feeds = feedsOf(hall, options.feeds, toManagers);
  const follows = followDesk(hall, options.folder, () => screensHere(hall, io()), toManagers);
  const quorum = quorumDesk({ hall: () => hall, confirmedSeq: follows.confirmedSeq });
  const keepers = keepersOf(options, hall, { print: desk.print, approvals: needed, follows }, toManagers);
  const wall = wallWatch(hall, { outlook, printers, feeds, topics: () => push().topics(), ...keepers.ofLog });
  const voices = readVoices(join(options.screens, 'voices'), join(options.folder, 'voices'), () => hall.centre);
  const devices = deviceQuestions({
    store: hall.store,
    printers,
    readers,
    machines,
    test: desk.test,
    maintenanceCode: options.maintenanceCode,
    nowMs: () => hall.clock.monotonicMs(),
  });
  const reports = reportDesk(hall.store.file, join(options.folder, 'reports'));
  const integrations = integrationsOf({
    folder: options.folder,
    hall,
    outlook,
    reports,
    limits: limitsOf(hall.clock.kind, options.limits),
    origins: options.apiOrigins ?? [],
    changed: toManagers,
  });
  const replay = replayDesk(hall.store.file, options.migrations);
  const watched = { printers, readers, media, voices, outlook, urlOf: page.urlOf, phones, desk, feeds, wall, devices };
  const provisions = (mark: string | null) => provisionsAnswer(hall, seal, mark);
  return { people, integrations, reports, replay, provisions, follows, quorum, machines, ...keepers, ...watched };
}

type Helpers = ReturnType<typeof helpersOf>;
type Push = ReturnType<typeof pusher>;

/** What the hub answers a browser. */
function siteOf(options: HubOptions, hall: Hall, { people, feeds, media, voices, reports }: Helpers): Site {
  const limits = limitsOf(hall.clock.kind, options.limits);
  return {
    requests: allowances(limits.screenRequests),
    slowHeadMs: limits.slowHeadMs,
    connectionsPerDevice: limits.connectionsPerDevice,
    // A voice that was recorded goes over the one that came with the program.
    files: new Map([...readScreenFiles(options.screens), ...voices.files]),
    media,
    folder: options.folder,
    slots: () => slotPage(hall),
    push: feeds.push && feeds.push.handle,
    reports: reportDownloads({ centre: () => hall.centre, desk: reports, mayRead: people.mayRead }),
    mayWrite: people.mayWrite,
  };
}

/** Whether whoever is signed in at a screen still is; a touch that comes too late brings nobody back. */
function isStillIn({ sessions }: PeopleDesk, { sessionHash }: Sender, isTouch: boolean): boolean {
  if (sessionHash === null) return true;
  const isLive = sessions.isLive(sessionHash);
  if (isLive && isTouch) sessions.touch(sessionHash);
  return isLive;
}

/** Answers what screens ask, out of the store as it stands. */
function answererOf(hall: Hall, helpers: Helpers, pairing: () => AnswerOf<'pairing'>) {
  const { devices, integrations, reports, replay, provisions, people, follows } = helpers;
  const own = { devices, secretOf: integrations.secretOf, reports, replay, keeping: helpers.keepingQuestions };
  const desks = { ...own, provisions, follows, people: people.answers, pairing };
  return (sender: Sender, question: unknown) => {
    const { store, centre, clock } = hall;
    const now = { store, centre, at: clock.at(), serviceDay: hall.serviceDay() };
    return answerQuestion({ ...now, ...desks }, sender, question);
  };
}

interface DoorHooks {
  readonly push: () => Push;
  readonly pairing: () => AnswerOf<'pairing'>;
  readonly standbys: () => readonly string[];
}

/** Notes what paired screens have heard of this hub. */
const hearerOf =
  (quorum: Helpers['quorum']) =>
  ({ deviceId, screen }: Sender, beatMs: unknown): void => {
    if (deviceId !== null && screen !== 'standby' && typeof beatMs === 'number') quorum.hear(deviceId, beatMs);
  };

/** Tells a screen that has come who it is, what it shows, and where the log is; and forgets it when it goes. */
function greeterOf(hall: Hall, { readers, machines, quorum }: Helpers, { push, standbys }: DoorHooks) {
  return (socket: ScreenSocket, sender: Sender): void => {
    socket.emit('you', { role: sender.role, name: sender.staff?.name ?? null });
    topicsOf(sender).forEach((topic) => push().watch(socket, topic));
    if (sender.screen === 'standby') void socket.join('standby');
    socket.emit('pulse', hall.stamp(), hall.dayMark(), hall.fence.era, standbys(), performance.now());
    socket.on('disconnect', () => {
      readers.forget(sender);
      machines.forget(sender);
      if (sender.deviceId !== null) quorum.forget(sender.deviceId);
    });
  };
}

/** The doors of the hub: HTTP and the sockets of the screens, and the listener of phones. */
export function doorsOf(options: HubOptions, hall: Hall, helpers: Helpers, hooks: DoorHooks) {
  const { people, phones, integrations, quorum } = helpers;
  const { store, clock } = hall;
  const site = siteOf(options, hall, helpers);
  const limits = limitsOf(clock.kind, options.limits);
  const http = httpServer(site);
  const io = socketServer(http, {
    requests: site.requests,
    pace: limits.socket,
    centre: () => hall.centre,
    fence: hall.fence,
    isDemo: clock.kind === 'demo',
    deviceOf: (req) => deviceAt(store, req),
    whoIs: people.whoIs,
    used: (sender, isTouch) => isStillIn(people, sender, isTouch),
    here: hearerOf(quorum),
    async submit(sender, command) {
      const ready = await withHashedPins(people.pins, command);
      return 'code' in ready ? refusal(command.id, ready.code, ready.details) : hall.submit(sender, ready);
    },
    ask: answererOf(hall, helpers, hooks.pairing),
    connected: greeterOf(hall, helpers, hooks),
  });
  const phone = phoneServer({
    files: readScreenFiles(options.citizenPage),
    desk: phones,
    api: integrations.door,
    requests: allowances(limits.phoneRequests),
    connectionsPerAddress: limits.connectionsPerAddress,
    slowHeadMs: limits.slowHeadMs,
  });
  return { http, io, phone, site };
}
