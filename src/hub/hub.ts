import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PULSE_MS } from '../protocol/version.ts';
import { log } from './context.ts';
import { type Hall, type HallOptions, openHall, setUp } from './hall.ts';
import { httpServer } from './http.ts';
import { kioskPrinters } from './slips/printers.ts';
import { type HubServer, pusher } from './views/pusher.ts';
import { readScreenFiles } from './screen-files.ts';
import { slipDesk } from './slips/slip-desk.ts';
import { socketServer } from './sockets.ts';
import { type Topic, topicsOf } from './views/topics.ts';
import { touchedBy } from './views/touched.ts';
import { viewMaker } from './views/view-maker.ts';

export interface HubOptions extends HallOptions {
  /** Folder of the built screens. */
  readonly screens: string;
  readonly port: number;
  /** Kiosk id → printer address, over the centre's plan. */
  readonly printers: ReadonlyMap<number, string>;
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

/**
 * Starts the hub of a centre on loopback.
 * @throws StoreRefusal when the store cannot be opened; the listen error when the port is taken.
 */
export async function startHub(options: HubOptions): Promise<Hub> {
  const { centre } = options;
  const slipFolder = join(options.folder, 'slips');
  const printers = kioskPrinters(centre, slipFolder, options.printers);
  const hall = openHall(options, {
    printerOf: printers.addressOf,
    committed(logged) {
      push.touch(touchedBy(logged));
      for (const event of logged) desk.printSlipOf(event);
    },
  });
  const desk = slipDesk(hall, printers, (slip, outcome) =>
    hall.byHub((context) =>
      log(context, 'recordSlip', slip.tokenId, { slip: { ...slip, outcome, outcomeAt: context.now.at } }),
    ),
  );
  const http = httpServer(readScreenFiles(options.screens), slipFolder);
  const io = socketServer(http, {
    centre,
    isDemo: options.clock.kind === 'demo',
    submit: hall.submit,
    connected: (socket, handshake) => topicsOf(handshake).forEach((topic) => push.watch(socket, topic)),
  });
  const push = pusher(io, viewMaker(hall, printers));
  printers.watch((kioskId) => push.touch((topic) => topic.name === 'kiosk' && topic.kioskId === kioskId));
  if (!(await hall.byHub(setUp))) throw new Error('The hall could not be set up.');

  const close = async (): Promise<void> => {
    push.stop();
    printers.stop();
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
