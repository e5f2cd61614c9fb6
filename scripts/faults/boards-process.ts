// Boards in a process of their own, which can be stopped as a machine that hangs: `boards-process.ts URL COUNT`. Told
// anything, it tells what they show once nothing has come for a while.
import { io } from 'socket.io-client';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { watchingBoard } from './watching-board.ts';

const [url = '', count = '1'] = process.argv.slice(2);

const boards = Array.from({ length: Number(count) }, (_, i) => {
  const device = `board-slow-${i}`;
  const auth = { version: PROTOCOL_VERSION, screen: 'board', device, hallId: null };
  return watchingBoard(device, io(url, { transports: ['websocket'], forceNew: true, auth }));
});

process.on('message', () => {
  void Promise.all(boards.map((board) => board.settled())).then((displays) =>
    process.send?.(displays, () => process.exit(0)),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('started');
