import { io, type Socket } from 'socket.io-client';
import { v7 as newId } from 'uuid';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import type { Acknowledged } from '../../tests/faults/checker/evidence.ts';

const COUNTERS = [1, 2, 3, 4, 5, 6];
/** Consoles at each of them that act for the same counter: forty-eight in all. */
const SIDES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

interface Answer {
  readonly ok: boolean;
  readonly result?: { readonly tokenId?: number };
}

const connect = (url: string, auth: object): Socket =>
  io(url, { transports: ['websocket'], forceNew: true, auth: { version: PROTOCOL_VERSION, ...auth } });

/** Eight consoles at each counter and eight kiosks, which race each other. */
export async function racingScreens(url: string) {
  const acknowledged: Acknowledged[] = [];
  async function send(socket: Socket, name: string, payload: object, id = newId()): Promise<Answer> {
    const reply = (await socket.timeout(10_000).emitWithAck('command', { id, name, payload })) as Answer;
    acknowledged.push({ id, name, reply: { ...reply } });
    return reply;
  }
  const kiosks = [1, 2, 3, 4, 5, 6, 7, 8].map((kioskId) =>
    connect(url, { screen: 'kiosk', device: `kiosk-${kioskId}`, kioskId }),
  );
  const consoles = COUNTERS.flatMap((counterId) =>
    SIDES.map((side) => ({
      counterId,
      socket: connect(url, { screen: 'operator', device: `console-${counterId}-${side}`, counterId }),
    })),
  );
  for (const { socket, counterId } of consoles) await send(socket, 'openCounter', { operator: `Op ${counterId}` });

  /** The same command twice at once, under one id: one answer, given twice. */
  async function twice(socket: Socket, name: string, payload: object): Promise<Answer> {
    const id = newId();
    const [first] = await Promise.all([send(socket, name, payload, id), send(socket, name, payload, id)]);
    return first;
  }

  return {
    /** One race: citizens come, everybody calls, everybody starts and ends what anybody has. */
    async race(seed: number): Promise<void> {
      const wish = { serviceIds: [seed % 2 === 0 ? 'domicile' : 'fine'], classes: [], language: 'ur' };
      const coming = seed % 40 === 0 ? kiosks : kiosks.slice(0, 1 + (seed % 3));
      await Promise.all(coming.map((socket) => twice(socket, 'issue', wish)));
      const called = await Promise.all(consoles.map(({ socket }) => send(socket, 'call', {})));
      const open = called.flatMap((reply) => reply.result?.tokenId ?? []);
      await Promise.all(
        consoles.flatMap(({ socket }) => open.slice(0, 3).map((tokenId) => send(socket, 'start', { tokenId }))),
      );
      const ends = consoles.flatMap(({ socket }, at) =>
        open.map((tokenId) =>
          (seed + at) % 3 === 0
            ? send(socket, 'markNoShow', { tokenId })
            : twice(socket, 'finish', { tokenId, thenCall: (seed + at) % 2 === 0 }),
        ),
      );
      await Promise.all(ends);
    },
    close(): readonly Acknowledged[] {
      for (const socket of [...kiosks, ...consoles.map(({ socket: one }) => one)]) socket.close();
      return acknowledged;
    },
  };
}
