import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { end, startHub } from '../../../scripts/faults/hub-under-load.ts';
import { readRecording, RECORDER } from '../../../scripts/faults/power/recording.ts';
import { buildPreload, cannotPreload } from '../../../scripts/faults/preload.ts';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.ts';
import { testFolder } from '../../support/folder.ts';

const cannot = cannotPreload();
const why = cannot === undefined ? '' : ` (not counted here: ${cannot})`;

const connect = (url: string, at: number): Socket =>
  io(url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { version: PROTOCOL_VERSION, screen: 'operator', device: `console-${at}`, counterId: 1 + (at % 6) },
  });

/** Opens and closes a counter again and again; each of it is a change that is stored. */
async function work(socket: Socket, times: number, answered: () => void = () => undefined): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    const [name, payload] = i % 2 === 0 ? ['openCounter', { operator: 'Op' }] : ['closeCounter', {}];
    await socket.timeout(10_000).emitWithAck('command', { id: newId(), name, payload });
    answered();
  }
}

/** Syncs of the store's log, and answers that came before theirs, with so many clients at once. */
async function syncsOf(clients: number, each: number) {
  const folder = testFolder();
  const [data, recording] = [join(folder, 'data'), join(folder, 'recording')];
  const env = {
    LD_PRELOAD: buildPreload(RECORDER, folder),
    MARKAZ_RECORD: recording,
    MARKAZ_RECORD_OF: join(data, 'markaz.db'),
  };
  const hub = await startHub(data, { env });
  const sockets = Array.from({ length: clients }, (_, at) => connect(hub.url, at));
  // Who comes is written down too: that is over before the count begins.
  await Promise.all(sockets.map((socket) => work(socket, 2)));
  const syncs = () =>
    readRecording(recording).filter(({ kind, file }) => kind === 'sync' && file.endsWith('-wal')).length;
  const before = syncs();
  let [answers, early] = [0, 0];
  const answered = (): void => {
    answers += 1;
    // Of one client each command waits for a sync of its own.
    if (clients === 1 && syncs() - before < answers) early += 1;
  };
  await Promise.all(sockets.map((socket) => work(socket, each, answered)));
  const count = syncs() - before;
  for (const socket of sockets) socket.close();
  await end(hub.child, 'SIGKILL');
  return { perCommand: count / (clients * each), early };
}

it.skipIf(cannot !== undefined)(
  `each commit waits for the disk once, nobody is answered before it, and fifty clients share a commit${why}`,
  async () => {
    const [alone, together] = [await syncsOf(1, 100), await syncsOf(50, 20)];
    expect(alone.early).toBe(0);
    expect(alone.perCommand).toBeGreaterThanOrEqual(1);
    expect(alone.perCommand).toBeLessThanOrEqual(1.05);
    expect(together.perCommand).toBeGreaterThan(0);
    expect(together.perCommand).toBeLessThanOrEqual(0.1);
  },
);
