import { join } from 'node:path';
import { COUNTERS } from '../hall/bench-centre.ts';
import { writeDevices } from '../hall/devices-file.ts';
import { startBenchHub } from '../hall/hall.ts';
import { pairAll } from '../hall/pair-all.ts';
import { tlsFiles } from '../hall/tls-files.ts';
import type { Row } from '../row.ts';
import { workerProcess } from '../worker-process.ts';

const CLIENTS = 2_000;
const MACHINES = 200;

interface Back {
  readonly lastMs: number;
  readonly bytes: number;
}

const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Something that is killed and started anew at its place, with those who come back to it. */
interface Restarted {
  readonly clients: { ask<T>(question: object): Promise<T>; stop(): Promise<void> };
  readonly start: () => Promise<{ stop(): Promise<void> }>;
  server: { stop(): Promise<void> };
}

/** From when it listens again until the last client is there. */
async function backMs(one: Restarted): Promise<number> {
  await one.server.stop();
  one.server = await one.start();
  const fromMs = nowMs();
  const { lastMs } = await one.clients.ask<Back>({});
  return lastMs - fromMs;
}

async function floorOf(bytes: number, tls: readonly string[]): Promise<Restarted> {
  const startAt = (port: string) =>
    workerProcess<{ readonly url: string }>('floors/ws-server.ts', [String(bytes), port, ...tls]);
  const server = await startAt('0');
  const { port } = new URL(server.ready.url);
  const clients = await workerProcess('floors/ws-returning.ts', [server.ready.url, String(CLIENTS)]);
  return { server, clients, start: () => startAt(port) };
}

/** How long two thousand boards take to be back, each with its whole view, after the hub was killed and started. */
export const comeBack: Row = {
  name: 'return',
  figures: ['bare ws', 'bare ws over TLS'].map((of) => ({
    what: `2,000 clients back after a restart, with snapshot ÷ ${of}`,
    unit: '',
    wants: 'less',
    goal: 4,
    stop: 8,
  })),
  async open(folder) {
    const data = join(folder, 'data');
    writeDevices(data, await pairAll(data, COUNTERS, MACHINES));
    const hub = await startBenchHub(data);
    const { lanUrl, port } = hub.ready;
    const clients = await workerProcess('clients/returning.ts', [data, lanUrl, String(CLIENTS)]);
    const { bytes } = await clients.ask<Back>({});
    const start = () => startBenchHub(data, [port, Number(new URL(lanUrl).port)]);
    const ours: Restarted = { server: hub, clients, start };
    const floors = [await floorOf(bytes, []), await floorOf(bytes, await tlsFiles(folder))];
    return {
      async round() {
        const oursMs = await backMs(ours);
        const rounds = [];
        for (const floor of floors) {
          const floorMs = await backMs(floor);
          rounds.push({ value: oursMs / floorMs, parts: { oursMs, floorMs, bytes } });
        }
        return rounds;
      },
      stop: async () =>
        void (await Promise.all(
          [ours, ...floors].flatMap(({ clients: back, server }) => [back.stop(), server.stop()]),
        )),
    };
  },
};
