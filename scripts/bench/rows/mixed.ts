import { join } from 'node:path';
import { buildPreload, cannotPreload } from '../../faults/preload.ts';
import { SLOW_SYNC } from '../hall/bench-centre.ts';
import { openHall } from '../hall/hall.ts';
import { missingCommands } from '../hall/missing-commands.ts';
import { quantile } from '../../quantile.ts';
import type { Row } from '../row.ts';
import { workerProcess } from '../worker-process.ts';

const RATE = 500;
const ROUND_MS = 6_000;
const CLIENTS = 50;
/** How many wait: a full hall. */
const WAITING = 400;

interface OpenLoop {
  readonly latencies: readonly number[];
  readonly errors: Readonly<Record<string, number>>;
  /** Sent and not answered. */
  readonly lost: number;
  readonly acknowledged: readonly string[];
  readonly tookMs: number;
}

/** What went wrong with a round's commands: not answered, refused, or answered and not stored. */
const wrong = (data: string, { lost, errors, acknowledged }: OpenLoop): number =>
  lost + sum(errors) + missingCommands(data, acknowledged);

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

/** Issue and counter work at 500 commands a second, sent when they are due whatever has been answered. */
export const mixed: Row = {
  name: 'mixed',
  figures: [
    { what: '500 mixed commands a second, open loop: lost and errors', unit: '', wants: 'less', goal: 0, stop: 0 },
    { what: 'the same: acknowledgement p99 ÷ echo p99', unit: '', wants: 'less', goal: 3, stop: 6 },
  ],
  async open(folder) {
    const { data, hub, consoles } = await openHall(folder);
    const clients = await consoles(CLIENTS);
    const echo = await workerProcess<{ readonly url: string }>('floors/echo-server.ts', []);
    const echoClients = await workerProcess('floors/echo-clients.ts', [echo.ready.url, String(CLIENTS)]);
    await clients.ask({ do: 'stock', tokens: WAITING });
    await clients.ask({ do: 'mixed', ms: 4_000, rate: RATE });
    return {
      async round() {
        const floor = await echoClients.ask<OpenLoop>({ ms: ROUND_MS, rate: RATE });
        const ours = await clients.ask<OpenLoop>({ do: 'mixed', ms: ROUND_MS, rate: RATE });
        const [oursMs, floorMs] = [quantile(ours.latencies, 0.99), quantile(floor.latencies, 0.99)];
        const oursMedianMs = quantile(ours.latencies, 0.5);
        return [{ value: wrong(data, ours) }, { value: oursMs / floorMs, parts: { oursMs, floorMs, oursMedianMs } }];
      },
      stop: async () => void (await Promise.all([clients, hub, echoClients, echo].map((one) => one.stop()))),
    };
  },
};

/** What is left of the round's own time when nothing has piled up. */
const BACKLOG_MS = 250;

/** The same on a disk that takes 8 ms more for each sync. */
export const slowDisk: Row = {
  name: 'slow-disk',
  figures: [
    {
      what: 'the same, every sync 8 ms slower: lost, errors and rounds behind',
      unit: '',
      wants: 'less',
      goal: 0,
      stop: 0,
    },
    { what: 'the same: acknowledgement p99 ÷ one sync', unit: '', wants: 'less', goal: 6, stop: 12 },
  ],
  cannot: cannotPreload,
  async open(folder) {
    const env = { LD_PRELOAD: buildPreload(SLOW_SYNC, folder) };
    const { data, hub, consoles } = await openHall(folder, { env });
    const clients = await consoles(CLIENTS);
    const disk = await workerProcess('floors/fdatasync.ts', [join(folder, 'floor.bin')], env);
    await clients.ask({ do: 'stock', tokens: WAITING });
    await clients.ask({ do: 'mixed', ms: 4_000, rate: RATE });
    return {
      async round() {
        const { medianMs: syncMs } = await disk.ask<{ medianMs: number }>({ ms: 1_000 });
        const ours = await clients.ask<OpenLoop>({ do: 'mixed', ms: ROUND_MS, rate: RATE });
        const isBehind = ours.tookMs > ROUND_MS + BACKLOG_MS ? 1 : 0;
        const p99Ms = quantile(ours.latencies, 0.99);
        return [
          { value: wrong(data, ours) + isBehind, parts: { tookMs: ours.tookMs } },
          { value: p99Ms / syncMs, parts: { p99Ms, syncMs } },
        ];
      },
      stop: async () => void (await Promise.all([clients, hub, disk].map((one) => one.stop()))),
    };
  },
};
